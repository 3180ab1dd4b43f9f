package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The rows of every kind of algo order, and what lists of them tell. */
@NullUnmarked
class AlgoDeskTest {
    private static final String PLACE = "/api/v5/trade/order-algo";

    private final Paper paper = new Paper();

    @Test
    void trigger_tellsItsPrices_andWhatItsOrderIsToHave() {
        Map<?, ?> row = placed("""
                'ordType':'trigger','sz':'0.1','triggerPx':'50000','triggerPxType':'mark','orderPx':'49000',
                'attachAlgoOrds':[{'attachAlgoClOrdId':'sl1','slTriggerPx':'48000','slOrdPx':'-1'}]""");

        assertThat(row.get("triggerPx")).isEqualTo("50000");
        assertThat(row.get("triggerPxType")).isEqualTo("mark");
        assertThat(row.get("ordPx")).isEqualTo("49000");
        assertThat(row.get("state")).isEqualTo("live");
        Map<?, ?> attached = (Map<?, ?>) ((List<?>) row.get("attachAlgoOrds")).get(0);
        assertThat(attached.get("slTriggerPx")).isEqualTo("48000");
        assertThat(attached.get("attachAlgoClOrdId")).isEqualTo("sl1");
    }

    @Test
    void triggerWithAChase_tellsHowItFollows() {
        Map<?, ?> row = placed("""
                'ordType':'trigger','sz':'0.1','triggerPx':'50000','advanceOrdType':'chase',
                'advChaseParams':[{'chaseType':'ratio','chaseVal':'0.001','maxChaseType':'distance','maxChaseVal':'100'}]""");

        assertThat(row.get("advanceOrdType")).isEqualTo("chase");
        assertThat(((List<?>) row.get("advChaseParams")).get(0))
                .isEqualTo(Map.of(
                        "chaseType", "ratio", "chaseVal", "0.001", "maxChaseType", "distance", "maxChaseVal", "100"));
        assertThat(row.get("chaseVal")).isEqualTo("");
    }

    @Test
    void twap_tellsItsSlices_andItsOrdersNameIt() {
        Map<?, ?> row = placed("""
                'ordType':'twap','sz':'0.2','szLimit':'0.1','pxLimit':'90000','pxVar':'0.001','timeInterval':'60','algoClOrdId':'mine'""");

        assertThat(row.get("state")).isEqualTo("partially_effective");
        assertThat(row.get("szLimit")).isEqualTo("0.1");
        assertThat(row.get("pxVar")).isEqualTo("0.001");
        assertThat(row.get("timeInterval")).isEqualTo("60");
        assertThat((List<?>) row.get("ordIdList")).hasSize(1);
        assertThat(row.get("actualSz")).isEqualTo("0.1");
        Paper.Reply slice = paper.get("/api/v5/trade/order?instId=BTC-USDT-SWAP&ordId=" + row.get("ordId"));
        assertThat(slice.text("algoId")).isEqualTo(row.get("algoId"));
        assertThat(slice.text("algoClOrdId")).isEqualTo("mine");
        assertThat(slice.text("source")).isEqualTo("13");
        assertThat(slice.text("category")).isEqualTo("twap");
        assertThat(slice.text("ordType")).isEqualTo("ioc");
    }

    @Test
    void smartIceberg_isListedWithWhatOnlyListsTell() {
        placed("""
                'ordType':'smart_iceberg','sz':'0.3','szLimit':'0.1','pxLimit':'90000','lmtOrderNumber':'2','aggressiveness':'mid'""");

        Map<?, ?> listed = paper.get("/api/v5/trade/orders-algo-pending?ordType=iceberg,smart_iceberg")
                .row();
        assertThat(listed.get("lmtOrderNumber")).isEqualTo("2");
        assertThat(listed.get("aggressiveness")).isEqualTo("mid");
        assertThat(paper.get("/api/v5/trade/orders-pending").data()).hasSize(2);
    }

    @Test
    void chase_tellsHowItFollows_andItsOrderIsPostOnly() {
        Map<?, ?> row = placed("'ordType':'chase','sz':'0.1','chaseType':'distance','chaseVal':'10'");

        assertThat(row.get("chaseType")).isEqualTo("distance");
        assertThat(row.get("chaseVal")).isEqualTo("10");
        Map<?, ?> order = paper.get("/api/v5/trade/orders-pending").row();
        assertThat(order.get("ordType")).isEqualTo("post_only");
        assertThat(order.get("source")).isEqualTo("34");
    }

    @Test
    void cancelled_isHistory_andItsOrdersAreGone() {
        String algoId = (String) placed("'ordType':'chase','sz':'0.1'").get("algoId");
        Paper.Reply reply = paper.post(
                "/api/v5/trade/cancel-algos", "[{\"instId\":\"BTC-USDT-SWAP\",\"algoId\":\"" + algoId + "\"}]");

        assertThat(reply.code()).isEqualTo("0");
        assertThat(paper.get("/api/v5/trade/orders-pending").data()).isEmpty();
        assertThat(paper.get("/api/v5/trade/orders-algo-pending?ordType=chase").data())
                .isEmpty();
        assertThat(paper.get("/api/v5/trade/orders-algo-history?ordType=chase&state=canceled")
                        .text("algoId"))
                .isEqualTo(algoId);
    }

    @Test
    void order_withSplitTakeProfits_tellsEach() {
        Paper.Reply reply = paper.post("/api/v5/trade/order", """
                {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"limit","px":"60000","sz":"0.2","attachAlgoOrds":[
                 {"tpTriggerPx":"65000","tpOrdPx":"-1","sz":"0.1"},{"tpTriggerRatio":"0.1","tpOrdPx":"-1","sz":"0.1"},
                 {"slTriggerPx":"50000","slOrdPx":"-1","amendPxOnTriggerType":"1"}]}""");

        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
        List<?> attached =
                (List<?>) paper.get("/api/v5/trade/orders-pending").row().get("attachAlgoOrds");
        assertThat(attached).hasSize(3);
        assertThat(((Map<?, ?>) attached.get(1)).get("tpTriggerRatio")).isEqualTo("0.1");
        assertThat(((Map<?, ?>) attached.get(1)).get("sz")).isEqualTo("0.1");
        assertThat(((Map<?, ?>) attached.get(2)).get("amendPxOnTriggerType")).isEqualTo("1");
    }

    private Map<?, ?> placed(String fields) {
        Paper.Reply reply = paper.post(
                PLACE, ("{'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy'," + fields + "}").replace('\'', '"'));
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
        return paper.get(PLACE + "?algoId=" + reply.text("algoId")).row();
    }
}
