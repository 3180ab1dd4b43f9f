package dev.okx4j.client.trade;

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
import java.time.Duration;
import java.time.Instant;
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

/** What an order, its fills and its history show of a write to it. */
@NullUnmarked
class OrderLookUpTest {
    private static final Instant START = VirtualTime.START;
    private static final String NONE = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";
    private static final String UNKNOWN_ORDER = "{\"code\":\"51603\",\"msg\":\"Order does not exist\",\"data\":[]}";
    private static final String ORDER = "GET /api/v5/trade/order";
    private static final String FILLS = "GET /api/v5/trade/fills";
    private static final String FILLS_HISTORY = "GET /api/v5/trade/fills-history";
    private static final String HISTORY = "GET /api/v5/trade/orders-history";
    private static final String ARCHIVE = "GET /api/v5/trade/orders-history-archive";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire().tellingTime(time);
    private final Rest rest = Clients.reading(wire, time).build().rest();

    private static WriteIntent intent(Kind kind, String... namesAndValues) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("instId", "BTC-USDT-SWAP");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new WriteIntent(
                "i", kind, "/x", String.valueOf(request.getOrDefault("clOrdId", "")), request, START, null, 1);
    }

    private static WriteIntent place(String... more) {
        String[] all = {"tdMode", "cross", "side", "buy", "ordType", "limit", "sz", "10", "px", "0.50", "clOrdId", "a1"
        };
        String[] both = java.util.Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, both, all.length, more.length);
        return intent(Kind.PLACE, both);
    }

    private static String order(String state, String change) {
        String row = "{\"instType\":\"SWAP\",\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"312\",\"clOrdId\":\"a1\","
                + "\"ordType\":\"limit\",\"tdMode\":\"cross\",\"side\":\"buy\",\"sz\":\"10.0\",\"px\":\"0.5\",\"state\":\""
                + state
                + "\",\"cTime\":\"" + START.toEpochMilli() + "\"}";
        String[] parts = change.split("=", -1);
        return parts.length < 2
                ? row
                : row.replaceAll("\"" + parts[0] + "\":\"[^\"]*\"", "\"" + parts[0] + "\":\"" + parts[1] + "\"");
    }

    private static String rows(String... rows) {
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + String.join(",", rows) + "]}";
    }

    private void on(String operation, String answer) {
        wire.on(operation, request -> ScriptedWire.json(200, answer));
    }

    private <A> String sight(LookUp<A> lookUp, WriteIntent intent) {
        return name(lookUp.look(rest, intent));
    }

    private static String name(Sight<?> sight) {
        return sight instanceof Sight.Decided<?> decided
                ? decided.outcome() instanceof Outcome.Rejected<?> rejected
                        ? rejected.code()
                        : decided.outcome().getClass().getSimpleName()
                : sight.getClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource({
        "live,'',Confirmed",
        "filled,'',Confirmed",
        "canceled,'',Confirmed",
        "live,side=sell,Pending",
        "live,sz=11,Pending",
        "live,sz=,Pending",
        "live,px=0.51,Pending",
        "live,px=,Pending",
        "live,ordType=post_only,Pending",
        "live,instId=ETH-USDT-SWAP,Pending"
    })
    void placed_isConfirmedByTheSameOrderOnly(String state, String change, String sight) {
        on(ORDER, rows(order(state, change)));
        assertThat(sight(OrderLookUp.PLACED, place())).isEqualTo(sight);
        assertThat(wire.request(0).target()).isEqualTo("/api/v5/trade/order?instId=BTC-USDT-SWAP&clOrdId=a1");
    }

    @Test
    void placed_acknowledgesWithTheOrdersIds() {
        on(ORDER, rows(order("live", "")));
        Sight.Decided<OrderAck> seen = (Sight.Decided<OrderAck>) OrderLookUp.PLACED.look(rest, place());
        assertThat(seen.outcome())
                .isEqualTo(new Outcome.Confirmed<>(
                        new OrderAck("312", "a1", null, START, "0", "Seen by looking it up", null, null, null), "a1"));
    }

    @Test
    void placed_withAPriceThatOkxMayMove_isNotComparedByIt() {
        on(ORDER, rows(order("live", "px=0.6")));
        assertThat(sight(OrderLookUp.PLACED, place("pxAmendType", "1"))).isEqualTo("Confirmed");
        assertThat(sight(OrderLookUp.PLACED, place("pxAmendType", "0"))).isEqualTo("Pending");
    }

    @Test
    void unknownOrder_isMissing_andAnyOtherRefusalIsNoAnswer() {
        on(ORDER, UNKNOWN_ORDER);
        assertThat(sight(OrderLookUp.PLACED, place())).isEqualTo("Missing");
        on(ORDER, UNKNOWN_ORDER.replace("51603", "51000"));
        assertThatThrownBy(() -> OrderLookUp.PLACED.look(rest, place())).isInstanceOf(OkxApiException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "filled,51402",
        "canceled,Confirmed",
        "mmp_canceled,Confirmed",
        "live,Pending",
        "partially_filled,Pending"
    })
    void cancelled_isDecidedByTheState(String state, String sight) {
        on(ORDER, rows(order(state, "")));
        assertThat(sight(OrderLookUp.CANCELLED, intent(Kind.CANCEL, "ordId", "312")))
                .isEqualTo(sight);
        assertThat(wire.request(0).target()).isEqualTo("/api/v5/trade/order?instId=BTC-USDT-SWAP&ordId=312");
    }

    @ParameterizedTest
    @CsvSource({
        "live,newSz=10,Confirmed",
        "filled,newSz=10,Confirmed",
        "live,newPx=0.5,Confirmed",
        "live,newSz=10;newPx=0.50,Confirmed",
        "live,newSz=11,Missing",
        "live,newPx=0.6,Missing",
        "live,newSz=10;newPx=0.6,Missing",
        "live,newSz=11;newPx=0.5,Missing",
        "live,newPxUsd=5,Missing",
        "live,newPxVol=5,Missing",
        // OKX may have moved the price: only the size could tell.
        "live,newPx=0.6;pxAmendType=1,Pending",
        "live,newSz=11;newPx=0.6;pxAmendType=1,Missing",
        "filled,newSz=11,NO_EFFECT",
        "canceled,newPx=0.6,NO_EFFECT"
    })
    void amended_isDecidedByPriceAndSize(String state, String changes, String sight) {
        on(ORDER, rows(order(state, "")));
        String[] request = ("clOrdId=a1;reqId=r1;" + changes).split("[=;]", -1);
        assertThat(sight(OrderLookUp.AMENDED, intent(Kind.AMEND, request))).isEqualTo(sight);
    }

    @Test
    void amended_thatChangedOnlyWhatTheOrderDoesNotShow_isNotDecided() {
        on(ORDER, rows(order("live", "")));
        WriteIntent intent = intent(Kind.AMEND, "clOrdId", "a1");
        Map<String, Object> request = new LinkedHashMap<>(intent.request());
        request.put("attachAlgoOrds", java.util.List.of(Map.of("attachAlgoId", "1")));
        WriteIntent stops = new WriteIntent("i", Kind.AMEND, "/x", "a1", request, START, null, 1);
        assertThat(sight(OrderLookUp.AMENDED, stops)).isEqualTo("Pending");
    }

    @Test
    void closed_isConfirmedByItsOrder() {
        on(ORDER, rows(order("filled", "")));
        Sight<ClosePositionAck> sight = OrderLookUp.CLOSED.look(rest, intent(Kind.CLOSE, "clOrdId", "a1"));
        assertThat(sight)
                .isEqualTo(new Sight.Decided<>(
                        new Outcome.Confirmed<>(new ClosePositionAck("BTC-USDT-SWAP", null, "a1", null), "a1")));
    }

    @Test
    void timer_isNeverSeen() {
        WriteIntent intent = intent(Kind.CANCEL_ALL_AFTER);
        assertThat(sight(new TimerLookUp(), intent)).isEqualTo("Pending");
        assertThat(new TimerLookUp().leftNoTrace(rest, intent)).isFalse();
        assertThat(name(new TimerLookUp().lookBack(rest, intent))).isEqualTo("Missing");
        assertThat(wire.requests()).isEmpty();
    }

    private static String fill(String clOrdId, String ordId, int billId, long age) {
        return "{\"instType\":\"SWAP\",\"instId\":\"BTC-USDT-SWAP\",\"tradeId\":\"1\",\"ordId\":\"" + ordId
                + "\",\"clOrdId\":\"" + clOrdId + "\",\"billId\":\"" + billId + "\",\"side\":\"buy\",\"ts\":\""
                + START.minusMillis(age).toEpochMilli() + "\"}";
    }

    private static String fills(int count, long age) {
        return rows(
                IntStream.range(0, count).mapToObj(i -> fill("", "9", i, age)).collect(Collectors.joining(",")));
    }

    private void gone() {
        on(ORDER, UNKNOWN_ORDER);
        on(HISTORY, NONE);
        on(ARCHIVE, NONE);
        on(FILLS, NONE);
        on(FILLS_HISTORY, NONE);
    }

    @Test
    void trace_isAFillByEitherId_orAnOrderThatIsOver_orTheOrderItself() {
        gone();
        assertThat(OrderLookUp.PLACED.leftNoTrace(rest, place())).isTrue();
        on(FILLS, rows(fill("a1", "1", 1, 0)));
        assertThat(OrderLookUp.PLACED.leftNoTrace(rest, place())).isFalse();
        on(FILLS, rows(fill("", "312", 1, 0)));
        assertThat(OrderLookUp.PLACED.leftNoTrace(rest, place())).isTrue();
        assertThat(OrderLookUp.CANCELLED.leftNoTrace(rest, intent(Kind.CANCEL, "ordId", "312")))
                .isFalse();
        on(FILLS, NONE);
        on(HISTORY, rows(order("filled", "")));
        assertThat(OrderLookUp.PLACED.leftNoTrace(rest, place())).isFalse();
        on(HISTORY, NONE);
        on(ORDER, rows(order("live", "")));
        assertThat(OrderLookUp.PLACED.leftNoTrace(rest, place())).isFalse();
    }

    @Test
    void trace_ofAnAmendment_isNotThatTheOrderIsThere() {
        on(ORDER, rows(order("live", "")));
        assertThat(OrderLookUp.AMENDED.leftNoTrace(rest, intent(Kind.AMEND, "clOrdId", "a1", "newSz", "11")))
                .isTrue();
        assertThat(OrderLookUp.AMENDED.leftNoTrace(rest, intent(Kind.AMEND, "clOrdId", "a1", "newSz", "10")))
                .isFalse();
    }

    @Test
    void lookBack_readsTheOrderInTheHistory() {
        gone();
        assertThat(name(OrderLookUp.CANCELLED.lookBack(rest, intent(Kind.CANCEL, "ordId", "312"))))
                .isEqualTo("Missing");
        on(HISTORY, rows(order("canceled", "ordId=7;clOrdId=b"), order("filled", "")));
        assertThat(name(OrderLookUp.CANCELLED.lookBack(rest, intent(Kind.CANCEL, "ordId", "312"))))
                .isEqualTo("51402");
        assertThat(wire.request(wire.requests().size() - 1).target())
                .isEqualTo("/api/v5/trade/orders-history?instType=SWAP&instId=BTC-USDT-SWAP&limit=100");
    }

    @Test
    void fills_arePagedUntilTheyAreOlderThanTheWrite() {
        gone();
        wire.on(FILLS, request -> {
            boolean first = !request.target().contains("after=");
            return ScriptedWire.json(200, first ? fills(100, 0) : rows(fill("a1", "1", 1, 0)));
        });
        assertThat(OrderLookUp.PLACED.leftNoTrace(rest, place())).isFalse();
        assertThat(wire.request(wire.requests().size() - 1).target())
                .isEqualTo("/api/v5/trade/fills?instId=BTC-USDT-SWAP&limit=100&after=99");
        on(FILLS, fills(100, 60_001));
        long before = wire.requests().size();
        assertThat(OrderLookUp.PLACED.leftNoTrace(rest, place())).isTrue();
        assertThat(wire.requests()).hasSize((int) before + 3);
    }

    @Test
    void fills_ofExactlyTheSlack_arePagedFurther() {
        gone();
        wire.on(
                FILLS,
                request -> ScriptedWire.json(
                        200, request.target().contains("after=") ? fills(99, 60_000) : fills(100, 60_000)));
        assertThat(OrderLookUp.PLACED.leftNoTrace(rest, place())).isTrue();
        assertThat(wire.count(FILLS + "?")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"5759999,false,false", "172800000,true,false", "518399999,true,false", "518400000,true,true"})
    void oldWrites_areLookedForWhereOkxStillHasThem(long age, boolean oldFills, boolean archived) {
        gone();
        time.advance(Duration.ofMillis(age));
        assertThat(OrderLookUp.PLACED.leftNoTrace(rest, place())).isTrue();
        assertThat(wire.count(FILLS_HISTORY)).isEqualTo(oldFills ? 1 : 0);
        assertThat(wire.count(FILLS + "?")).isEqualTo(oldFills ? 0 : 1);
        assertThat(wire.count(ARCHIVE)).isEqualTo(archived ? 1 : 0);
        assertThat(wire.count(HISTORY + "?")).isEqualTo(archived ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "BTC-USDT,SPOT+MARGIN",
        "BTC-USD_UM-SWAP,SWAP",
        "BTC-USD-250808,FUTURES",
        "BTC-USD-250808-100000-C,OPTION",
        "WORLDCUP,EVENTS"
    })
    void kindsOfInstrument_areToldByTheName(String instId, String types) {
        WriteIntent intent = new WriteIntent("i", Kind.PLACE, "/x", "a1", Map.of("instId", instId), START, null, 1);
        assertThat(Since.types(intent).stream().map(Enum::name).collect(Collectors.joining("+")))
                .isEqualTo(types);
    }

    @Test
    void history_isPagedUntilOlderThanWhatTheWriteMade_andToItsEndForWhatItNamed() {
        gone();
        String page = rows(IntStream.range(0, 100)
                .mapToObj(i -> order("filled", "")
                        .replace("a1", "b")
                        .replace("312", Integer.toString(1000 - i))
                        .replace(
                                Long.toString(START.toEpochMilli()),
                                Long.toString(START.minusSeconds(61).toEpochMilli())))
                .collect(Collectors.joining(",")));
        wire.on(
                HISTORY,
                request -> ScriptedWire.json(
                        200, request.target().contains("after=901") ? rows(order("filled", "")) : page));
        assertThat(name(OrderLookUp.PLACED.lookBack(rest, place()))).isEqualTo("Missing");
        assertThat(wire.count(HISTORY)).isEqualTo(1);
        assertThat(name(OrderLookUp.CANCELLED.lookBack(rest, intent(Kind.CANCEL, "ordId", "312"))))
                .isEqualTo("51402");
        assertThat(wire.count(HISTORY)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"instId", "ordId", "ordType", "side", "state"})
    void orderWithoutWhatEveryOrderHas_isNotJudged(String missing) {
        on(ORDER, rows(order("filled", "").replaceAll("\"" + missing + "\":\"[^\"]*\",?", "")));
        for (LookUp<?> lookUp : List.of(OrderLookUp.PLACED, OrderLookUp.CANCELLED, OrderLookUp.AMENDED)) {
            assertThatThrownBy(() -> lookUp.look(rest, place()))
                    .isInstanceOf(BadAnswerException.class)
                    .hasMessageContaining("cannot be judged")
                    .hasMessageContaining(missing);
        }
    }
}
