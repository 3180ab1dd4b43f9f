package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the account is set up: what is taken, what is told of it, and what is refused. */
@NullUnmarked
class ConfigDeskTest {
    private final Paper paper = ProductCalls.products();

    @ParameterizedTest
    @CsvSource({
        "set-position-mode, posMode, long_short_mode",
        "set-position-mode, posMode, net_mode",
        "set-fee-type, feeType, 1",
        "set-greeks, greeksType, BS",
        "set-account-level, acctLv, 1"
    })
    void setting_isTakenAndTold(String path, String field, String value) {
        assertThat(set(path, field, value).text(field)).isEqualTo(value);
        assertThat(paper.get("/api/v5/account/config").text(field)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "set-position-mode, posMode, sideways, 51000",
        "set-fee-type, feeType, 2, 51000",
        "set-greeks, greeksType, XX, 51000",
        "set-account-level, acctLv, 3, 51070",
        "set-account-level, acctLv, 4, 51070",
        "set-account-level, acctLv, 9, 51000",
        "set-auto-loan, autoLoan, true, 54001",
        "set-position-mode, other, 1, 50014",
        "set-fee-type, other, 1, 50014",
        "set-greeks, other, 1, 50014",
        "set-account-level, other, 1, 50014",
        "account-level-switch-preset, acctLv, 3, 51070",
        "account-level-switch-preset, other, 3, 50014",
        "set-isolated-mode, isoMode, automatic, 50014"
    })
    void setting_thatIsNotOffered_hasOkxsCode(String path, String field, String value, String code) {
        Paper.Reply reply = set(path, field, value);
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo(code);
        assertThat(reply.data()).isEmpty();
    }

    @Test
    void modes_areNotChangedWhileAnythingIsOpen() {
        paper.limit("BTC-USDT-SWAP", "cross", "buy", "60000", "0.01", "rest1");
        assertThat(set("set-position-mode", "posMode", "long_short_mode").code())
                .isEqualTo("59000");
        assertThat(set("set-account-level", "acctLv", "1").code()).isEqualTo("59000");
        assertThat(set("set-position-mode", "posMode", "net_mode").code())
                .as("what it is already")
                .isEqualTo("0");
    }

    @Test
    void precheck_namesWhatIsOpen() {
        String precheck = "/api/v5/account/set-account-switch-precheck?acctLv=";
        assertThat(paper.get(precheck + "1").text("sCode")).isEqualTo("0");
        paper.buy("BTC-USDT-SWAP", "cross", "0.1");
        paper.limit("BTC-USDT-SWAP", "cross", "buy", "60000", "0.01", "rest1");
        Map<?, ?> row = paper.get(precheck + "1").row();
        assertThat(row.get("sCode")).isEqualTo("1");
        assertThat(row.get("curAcctLv")).isEqualTo("2");
        assertThat(((List<?>) row.get("unmatchedInfoCheck")).stream().map(item ->
                        (String) ((Map<?, ?>) item).get("type")))
                .containsExactly("pending_orders", "all_positions");
        assertThat(paper.get(precheck + "2").text("sCode")).isEqualTo("0");
        assertThat(paper.get(precheck + "3").code()).isEqualTo("51070");
        assertThat(paper.get(precheck + "5").code()).isEqualTo("51000");
    }

    @Test
    void longShortMode_hasTwoPositions_withASideEach() {
        set("set-position-mode", "posMode", "long_short_mode");
        for (String side : List.of("long", "short")) {
            Paper.Reply reply =
                    paper.post("/api/v5/trade/order", """
                    {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"%s","posSide":"%s","ordType":"market","sz":"0.1"}""".formatted(side.equals("long") ? "buy" : "sell", side));
            assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
        }
        assertThat(paper.get("/api/v5/account/positions").column("posSide")).containsExactlyInAnyOrder("long", "short");
        assertThat(paper.get("/api/v5/account/leverage-info?instId=BTC-USDT-SWAP&mgnMode=isolated")
                        .data())
                .hasSize(2);
    }

    @Test
    void isolatedMode_movesMarginWithTheOrders_only() {
        String path = "/api/v5/account/set-isolated-mode";
        assertThat(paper.post(path, "{\"isoMode\":\"automatic\",\"type\":\"CONTRACTS\"}")
                        .text("isoMode"))
                .isEqualTo("automatic");
        assertThat(paper.post(path, "{\"isoMode\":\"auto_transfers_ccy\",\"type\":\"MARGIN\"}")
                        .code())
                .isEqualTo("50038");
        assertThat(paper.post(path, "{\"isoMode\":\"other\",\"type\":\"MARGIN\"}")
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void feeType_decidesWhatASpotFeeIsTakenIn() {
        set("set-fee-type", "feeType", "1");
        paper.post("/api/v5/trade/order", """
                {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"market","sz":"100"}""");
        assertThat(paper.get("/api/v5/trade/fills").text("feeCcy")).isEqualTo("USDT");
    }

    private Paper.Reply set(String path, String field, String value) {
        return paper.post("/api/v5/account/" + path, "{\"%s\":\"%s\"}".formatted(field, value));
    }
}
