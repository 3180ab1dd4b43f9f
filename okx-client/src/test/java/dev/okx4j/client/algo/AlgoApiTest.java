package dev.okx4j.client.algo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.model.AlgoType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class AlgoApiTest {
    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire().tellingTime(time);
    private final AlgoApi algo = Clients.writing(wire, time).build().algo();

    private static final PlaceAlgoRequest STOP = PlaceAlgoRequest.builder()
            .instId("NVDA-USDT-SWAP")
            .tdMode(TdMode.isolated)
            .side(Side.sell)
            .ordType(AlgoType.conditional)
            .sz(BigDecimal.ONE)
            .slTriggerPx(new BigDecimal("170.5"))
            .slOrdPx(new BigDecimal("-1"))
            .reduceOnly(true)
            .algoClOrdId("stop1")
            .build();

    private static String order(String state, String type) {
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"SWAP\",\"instId\":\"NVDA-USDT-SWAP\",\"algoId\":\"77\","
                + "\"algoClOrdId\":\"stop1\",\"ordType\":\"" + type + "\",\"side\":\"sell\",\"state\":\"" + state
                + "\"}]}";
    }

    @Test
    void place_sendsOneOrderAndIsConfirmed() {
        wire.thenJson(
                "{\"code\":\"0\",\"data\":[{\"algoId\":\"77\",\"clOrdId\":\"\",\"algoClOrdId\":\"stop1\",\"sCode\":\"0\",\"sMsg\":\"\"}]}");
        Outcome<AlgoAck> outcome = algo.placeAlgo(STOP);
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        assertThat(((Outcome.Confirmed<AlgoAck>) outcome).ack().algoId()).isEqualTo("77");
        assertThat(wire.body(0)).contains("\"slOrdPx\":\"-1\"").contains("\"reduceOnly\":true");
        assertThat(wire.request(0).headers()).doesNotContainKey("expTime");
    }

    @Test
    void place_whoseAnswerIsLost_isFoundByItsClientId() {
        wire.thenFails(new IOException("reset")).thenJson(order("live", "conditional"));
        assertThat(algo.placeAlgo(STOP)).isInstanceOf(Outcome.Confirmed.class);
        assertThat(wire.request(1).target()).isEqualTo("/api/v5/trade/order-algo?algoClOrdId=stop1");
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void place_whereTheLookUpShowsAnotherOrder_isUnknown() {
        wire.thenFails(new IOException("reset")).otherwise(request -> ScriptedWire.json(200, order("live", "trigger")));
        assertThat(algo.placeAlgo(STOP)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void cancel_goesOutInAnArray() {
        wire.thenJson("{\"code\":\"0\",\"data\":[{\"algoId\":\"77\",\"sCode\":\"0\",\"sMsg\":\"\"}]}");
        assertThat(algo.cancelAlgo(new CancelAlgoRequest("NVDA-USDT-SWAP", "77", null)))
                .isInstanceOf(Outcome.Confirmed.class);
        assertThat(wire.body(0)).isEqualTo("[{\"instId\":\"NVDA-USDT-SWAP\",\"algoId\":\"77\"}]");
    }

    @ParameterizedTest
    @CsvSource({"canceled,Confirmed", "effective,Rejected", "order_failed,Rejected", "live,Unknown"})
    void cancel_whoseAnswerIsLost_isDecidedByTheState(String state, String outcome) {
        wire.thenFails(new IOException("reset"))
                .otherwise(request -> ScriptedWire.json(200, order(state, "conditional")));
        assertThat(algo.cancelAlgo(new CancelAlgoRequest("NVDA-USDT-SWAP", "77", null))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void cancel_withoutAnyId_throws() {
        assertThatThrownBy(() -> algo.cancelAlgo(new CancelAlgoRequest("NVDA-USDT-SWAP", null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
