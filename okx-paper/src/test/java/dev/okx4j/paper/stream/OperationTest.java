package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked
class OperationTest {
    private StreamExchange exchange;
    private StreamClient client;
    private String code;

    @BeforeEach
    void open() throws IOException {
        exchange = new StreamExchange(false);
        client = exchange.owner(Door.PRIVATE);
        Map<?, ?> listed = exchange.row("/api/v5/public/instruments?instType=SWAP&instId=NVDA-USDT-SWAP");
        code = ((BigDecimal) listed.get("instIdCode")).toPlainString();
    }

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({"instIdCode, true", "instId, false"})
    void order_isPlaced_howeverItNamesItsInstrument(String name, boolean coded) {
        String named = coded ? "\"instIdCode\":" + code : "\"instId\":\"NVDA-USDT-SWAP\"";
        Map<?, ?> reply = operate("""
                {"id":"a1","op":"order","args":[{%s,"tdMode":"cross","side":"buy","ordType":"limit","px":"100","sz":"1","clOrdId":"c1","tag":"t1"}]}""".formatted(named));
        assertThat(reply.get("id")).isEqualTo("a1");
        assertThat(reply.get("op")).isEqualTo("order");
        assertThat(reply.get("code")).isEqualTo("0");
        assertThat(reply.get("msg")).isEqualTo("");
        assertThat((String) reply.get("inTime")).matches("\\d{16}");
        assertThat((String) reply.get("outTime")).matches("\\d{16}");
        Map<?, ?> row = row(reply);
        assertThat(row.get("sCode")).isEqualTo("0");
        assertThat(row.get("clOrdId")).isEqualTo("c1");
        assertThat(row.get("tag")).isEqualTo("t1");
        Map<?, ?> rest = exchange.row("/api/v5/trade/order?instId=NVDA-USDT-SWAP&ordId=" + row.get("ordId"));
        assertThat(rest.get("state")).isEqualTo("live");
        assertThat(rest.get("px")).isEqualTo("100");
    }

    @Test
    void instIdCode_winsOverAnInstIdThatNamesAnother() {
        Map<?, ?> reply = operate("""
                {"id":"1","op":"order","args":[{"instIdCode":%s,"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"limit","px":"100","sz":"1"}]}""".formatted(code));
        Map<?, ?> rest = exchange.row(
                "/api/v5/trade/order?instId=NVDA-USDT-SWAP&ordId=" + row(reply).get("ordId"));
        assertThat(rest.get("instId")).isEqualTo("NVDA-USDT-SWAP");
    }

    @Test
    void order_thatIsRefused_hasCode1_andTheReasonInItsRow() {
        Map<?, ?> reply = operate("""
                {"id":"2","op":"order","args":[{"instIdCode":%s,"tdMode":"cross","side":"buy","ordType":"limit","px":"100","sz":"0.0001"}]}""".formatted(code));
        assertThat(reply.get("code")).isEqualTo("1");
        assertThat(reply.get("msg")).isEqualTo("");
        assertThat((String) row(reply).get("sCode")).startsWith("51");
        assertThat(row(reply).get("ordId")).isEqualTo("");
    }

    @Test
    void batch_ofWhichOneFails_hasCode2_andItsRowsInOrder() {
        Map<?, ?> reply = operate("""
                {"id":"3","op":"batch-orders","args":[
                {"instIdCode":%1$s,"tdMode":"cross","side":"buy","ordType":"limit","px":"100","sz":"1","clOrdId":"b1"},
                {"instIdCode":%1$s,"tdMode":"cross","side":"buy","ordType":"limit","px":"100","sz":"0.0001","clOrdId":"b2"}]}""".formatted(code));
        assertThat(reply.get("code")).isEqualTo("2");
        List<?> rows = (List<?>) reply.get("data");
        assertThat(((Map<?, ?>) rows.get(0)).get("sCode")).isEqualTo("0");
        assertThat(((Map<?, ?>) rows.get(1)).get("clOrdId")).isEqualTo("b2");
        assertThat(((Map<?, ?>) rows.get(1)).get("sCode")).isNotEqualTo("0");
    }

