package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.seam.Entropy;
import dev.okx4j.paper.state.AccountKey;
import dev.okx4j.paper.state.Accounts;
import dev.okx4j.paper.state.NamedAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several keys on one wire: what each may do, and whose account it opens. */
@NullUnmarked
class KeyRingTest {
    private static final ApiKey LOOKER = new ApiKey("looker", "s1", "p1");
    private static final String CONFIG = "/api/v5/account/config";
    private static final String ORDER = "/api/v5/trade/order";
    private static final String BUY = """
            {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"market","sz":"0.1"}""";

    private Paper paper;
    private ApiKey other;

    @BeforeEach
    void open() throws IOException {
        paper = new Paper((account, clock) -> {
            NamedAccount main =
                    new NamedAccount("first", clock.now(), account, List.of(key(Paper.KEY, true), key(LOOKER, false)));
            Accounts accounts = Accounts.inMemory(main, Entropy.seeded(1));
            AccountKey made = second(accounts, clock.now());
            other = new ApiKey(made.key(), made.secret(), made.passphrase());
            return new ExchangeWire(accounts, clock);
        });
    }

    private static AccountKey second(Accounts accounts, Instant now) {
        try {
            return accounts.create("second", now, List.of()).keys().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccountKey key(ApiKey key, boolean mayTrade) {
        return new AccountKey(key.key(), key.secret(), key.passphrase(), mayTrade);
    }

    @Test
    void keyThatMayOnlyLook_looks_andIsRefusedToTrade() {
        assertThat(paper.as(LOOKER, "GET", CONFIG, "").text("perm")).isEqualTo("read_only");
        Paper.Reply refused = paper.as(LOOKER, "POST", ORDER, BUY);
        assertThat(refused.code()).isEqualTo("50120");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.msg()).contains("permission");
        assertThat(paper.get("/api/v5/trade/fills").data()).isEmpty();
    }

    @Test
    void everyPathThatChangesSomething_isRefusedToAKeyThatMayOnlyLook() {
        for (String operation : paper.wire.served()) {
            String[] words = operation.split(" ", 2);
            if (words[0].equals("POST")) {
                boolean array = paper.wire.route(operation).array();
                assertThat(paper.as(LOOKER, "POST", words[1], array ? "[]" : "{}")
                                .code())
                        .as(operation)
                        .isEqualTo("50120");
            }
        }
    }

    @Test
    void keysOfTwoAccounts_openOneEach() {
        assertThat(paper.as(Paper.KEY, "POST", ORDER, BUY).code()).isEqualTo("0");
        assertThat(paper.as(other, "GET", "/api/v5/account/positions", "").data())
                .isEmpty();
        assertThat(paper.as(LOOKER, "GET", "/api/v5/account/positions", "").data())
                .hasSize(1);
        assertThat(paper.as(other, "GET", CONFIG, "").text("label")).isEqualTo("second");
        assertThat(paper.as(other, "GET", CONFIG, "").text("perm")).isEqualTo("read_only,trade");
    }

    @Test
    void limits_ofOneAccount_areNotTheOthers() {
        for (int i = 0; i < 5; i++) {
            assertThat(paper.atOnce(Paper.KEY, "GET", CONFIG).code()).isEqualTo("0");
        }
        assertThat(paper.atOnce(Paper.KEY, "GET", CONFIG).code()).isEqualTo("50011");
        assertThat(paper.atOnce(LOOKER, "GET", CONFIG).code())
                .as("another key of the same account")
                .isEqualTo("50011");
        assertThat(paper.atOnce(other, "GET", CONFIG).code()).isEqualTo("0");
    }

    @Test
    void publicCall_looksAtTheMarketOfTheKeyItNames() {
        paper.as(other, "POST", "/paper/v1/clock", "{\"by\":\"1D\"}");
        String ticker = "/api/v5/market/ticker?instId=BTC-USDT-SWAP";
        String here = paper.raw("GET", ticker, new byte[0], Map.of()).text("ts");
        String there = paper.raw("GET", ticker, new byte[0], Map.of("OK-ACCESS-KEY", other.key()))
                .text("ts");
        String stranger = paper.raw("GET", ticker, new byte[0], Map.of("OK-ACCESS-KEY", "nobody"))
                .text("ts");
        assertThat(Long.parseLong(there)).isGreaterThan(Long.parseLong(here));
        assertThat(stranger).isEqualTo(here);
    }

    @Test
    void demoHeader_isTakenWithAndWithout() {
        assertThat(paper.send("GET", CONFIG, "", Map.of("x-simulated-trading", "1"))
                        .code())
                .isEqualTo("0");
        assertThat(paper.send("GET", CONFIG, "", Map.of("x-simulated-trading", "0"))
                        .code())
                .isEqualTo("0");
        assertThat(paper.get(CONFIG).code()).isEqualTo("0");
    }
}
