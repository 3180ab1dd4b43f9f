package dev.okx4j.client.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What became of each item of a batch, whatever the answer says about the others. */
@NullUnmarked
class BatchOutcomeTest {
    private static final String REFUSAL = "51008";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire().otherwise(this::answer);
    private final TradeApi trade = Clients.writing(wire, time).build().trade();

    /** What the exchange acknowledges. */
    private List<Map<String, Object>> items = List.of();

    private String code = "";

    /** The order that a look-up shows; empty when the network fails it. */
    private String shown = "";

    private WireResponse answer(WireRequest request) throws IOException {
        if (request.target().equals("/api/v5/public/time")) {
            return ScriptedWire.json(200, time.told());
        }
        if (!request.write()) {
            if (!shown.isEmpty()) {
                return ScriptedWire.json(200, shown);
            }
            throw new IOException("the network is down");
        }
        return ScriptedWire.json(200, Json.write(Map.of("code", code, "msg", "", "data", items)));
    }

    /** Every pattern of taken and refused items, for one to five of them: bit i is set where item i is taken. */
    static Stream<Arguments> patterns() {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(n -> IntStream.range(0, 1 << n).mapToObj(taken -> Arguments.of(n, taken)));
    }

    @ParameterizedTest(name = "{0} orders, taken {1}")
    @MethodSource("patterns")
    void answerInOrder_decidesEachOrder(int n, int taken) {
        acknowledge(n, taken);
        assertThat(place(n)).isEqualTo(expected(n, taken, -1));
    }

    @ParameterizedTest(name = "{0} orders, taken {1}")
    @MethodSource("patterns")
    void answerInAnyOrder_decidesEachOrderByItsClientId(int n, int taken) {
        acknowledge(n, taken);
        long seed = 31L * n + taken;
        Collections.shuffle(items, new Random(seed));
        assertThat(place(n)).as("seed %d", seed).isEqualTo(expected(n, taken, -1));
    }

    /** Every pattern with every item left out in turn. */
    static Stream<Arguments> gaps() {
        return patterns()
                .flatMap(pattern -> IntStream.range(0, (int) pattern.get()[0])
                        .mapToObj(missing -> Arguments.of(pattern.get()[0], pattern.get()[1], missing)));
    }

    @ParameterizedTest(name = "{0} orders, taken {1}, without item {2}")
    @MethodSource("gaps")
    void answerWithoutAnItem_leavesThatOneUnknown_andTheOthersDecided(int n, int taken, int missing) {
        acknowledge(n, taken);
        items.remove(missing);
        long seed = 31L * n + taken;
        Collections.shuffle(items, new Random(seed));
        assertThat(place(n)).as("seed %d", seed).isEqualTo(expected(n, taken, missing));
    }

    @Test
    void answerWithoutAnItem_isMadeGoodByLookingThatOneUp() {
        acknowledge(3, 0b101);
        items.remove(2);
        shown =
                "{\"code\":\"0\",\"data\":[{\"instType\":\"SPOT\",\"instId\":\"BTC-USDT\",\"ordId\":\"72\",\"clOrdId\":\"a2\","
                        + "\"side\":\"buy\",\"tdMode\":\"cash\",\"ordType\":\"market\",\"sz\":\"1\",\"state\":\"filled\"}]}";
        assertThat(place(3)).containsExactly("Confirmed a0", "Rejected a1", "Confirmed a2");
        assertThat(wire.posts()).isEqualTo(1);
        assertThat(wire.requests())
                .filteredOn(request -> request.target().startsWith("/api/v5/trade/order?"))
                .extracting(WireRequest::target)
                .containsExactly("/api/v5/trade/order?instId=BTC-USDT&clOrdId=a2");
    }

    @ParameterizedTest(name = "{0} cancellations, taken {1}")
    @MethodSource("patterns")
    void cancellations_withoutClientIds_areDecidedByPositionOrOrdId(int n, int taken) {
        acknowledge(n, taken);
        items.forEach(item -> item.put("clOrdId", ""));
        List<CancelOrderRequest> requests = IntStream.range(0, n)
                .mapToObj(i -> new CancelOrderRequest("BTC-USDT", "7" + i, null))
                .toList();
        assertThat(names(trade.cancelOrders(requests)))
                .isEqualTo(expected(n, taken, -1).stream()
                        .map(name -> name.substring(0, name.indexOf(' ')))
                        .toList());
    }

