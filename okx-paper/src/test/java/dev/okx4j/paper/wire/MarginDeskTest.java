package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Margin of isolated positions, and demo money. */
@NullUnmarked
class MarginDeskTest {
    private static final String MARGIN = "/api/v5/account/position/margin-balance";
    private static final String DEMO = "/api/v5/account/demo-adjust-balance";

    private final Paper paper = ProductCalls.products();

    @Test
    void margin_isAddedAndTakenOut_withABillEach() {
        paper.buy("BTC-USDT-SWAP", "isolated", "1");
        BigDecimal before = margin();
        Map<?, ?> row = adjust("add", "50").row();
        assertThat(row.get("amt")).isEqualTo("50");
        assertThat(row.get("type")).isEqualTo("add");
        assertThat(row.get("ccy")).isEqualTo("USDT");
        assertThat(margin()).isEqualByComparingTo(before.add(BigDecimal.valueOf(50)));
        assertThat(paper.get("/api/v5/account/bills").text("subType")).isEqualTo("160");
        assertThat(adjust("reduce", "20").code()).isEqualTo("0");
        assertThat(margin()).isEqualByComparingTo(before.add(BigDecimal.valueOf(30)));
        assertThat(paper.get("/api/v5/account/bills").text("subType")).isEqualTo("161");
    }

    @ParameterizedTest
    @CsvSource({"add, 999999, 59301", "reduce, 999, 59301", "add, 0, 51000", "sideways, 1, 51000"})
    void margin_thatCannotMove_isRefused(String type, String amount, String code) {
        paper.buy("BTC-USDT-SWAP", "isolated", "1");
        assertThat(adjust(type, amount).code()).isEqualTo(code);
    }

    @Test
    void margin_withoutAPosition_is59300() {
        assertThat(adjust("add", "1").code()).isEqualTo("59300");
    }

    @Test
    void demoMoney_isGivenThreeTimesADay_andTakenBackAtWill() {
        Map<?, ?> row = demo("increase", "{'ccy':'BTC','amt':'0.5'},{'ccy':'USDT','amt':'3000'}")
                .row();
        assertThat(row.get("remainCnt")).isEqualTo("2");
        assertThat(row.get("totalCnt")).isEqualTo("3");
        assertThat(row.get("details").toString()).contains("bal=13000").contains("bal=0.5");
        demo("increase", "{'ccy':'USDT','amt':'1'}");
        assertThat(demo("increase", "{'ccy':'USDT','amt':'1'}").text("remainCnt"))
                .isEqualTo("0");
        assertThat(demo("increase", "{'ccy':'USDT','amt':'1'}").code()).isEqualTo("59691");
        for (int i = 0; i < 5; i++) {
            assertThat(demo("reduce", "{'ccy':'USDT','amt':'1'}").code()).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "increase|{'ccy':'USDT','amt':'5001'}|51000",
                "increase|{'ccy':'USDT','amt':'1'},{'ccy':'BTC','amt':'2'}|51000",
                "increase|{'ccy':'DOGE','amt':'1'}|51012",
                "increase|{'ccy':'USDT','amt':'1'},{'ccy':'USDT','amt':'1'}|51000",
                "increase|{'ccy':'USDT'}|50014",
                "increase||51000",
                "reduce|{'ccy':'USDT','amt':'10001'}|59692",
                "other|{'ccy':'USDT','amt':'1'}|51000"
            })
    void demoMoney_thatIsNotGiven_changesNothing(String type, String adjustments, String code) {
        assertThat(demo(type, adjustments == null ? "" : adjustments).code()).isEqualTo(code);
        assertThat(paper.get("/api/v5/account/balance").text("totalEq")).isEqualTo("10000");
    }

    @Test
    void demoMoney_withoutAList_isRefused() {
        assertThat(paper.post(DEMO, "{\"type\":\"increase\"}").code()).isEqualTo("50014");
        assertThat(paper.post(DEMO, "{\"type\":\"increase\",\"adjustments\":[1]}")
                        .code())
                .isEqualTo("51000");
    }

    private BigDecimal margin() {
        return new BigDecimal(paper.get("/api/v5/account/positions").text("margin"));
    }

    private Paper.Reply adjust(String type, String amount) {
        return paper.post(MARGIN, """
                {"instId":"BTC-USDT-SWAP","posSide":"net","type":"%s","amt":"%s"}""".formatted(type, amount));
    }

    private Paper.Reply demo(String type, String adjustments) {
        return paper.post(
                DEMO,
                "{\"type\":\"%s\",\"adjustments\":[%s]}"
                        .formatted(type, adjustments)
                        .replace('\'', '"'));
    }
}
