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

/** The mass cancel as an operation, and what is pushed of orders under market-maker protection. */
@NullUnmarked
class ProtectionPushTest {
    private static final String CALL = "BTC-USD-260925-64000-C";

    private StreamExchange exchange;
    private StreamClient client;
    private BigDecimal ask;

    @BeforeEach
    void open() throws IOException {
        exchange = new StreamExchange(false, "src/test/resources/dev/okx4j/paper/wire/products");
        exchange.post("/paper/v1/deposit", "{\"ccy\":\"BTC\",\"amt\":\"1\"}");
        exchange.advance("1H");
        ask = new BigDecimal(
                (String) exchange.row("/api/v5/market/ticker?instId=" + CALL).get("askPx"));
        client = exchange.owner(Door.PRIVATE);
    }

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    private String mmp(BigDecimal px) {
        Map<?, ?> row = (Map<?, ?>) exchange.post("/api/v5/trade/order", """
                        {"instId":"%s","tdMode":"cross","side":"buy","ordType":"mmp_and_post_only","px":"%s","sz":"1"}""".formatted(CALL, px.toPlainString()))
                .get(0);
        assertThat(row.get("sCode")).isEqualTo("0");
        return (String) row.get("ordId");
    }

    private Map<?, ?> operate(String args) {
        client.send("{\"id\":\"m1\",\"op\":\"mass-cancel\",\"args\":[" + args.replace('\'', '"') + "]}");
        return client.await(answer -> answer.containsKey("op"));
    }

    @Test
    void massCancel_isAnsweredTrue_andLocks() {
        String ordId = mmp(ask.multiply(new BigDecimal("0.8")));

        Map<?, ?> reply = operate("{'instType':'OPTION','instFamily':'BTC-USD','lockInterval':'1000'}");

        assertThat(reply.get("id")).isEqualTo("m1");
        assertThat(reply.get("op")).isEqualTo("mass-cancel");
        assertThat(reply.get("code")).isEqualTo("0");
        assertThat(reply.get("data")).isEqualTo(List.of(Map.of("result", true)));
        Map<?, ?> order = exchange.row("/api/v5/trade/order?instId=" + CALL + "&ordId=" + ordId);
        assertThat(order.get("state")).isEqualTo("canceled");
        client.send("""
                {"id":"o1","op":"order","args":[{"instId":"%s","tdMode":"cross","side":"buy","ordType":"mmp","px":"%s","sz":"1"}]}""".formatted(CALL, ask.toPlainString()));
        Map<?, ?> refused = client.await(answer -> answer.containsKey("op"));
        assertThat(((Map<?, ?>) ((List<?>) refused.get("data")).get(0)).get("sCode"))
                .isEqualTo("54008");
    }

    @Test
    void massCancel_isPushed_likeAnyCancel() {
        mmp(ask.multiply(new BigDecimal("0.8")));
        client.subscribe("{\"channel\":\"orders\",\"instType\":\"OPTION\"}");

        client.send("""
                {"id":"m1","op":"mass-cancel","args":[{"instType":"OPTION","instFamily":"BTC-USD"}]}""");
        Map<?, ?> pushed = client.row("orders");

        assertThat(pushed.get("state")).isEqualTo("canceled");
        assertThat(pushed.get("cancelSource")).isEqualTo("38");
    }

    @Test
    void protectionThatIsTriggered_isPushedOfEveryOrderThatItPulls() {
        String resting = mmp(ask.multiply(new BigDecimal("0.8")));
        exchange.post("/api/v5/account/mmp-config", """
                {"instFamily":"BTC-USD","timeInterval":"5000","frozenInterval":"0","qtyLimit":"1"}""");
        client.subscribe("{\"channel\":\"orders\",\"instType\":\"OPTION\"}");

        exchange.post("/api/v5/trade/order", """
                {"instId":"%s","tdMode":"cross","side":"buy","ordType":"mmp","px":"%s","sz":"1"}""".formatted(CALL, ask.toPlainString()));

        assertThat(client.row("orders").get("state")).isEqualTo("live");
        assertThat(client.row("orders").get("state")).isEqualTo("filled");
        Map<?, ?> pulled = client.row("orders");
        assertThat(pulled.get("ordId")).isEqualTo(resting);
        assertThat(pulled.get("state")).isEqualTo("mmp_canceled");
        assertThat(pulled.get("cancelSource")).isEqualTo("39");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'instType':'SWAP','instFamily':'BTC-USD'} | 51000",
                "{'instType':'OPTION'} | 50014",
                "{'instType':'OPTION','instFamily':'ETH-USD'} | 51000",
                "{'instType':'OPTION','instFamily':'BTC-USD','lockInterval':'10001'} | 51000",
                "{'instType':'OPTION','instFamily':'BTC-USD'},{'instType':'OPTION','instFamily':'BTC-USD'} | 60013"
            })
    void massCancel_thatIsWrong_isRefused(String args, String code) {
        Map<?, ?> reply = operate(args);
        assertThat(reply.get("code")).isEqualTo(code);
        assertThat((List<?>) reply.get("data")).isEmpty();
    }

    @Test
    void massCancels_countTogetherWithThoseOfRest() {
        int granted = 0;
        for (int i = 0; i < 7; i++) {
            granted += operate("{'instType':'OPTION','instFamily':'BTC-USD'}")
                            .get("code")
                            .equals("0")
                    ? 1
                    : 0;
        }
        assertThat(granted).isEqualTo(5);
    }
}
