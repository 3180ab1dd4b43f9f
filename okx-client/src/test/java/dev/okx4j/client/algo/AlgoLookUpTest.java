package dev.okx4j.client.algo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.error.BadAnswerException;
import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class AlgoLookUpTest {
    private static final String NONE = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";
    private static final String ORDER = "GET /api/v5/trade/order-algo";
    private static final String PENDING = "GET /api/v5/trade/orders-algo-pending";
    private static final String HISTORY = "GET /api/v5/trade/orders-algo-history";

    private final ScriptedWire wire = new ScriptedWire();
    private final VirtualTime time = new VirtualTime();
    private final Rest rest = Clients.reading(wire, time).build().rest();

    private static WriteIntent intent(Kind kind, Map<String, Object> more) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("instId", "X-USDT-SWAP", "algoClOrdId", "s1"));
        request.putAll(more);
        return new WriteIntent("i", kind, "/x", "s1", request, VirtualTime.START, null, 1);
    }

    private static final WriteIntent PLACE =
            intent(Kind.PLACE, Map.of("tdMode", "cross", "side", "sell", "ordType", "conditional", "slTriggerPx", "5"));

    private static String order(String id, String state, String more) {
        return "{\"instType\":\"SWAP\",\"instId\":\"X-USDT-SWAP\",\"algoId\":\"77\",\"algoClOrdId\":\"" + id
                + "\",\"ordType\":\"conditional\",\"side\":\"sell\",\"sz\":\"3\",\"slTriggerPx\":\"5.0\",\"slOrdPx\":\"-1\","
                + "\"slTriggerPxType\":\"last\",\"tpTriggerPx\":\"9\",\"tpOrdPx\":\"8\",\"tpTriggerPxType\":\"last\","
                + "\"triggerPx\":\"7\",\"ordPx\":\"6\",\"triggerPxType\":\"last\",\"state\":\"" + state + "\"" + more
                + "}";
    }

    private static String rows(String rows) {
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}";
    }

    private void on(String operation, String answer) {
        wire.on(operation, request -> ScriptedWire.json(200, answer));
    }

    private static String name(Sight<?> sight) {
        return sight instanceof Sight.Decided<?> decided
                ? decided.outcome() instanceof Outcome.Rejected<?> rejected
                        ? rejected.code()
                        : decided.outcome().getClass().getSimpleName()
                : sight.getClass().getSimpleName();
    }

    @Test
    void unknownAlgo_isMissing_howeverOkxSaysIt() {
        on(ORDER, NONE);
        assertThat(name(AlgoLookUp.PLACED.look(rest, PLACE))).isEqualTo("Missing");
        on(ORDER, NONE.replace("\"0\"", "\"51603\""));
        assertThat(name(AlgoLookUp.PLACED.look(rest, PLACE))).isEqualTo("Missing");
        on(ORDER, NONE.replace("\"0\"", "\"51000\""));
        assertThatThrownBy(() -> AlgoLookUp.PLACED.look(rest, PLACE)).isInstanceOf(OkxApiException.class);
    }

    @Test
    void placed_isConfirmedByTheSameAlgoOnly() {
        on(ORDER, rows(order("s1", "live", "")));
        assertThat(AlgoLookUp.PLACED.look(rest, PLACE))
                .isEqualTo(new Sight.Decided<>(new Outcome.Confirmed<>(
                        new AlgoAck("77", null, "s1", "0", "Seen by looking it up", null), "s1")));
        for (String other : List.of("side=buy", "ordType=trigger", "instId=Y-USDT-SWAP")) {
            String[] change = other.split("=", -1);
            on(
                    ORDER,
                    rows(order("s1", "live", "")
                            .replaceAll(
                                    "\"" + change[0] + "\":\"[^\"]*\"",
                                    "\"" + change[0] + "\":\"" + change[1] + "\"")));
            assertThat(name(AlgoLookUp.PLACED.look(rest, PLACE))).as(other).isEqualTo("Pending");
        }
    }

    @ParameterizedTest
    @CsvSource({"canceled,Confirmed", "effective,51402", "order_failed,51402", "live,Pending", "pause,Pending"})
    void cancelled_isDecidedByTheState(String state, String sight) {
        on(ORDER, rows(order("s1", state, "")));
        assertThat(name(AlgoLookUp.CANCELLED.look(rest, intent(Kind.CANCEL, Map.of()))))
                .isEqualTo(sight);
    }

    @ParameterizedTest
    @CsvSource({
        "live,newSz,3,Confirmed",
        "live,newSz,4,Pending",
        "live,newSlTriggerPx,5,Confirmed",
        "live,newSlTriggerPx,6,Pending",
        "live,newSlOrdPx,-1,Confirmed",
        "live,newSlOrdPx,5,Pending",
        "live,newTpTriggerPx,9,Confirmed",
        "live,newTpTriggerPx,1,Pending",
        "live,newTpOrdPx,8,Confirmed",
        "live,newTpOrdPx,1,Pending",
        "live,newTriggerPx,7,Confirmed",
        "live,newTriggerPx,1,Pending",
        "live,newOrdPx,6,Confirmed",
        "live,newOrdPx,1,Pending",
        "live,newSlTriggerPxType,last,Confirmed",
        "live,newSlTriggerPxType,mark,Pending",
        "live,newTpTriggerPxType,last,Confirmed",
        "live,newTpTriggerPxType,mark,Pending",
        "live,newTriggerPxType,last,Confirmed",
        "live,newTriggerPxType,mark,Pending",
        "effective,newSz,4,NO_EFFECT",
        "order_failed,newSz,4,NO_EFFECT",
        "canceled,newSz,4,NO_EFFECT",
        "canceled,newSz,3,Confirmed"
    })
    void amended_isDecidedByWhatTheAlgoShows(String state, String name, String value, String sight) {
        on(ORDER, rows(order("s1", state, "")));
        WriteIntent intent = intent(Kind.AMEND, Map.of(name, value, "reqId", "r1"));
        assertThat(name(AlgoLookUp.AMENDED.look(rest, intent))).isEqualTo(sight);
    }

    @Test
    void amended_thatChangedWhatTheAlgoDoesNotShow_isNotDecided() {
        on(ORDER, rows(order("s1", "live", "")));
        WriteIntent stops =
                intent(Kind.AMEND, Map.of("newSz", "3", "attachAlgoOrds", List.of(Map.of("newSlTriggerPx", "1"))));
        assertThat(name(AlgoLookUp.AMENDED.look(rest, stops))).isEqualTo("Pending");
    }

    @Test
    void lookBack_searchesWhatWaits_thenWhatIsOver_pageByPage() {
        on(PENDING, NONE);
        String page = rows(IntStream.range(0, 100)
                .mapToObj(i -> order("other" + i, "canceled", ""))
                .collect(Collectors.joining(",")));
        wire.on(HISTORY, request -> {
            String target = request.target();
            return ScriptedWire.json(
                    200,
                    !target.contains("state=canceled")
                            ? NONE
                            : target.contains("after=77") ? rows(order("s1", "canceled", "")) : page);
        });
        assertThat(name(AlgoLookUp.PLACED.lookBack(rest, PLACE))).isEqualTo("Confirmed");
        assertThat(AlgoLookUp.PLACED.leftNoTrace(rest, PLACE)).isFalse();
        assertThat(wire.request(0).target())
                .isEqualTo("/api/v5/trade/orders-algo-pending?ordType=conditional&instId=X-USDT-SWAP&limit=100");
        assertThat(wire.count(HISTORY)).isEqualTo(6);
        on(HISTORY, NONE);
        assertThat(AlgoLookUp.PLACED.leftNoTrace(rest, PLACE)).isTrue();
        assertThat(wire.count(HISTORY)).as("each of the three states").isEqualTo(9);
    }

    @Test
    void trace_isLookedForOfPlacedAlgosOnly_andWhatIsUnknownIsNotThereToBeCancelled() {
        assertThat(AlgoLookUp.CANCELLED.leftNoTrace(rest, intent(Kind.CANCEL, Map.of())))
                .isTrue();
        assertThat(AlgoLookUp.AMENDED.leftNoTrace(rest, intent(Kind.AMEND, Map.of())))
                .isFalse();
        assertThat(wire.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"instId", "algoId", "ordType", "side", "state"})
    void orderWithoutWhatEveryOrderHas_isNotJudged(String missing) {
        String whole = order("s1", "canceled", ",\"tag\":\"\"");
        on(ORDER, rows(whole.replaceAll("\"" + missing + "\":\"[^\"]*\",", "")));
        for (LookUp<?> lookUp : List.of(AlgoLookUp.PLACED, AlgoLookUp.CANCELLED, AlgoLookUp.AMENDED)) {
            assertThatThrownBy(() -> lookUp.look(rest, PLACE))
                    .isInstanceOf(BadAnswerException.class)
                    .hasMessageContaining("cannot be judged")
                    .hasMessageContaining(missing);
        }
    }
}
