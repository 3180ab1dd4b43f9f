package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest order that is told of is taken, and one lot more is not. */
@NullUnmarked
class SizeDeskTest {
    private final Paper paper = ProductCalls.products();

    @ParameterizedTest
    @CsvSource({
        "BTC-USDT-SWAP, cross, buy, 60000, 0.01",
        "BTC-USDT-SWAP, isolated, sell, 66000, 0.01",
        "BTC-USD-SWAP, cross, buy, 60000, 0.1",
        "BTC-USD-260925, isolated, sell, 66000, 0.1",
        "BTC-USDT, cash, buy, 60000, 0.00000001",
        "BTC-USDT, cash, sell, 66000, 0.00000001"
    })
    void largestOrder_isTaken_andOneLotMoreIsNot(String instId, String mode, String side, String px, String lot) {
        ok("/paper/v1/deposit", "{'ccy':'BTC','amt':'0.3'}");
        if (!mode.equals("cash")) {
            ok("/api/v5/account/set-leverage", "{'instId':'%s','mgnMode':'%s','lever':'3'}".formatted(instId, mode));
        }
        String most = paper.get("/api/v5/account/max-size?instId=" + instId + "&tdMode=" + mode + "&px=" + px)
                .text(side.equals("buy") ? "maxBuy" : "maxSell");
        String beyond = new BigDecimal(most).add(new BigDecimal(lot)).toPlainString();

        assertThat(order(instId, mode, side, px, beyond).text("sCode")).isIn("51008", "51004");
        assertThat(order(instId, mode, side, px, most).code()).isEqualTo("0");
    }

    @Test
    void positionAgainstTheOrder_canBeClosedOnTop() {
        String target = "/api/v5/account/max-size?instId=BTC-USDT-SWAP&tdMode=cross&px=64000";
        BigDecimal before = number(target, "maxSell");
        paper.buy("BTC-USDT-SWAP", "cross", "1");
        assertThat(number(target, "maxSell")).isGreaterThan(number(target, "maxBuy"));
        assertThat(number(target, "maxBuy")).isLessThan(before);
    }

    @Test
    void leverage_asksWhatIfItWereSet() {
        String target = "/api/v5/account/max-size?instId=BTC-USDT-SWAP&tdMode=cross&px=64000";
        assertThat(number(target + "&leverage=10", "maxBuy")).isGreaterThan(number(target, "maxBuy"));
    }

    @Test
    void available_isTheMarginOfContracts_andEachSidesCurrencyOfSpot() {
        ok("/paper/v1/deposit", "{'ccy':'BTC','amt':'0.3'}");
        Map<?, ?> spot = paper.get("/api/v5/account/max-avail-size?instId=BTC-USDT&tdMode=cash")
                .row();
        assertThat(spot.get("availBuy")).isEqualTo("10000");
        assertThat(spot.get("availSell")).isEqualTo("0.3");
        Map<?, ?> swap = paper.get("/api/v5/account/max-avail-size?instId=BTC-USD-SWAP&tdMode=cross")
                .row();
        assertThat(swap.get("availBuy")).isEqualTo("0.3");
        assertThat(swap.get("availSell")).isEqualTo("0.3");
    }

    @Test
    void withdrawal_isWhatATransferTakes() {
        paper.buy("BTC-USDT-SWAP", "cross", "1");
        Map<?, ?> row = paper.get("/api/v5/account/max-withdrawal?ccy=USDT").row();
        assertThat(row.get("maxWdEx")).isEqualTo(row.get("maxWd"));
        String more = new BigDecimal((String) row.get("maxWd"))
                .add(BigDecimal.ONE.movePointLeft(8))
                .toPlainString();
        assertThat(transfer(more).code()).isEqualTo("58116");
        paper.pass(Duration.ofSeconds(2));
        assertThat(transfer((String) row.get("maxWd")).code()).isEqualTo("0");
        assertThat(paper.get("/api/v5/account/max-withdrawal?ccy=ETH").data()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "max-size?instId=BTC-USDT, 50014",
        "max-size?tdMode=cross, 50014",
        "max-size?instId=BTC-USDT&tdMode=cross, 51010",
        "max-size?instId=BTC-USDT-SWAP&tdMode=cash, 51010",
        "max-size?instId=DOGE-USDT&tdMode=cash, 51001",
        "max-size?instId=BTC-USDT&tdMode=maybe, 51000",
        "max-size?instId=BTC-USDT&tdMode=cash&px=0, 51000",
        "max-avail-size?instId=BTC-USDT, 50014",
        "max-avail-size?instId=BTC-USDT&tdMode=spot_isolated, 50038"
    })
    void request_thatIsWrong_hasOkxsCode(String target, String code) {
        Paper.Reply reply = paper.get("/api/v5/account/" + target);
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo(code);
    }

    @Test
    void moreThanFiveInstruments_areRefused() {
        assertThat(paper.get("/api/v5/account/max-size?tdMode=cross&instId=" + "BTC-USDT-SWAP,".repeat(5)
                                + "BTC-USDT-SWAP")
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void leverageEstimate_tellsMarginAndSize() {
        paper.buy("BTC-USDT-SWAP", "isolated", "1");
        paper.limit("BTC-USDT-SWAP", "isolated", "buy", "60000", "0.01", "rest1");
        String target =
                "/api/v5/account/adjust-leverage-info?instType=SWAP&mgnMode=isolated&instId=BTC-USDT-SWAP&lever=";
        Map<?, ?> ten = paper.get(target + "10").row();
        Map<?, ?> two = paper.get(target + "2").row();
        assertThat(new BigDecimal((String) ten.get("estMgn")).multiply(BigDecimal.valueOf(5)))
                .isEqualByComparingTo((String) two.get("estMgn"));
        assertThat(new BigDecimal((String) ten.get("estMaxAmt")))
                .isGreaterThan(new BigDecimal((String) two.get("estMaxAmt")));
        assertThat(ten.get("existOrd")).isEqualTo(true);
        assertThat(ten.get("maxLever")).isEqualTo("100");
        assertThat(paper.get(target + "101").code()).isEqualTo("59102");
        assertThat(paper.get(target.replace("SWAP&mgn", "FUTURES&mgn") + "2").code())
                .isEqualTo("51015");
    }

    private Paper.Reply transfer(String amount) {
        return paper.post(
                "/api/v5/asset/transfer",
                "{\"ccy\":\"USDT\",\"amt\":\"%s\",\"from\":\"18\",\"to\":\"6\"}".formatted(amount));
    }

    private Paper.Reply order(String instId, String mode, String side, String px, String size) {
        return paper.post("/api/v5/trade/order", """
                {"instId":"%s","tdMode":"%s","side":"%s","ordType":"limit","px":"%s","sz":"%s"}""".formatted(instId, mode, side, px, size));
    }

    private BigDecimal number(String target, String field) {
        return new BigDecimal(paper.get(target).text(field));
    }

    private void ok(String target, String body) {
        Paper.Reply reply = paper.post(target, body.replace('\'', '"'));
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
    }
}
