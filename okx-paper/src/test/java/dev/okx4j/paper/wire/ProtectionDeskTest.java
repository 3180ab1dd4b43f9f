package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Market-maker protection as a client sees it. */
@NullUnmarked
class ProtectionDeskTest {
    private static final String CALL = "BTC-USD-260925-64000-C";
    private static final String ORDER = "/api/v5/trade/order";
    private static final String CONFIG = "/api/v5/account/mmp-config";
    private static final String MASS_CANCEL = "/api/v5/trade/mass-cancel";

    private final Paper paper = ProductCalls.products();
    private BigDecimal ask;

    @BeforeEach
    void begin() {
        post("/paper/v1/deposit", "{'ccy':'BTC','amt':'1'}");
        post("/paper/v1/clock", "{'by':'1H'}");
        ask = new BigDecimal(paper.get("/api/v5/market/ticker?instId=" + CALL).text("askPx"));
    }

    private Paper.Reply post(String path, String body) {
        return paper.post(path, body.replace('\'', '"'));
    }

    private Paper.Reply mmp(BigDecimal px) {
        return post(ORDER, """
                {'instId':'%s','tdMode':'cross','side':'buy','ordType':'mmp','px':'%s','sz':'1'}""".formatted(CALL, px.toPlainString()));
    }

    private String resting() {
        Paper.Reply reply = mmp(ask.multiply(new BigDecimal("0.8")));
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
        return reply.text("ordId");
    }

    private Map<?, ?> order(String ordId) {
        return paper.get(ORDER + "?instId=" + CALL + "&ordId=" + ordId).row();
    }

    @Test
    void massCancel_answersTrue_andTheOrdersAreCancelled() {
        String ordId = resting();

        Paper.Reply reply = post(MASS_CANCEL, "{'instType':'OPTION','instFamily':'BTC-USD','lockInterval':'10000'}");

        assertThat(reply.body()).isEqualTo(Map.of("code", "0", "msg", "", "data", List.of(Map.of("result", true))));
        assertThat(order(ordId).get("state")).isEqualTo("canceled");
        assertThat(order(ordId).get("cancelSource")).isEqualTo("38");
        assertThat(mmp(ask).text("sCode")).isEqualTo("54008");
        post("/paper/v1/clock", "{'by':'1m'}");
        resting();
    }

    @Test
    void pendingOrders_areListedByTheirType_andPulledOnesByTheirState() {
        String ordId = resting();
        assertThat(paper.get("/api/v5/trade/orders-pending?instType=OPTION&instFamily=BTC-USD&ordType=mmp")
                        .column("ordId"))
                .containsExactly(ordId);
        assertThat(paper.get("/api/v5/trade/orders-pending?ordType=mmp_and_post_only")
                        .data())
                .isEmpty();
        post(CONFIG, "{'instFamily':'BTC-USD','timeInterval':'5000','frozenInterval':'0','qtyLimit':'1'}");
        mmp(ask);
        assertThat(paper.get("/api/v5/trade/orders-history?instType=OPTION&state=mmp_canceled")
                        .column("ordId"))
                .containsExactly(ordId);
        post("/paper/v1/clock", "{'by':'3H'}");
        assertThat(paper.get(ORDER + "?instId=" + CALL + "&ordId=" + ordId).code())
                .as("cancelled unfilled, so forgotten after two hours")
                .isEqualTo("51603");
    }

    @Test
    void config_isToldOfTheFamiliesForWhichItWasSet() {
        assertThat(paper.get(CONFIG).data()).isEmpty();

        Paper.Reply set =
                post(CONFIG, "{'instFamily':'BTC-USD','timeInterval':'5000','frozenInterval':'2000','qtyLimit':'1'}");

        assertThat(set.row())
                .isEqualTo(Map.of(
                        "instFamily", "BTC-USD", "timeInterval", "5000", "frozenInterval", "2000", "qtyLimit", "1"));
        assertThat(paper.get(CONFIG + "?instFamily=ETH-USD").data()).isEmpty();
        assertThat(paper.get(CONFIG + "?instFamily=BTC-USD").row())
                .isEqualTo(Map.of(
                        "instFamily", "BTC-USD",
                        "timeInterval", "5000",
                        "frozenInterval", "2000",
                        "qtyLimit", "1",
                        "mmpFrozen", false,
                        "mmpFrozenUntil", ""));
    }

    @Test
    void freeze_isTold_andEndsWithTheReset() {
        post(CONFIG, "{'instFamily':'BTC-USD','timeInterval':'5000','frozenInterval':'2000','qtyLimit':'1'}");
        assertThat(mmp(ask).code()).isEqualTo("0");

        assertThat(paper.get(CONFIG).row().get("mmpFrozen")).isEqualTo(true);
        long now = paper.account.read(Venue::now).toEpochMilli();
        assertThat(paper.get(CONFIG).text("mmpFrozenUntil")).isEqualTo(Long.toString(now + 2000));
        assertThat(mmp(ask).text("sCode")).isEqualTo("51034");

        assertThat(post("/api/v5/account/mmp-reset", "{'instFamily':'BTC-USD'}").row())
                .isEqualTo(Map.of("result", true));

        assertThat(paper.get(CONFIG).row().get("mmpFrozen")).isEqualTo(false);
        resting();
    }

    @Test
    void spotMode_refusesAllOfIt() {
        post("/api/v5/account/set-account-level", "{'acctLv':'1'}");
        assertThat(mmp(ask).text("sCode")).isEqualTo("51036");
        assertThat(post(MASS_CANCEL, "{'instType':'OPTION','instFamily':'BTC-USD'}")
                        .code())
                .isEqualTo("51411");
        assertThat(post(CONFIG, "{'instFamily':'BTC-USD','timeInterval':'5','frozenInterval':'2','qtyLimit':'1'}")
                        .code())
                .isEqualTo("51036");
        assertThat(post("/api/v5/account/mmp-reset", "{'instFamily':'BTC-USD'}").code())
                .isEqualTo("59509");
    }

    @Test
    void accountOpenedAgain_isAsFrozenAndAsLockedAsItWas(@TempDir Path folder) throws IOException {
        Scenario scenario = Scenario.named("src/test/resources/dev/okx4j/paper/wire/products");
        String digest;
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            account.apply(new Command.Advance(account.read(Venue::now).plusSeconds(3600), false));
            account.apply(
                    new Command.SetProtection("BTC-USD", Duration.ofSeconds(5), Duration.ofSeconds(2), BigDecimal.ONE));
            account.apply(new Command.MassCancel("BTC-USD", Duration.ofSeconds(10)));
            digest = account.read(Venue::digest);
        }
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            assertThat(account.read(Venue::digest)).isEqualTo(digest).contains("protection BTC-USD");
            assertThat(account.read(Venue::protections)).hasSize(1);
        }
    }
}