    @ParameterizedTest(name = "{0} amendments, taken {1}")
    @MethodSource("patterns")
    void amendments_areDecidedEach(int n, int taken) {
        acknowledge(n, taken);
        List<AmendOrderRequest> requests = IntStream.range(0, n)
                .mapToObj(i -> AmendOrderRequest.builder()
                        .instId("BTC-USDT")
                        .clOrdId("a" + i)
                        .newSz(BigDecimal.TEN)
                        .build())
                .toList();
        assertThat(names(trade.amendOrders(requests))).isEqualTo(expected(n, taken, -1));
    }

    @Test
    void answerAboutNothing_leavesAllUnknown() {
        code = "0";
        assertThat(place(3)).containsExactly("Unknown a0", "Unknown a1", "Unknown a2");
    }

    @Test
    void answerAboutAnOrderThatWasNotPlaced_confirmsNothing() {
        acknowledge(2, 0b11);
        items.get(1).put("clOrdId", "stranger");
        assertThat(place(2)).containsExactly("Confirmed a0", "Unknown a1");
    }

    @Test
    void refusalOfTheWhole_rejectsEach() {
        code = "51000";
        assertThat(place(2)).containsExactly("Rejected a0", "Rejected a1");
    }

    @Test
    void orders_withoutClientIds_getOneEach() {
        acknowledge(2, 0b11);
        items.forEach(item -> item.put("clOrdId", ""));
        List<Outcome<OrderAck>> outcomes = trade.placeOrders(List.of(order(null), order(null)));
        assertThat(outcomes)
                .extracting(Outcome::clOrdId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 32);
        assertThat(written())
                .contains(outcomes.get(0).clOrdId(), outcomes.get(1).clOrdId());
    }

    @Test
    void amendments_withoutReqIds_getOneEach_andNoClientId() {
        acknowledge(2, 0b11);
        trade.amendOrders(List.of(
                AmendOrderRequest.builder()
                        .instId("BTC-USDT")
                        .ordId("70")
                        .newSz(BigDecimal.TEN)
                        .build(),
                AmendOrderRequest.builder()
                        .instId("BTC-USDT")
                        .ordId("71")
                        .newSz(BigDecimal.TEN)
                        .build()));
        List<?> sent = (List<?>) Json.parse(written());
        assertThat(sent)
                .extracting(item -> ((Map<?, ?>) item).get("reqId"))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat((String) id).matches("[A-Za-z0-9]{32}"));
        assertThat(sent).noneMatch(item -> ((Map<?, ?>) item).containsKey("clOrdId"));
    }

    private List<String> place(int n) {
        List<Outcome<OrderAck>> outcomes = trade.placeOrders(
                IntStream.range(0, n).mapToObj(i -> order("a" + i)).toList());
        return names(outcomes);
    }

    private static <A> List<String> names(List<Outcome<A>> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.getClass().getSimpleName() + " " + outcome.clOrdId())
                .map(String::strip)
                .toList();
    }

    private static PlaceOrderRequest order(String clOrdId) {
        return PlaceOrderRequest.builder()
                .instId("BTC-USDT")
                .tdMode(TdMode.cash)
                .clOrdId(clOrdId)
                .side(Side.buy)
                .ordType(OrdType.market)
                .sz(BigDecimal.ONE)
                .build();
    }

    private void acknowledge(int n, int taken) {
        items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean ok = (taken >> i & 1) == 1;
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("clOrdId", "a" + i);
            item.put("ordId", ok ? "7" + i : "");
            item.put("sCode", ok ? "0" : REFUSAL);
            item.put("sMsg", ok ? "" : "Insufficient balance");
            items.add(item);
        }
        boolean all = taken == (1 << n) - 1;
        code = all ? "0" : taken == 0 ? "1" : "2";
    }

    private static List<String> expected(int n, int taken, int missing) {
        return IntStream.range(0, n)
                .mapToObj(i ->
                        i == missing ? "Unknown a" + i : (taken >> i & 1) == 1 ? "Confirmed a" + i : "Rejected a" + i)
                .toList();
    }

    private String written() {
        return wire.requests().stream()
                .filter(WireRequest::write)
                .map(request -> new String(request.body(), StandardCharsets.UTF_8))
                .reduce((one, two) -> two)
                .orElseThrow();
    }
}