    @Test
    void amendment_isAnswered_andPushedWithItsRequestId() {
        client.subscribe("{\"channel\":\"orders\",\"instType\":\"ANY\"}");
        String ordId = exchange.limit("buy", "100", "1");
        client.row("orders");
        Map<?, ?> reply = null;
        Map<?, ?> pushed = null;
        client.send("""
                {"id":"4","op":"amend-order","args":[{"instIdCode":%s,"ordId":"%s","newPx":"101","reqId":"r9"}]}""".formatted(code, ordId));
        while (reply == null || pushed == null) {
            Map<?, ?> frame = client.json();
            if (frame.containsKey("op")) {
                reply = frame;
            } else {
                pushed = row(frame);
            }
        }
        assertThat(row(reply).get("reqId")).isEqualTo("r9");
        assertThat(pushed.get("reqId")).isEqualTo("r9");
        assertThat(pushed.get("amendResult")).isEqualTo("0");
        assertThat(pushed.get("amendSource")).isEqualTo("1");
        assertThat(pushed.get("px")).isEqualTo("101");
    }

    @Test
    void cancellations_aloneAndInABatch_endOrders() {
        String one = exchange.limit("buy", "100", "1");
        String two = exchange.limit("buy", "101", "1");
        assertThat(operate("{\"id\":\"5\",\"op\":\"cancel-order\",\"args\":[{\"instIdCode\":" + code + ",\"ordId\":\""
                                + one + "\"}]}")
                        .get("code"))
                .isEqualTo("0");
        Map<?, ?> reply = operate("""
                {"id":"6","op":"batch-cancel-orders","args":[{"instIdCode":%1$s,"ordId":"%2$s"},{"instIdCode":%1$s,"ordId":"%3$s"}]}""".formatted(code, one, two));
        assertThat(reply.get("code")).isEqualTo("2");
        assertThat(exchange.get("/api/v5/trade/orders-pending")).isEmpty();
    }

    @Test
    void order_behindItsExpTime_isNotPlaced() {
        Map<?, ?> reply = operate("""
                {"id":"7","op":"order","expTime":"%s","args":[{"instIdCode":%s,"tdMode":"cross","side":"buy","ordType":"limit","px":"100","sz":"1"}]}""".formatted(exchange.now().minusSeconds(1).toEpochMilli(), code));
        assertThat(reply.get("code")).isEqualTo("50036");
        assertThat((List<?>) reply.get("data")).isEmpty();
        assertThat(exchange.get("/api/v5/trade/orders-pending")).isEmpty();
    }

    @Test
    void orders_countTogetherWithThoseOfRest_howeverTheyNameTheirInstrument() {
        int granted = 0;
        for (int i = 0; i < 70; i++) {
            String named = i % 2 == 0 ? "\"instIdCode\":" + code : "\"instId\":\"NVDA-USDT-SWAP\"";
            String answer = (String)
                    operate("{\"id\":\"" + i + "\",\"op\":\"cancel-order\",\"args\":[{" + named + ",\"ordId\":\"1\"}]}")
                            .get("code");
            granted += answer.equals("50011") ? 0 : 1;
        }
        assertThat(granted).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'8','op':'order','args':[{},{}]} | 60013",
                "{'id':'8','op':'order','args':['x']} | 60013",
                "{'op':'cancel-order','args':[{'instId':'NVDA-USDT-SWAP','ordId':'1'}]} | 60027",
                "{'id':'8','op':'order','args':[{'instId':'NVDA-USDT-SWAP'}]} | 50014"
            })
    void frame_thatIsNoOrder_isAnsweredWithoutRows(String frame, String code) {
        Map<?, ?> reply = operate(frame.replace('\'', '"'));
        assertThat(reply.get("code")).isEqualTo(code);
        assertThat((List<?>) reply.get("data")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            names = {"PUBLIC", "BUSINESS"})
    void order_atAnotherAddress_isRefused(Door door) {
        StreamClient other = exchange.owner(door);
        other.send("{\"id\":\"9\",\"op\":\"order\",\"args\":[{}]}");
        assertThat(other.json().get("code")).isEqualTo("60028");
    }

    @Test
    void order_withoutLogin_isRefused() {
        StreamClient stranger = exchange.connect(Door.PRIVATE);
        stranger.send("{\"id\":\"9\",\"op\":\"order\",\"args\":[{}]}");
        assertThat(stranger.json().get("code")).isEqualTo("60011");
    }

    private Map<?, ?> operate(String frame) {
        client.send(frame);
        return client.await(answer -> answer.containsKey("op"));
    }

    private static Map<?, ?> row(Map<?, ?> frame) {
        return (Map<?, ?>) ((List<?>) frame.get("data")).get(0);
    }
}
