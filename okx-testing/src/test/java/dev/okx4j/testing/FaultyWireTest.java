package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault in process and in virtual time: what the exchange holds is what the fault says, and so is what is seen. */
@NullUnmarked
class FaultyWireTest {
    private static final String PLACE = "POST /api/v5/trade/order";

    private static final VirtualTime TIME = new VirtualTime();
    private static final Faults FAULTS = new Faults();
    private static PaperExchange paper;
    private static FaultyWire wire;
    private static SignedCalls calls;
    private static SignedCalls truth;

    private final VirtualTime time = TIME;
    private final Faults faults = FAULTS;

    @BeforeAll
    static void open() throws IOException {
        paper = PaperExchange.builder()
                .clock(FAULTS.clock(TIME))
                .entropy(Entropy.seeded(1))
                .open();
        wire = new FaultyWire(paper.wire(), paper.credentials(), FAULTS, TIME, TIME, TIME);
        calls = new SignedCalls(wire, paper.credentials(), TIME);
        truth = new SignedCalls(paper.wire(), paper.credentials(), FAULTS.clock(TIME));
    }

    @AfterAll
    static void close() throws IOException {
        paper.close();
    }

    @BeforeEach
    void reset() throws Exception {
        faults.clear();
        time.sleep(Duration.ofMinutes(1)); // so that the limits have room again, and nothing is under way any more
        wire.exchange(calls.post("/paper/v1/reset", Map.of()));
    }

    static List<Fault> withoutAnAnswer() {
        return List.of(
                Fault.refuse(),
                Fault.blackhole(),
                Fault.resetBefore(),
                Fault.resetAt(17),
                Fault.resetAfterRead(Effect.NONE),
                Fault.resetAfterRead(Effect.ACCEPTED),
                Fault.finAfterRead(Effect.NONE),
                Fault.finAfterRead(Effect.FILLED),
                Fault.silence(Effect.NONE),
                Fault.silence(Effect.ACCEPTED),
                Fault.silence(Effect.FILLED),
                Fault.chunksWithoutEnd(Effect.ACCEPTED),
                Fault.interimAnswers(Effect.ACCEPTED),
                Fault.drip(1, Effect.ACCEPTED),
                Fault.gzipBomb(Effect.ACCEPTED),
                Fault.endless(Effect.FILLED));
    }

    @ParameterizedTest
    @MethodSource("withoutAnAnswer")
    void fault_withoutAnAnswer_isAnIoException_andTheExchangeDidWhatTheEffectSays(Fault fault) throws IOException {
        faults.on(PLACE).nth(1).then(fault);

        Throwable thrown = catchThrowable(() -> place(SignedCalls.market("a1")));

        assertThat(thrown).isInstanceOf(IOException.class);
        assertThat(thrown instanceof Wire.NotSentException).isEqualTo(fault.equals(Fault.refuse()));
        assertThat(truth.fills()).isEqualTo(fault.effect() == Effect.NONE ? 0 : 1);
        assertThat(faults.seen()).containsExactly(new Faults.Struck(PLACE, fault));
    }

    static List<Fault> withAnAnswer() {
        return List.of(
                Fault.status(307, Effect.ACCEPTED),
                Fault.status(408, Effect.NONE),
                Fault.status(503, Effect.ACCEPTED),
                Fault.page("<h1>Bad gateway</h1>", 502, Effect.ACCEPTED),
                Fault.page("<h1>Welcome</h1>", 200, Effect.NONE),
                Fault.empty(Effect.ACCEPTED),
                Fault.json(500, "{\"error\":1}", Effect.ACCEPTED),
                Fault.truncate(20, Effect.ACCEPTED),
                Fault.garbageTail(Effect.ACCEPTED),
                Fault.duplicateKeys(Effect.ACCEPTED),
                Fault.itemMissing(Effect.ACCEPTED),
                Fault.code("50004", Effect.FILLED),
                Fault.code("51149", Effect.ACCEPTED),
                Fault.limiterFull(200),
                Fault.limiterFull());
    }

    @ParameterizedTest
    @MethodSource("withAnAnswer")
    void fault_withAnAnswer_acknowledgesNothing_whateverTheExchangeDid(Fault fault) throws IOException {
        faults.on(PLACE).then(fault);

        WireResponse answer = place(SignedCalls.market("a1"));

        assertThat(acknowledged(answer)).as(text(answer)).isFalse();
        assertThat(truth.fills()).isEqualTo(fault.effect() == Effect.NONE ? 0 : 1);
    }

    @Test
    void filled_movesTheMarketUntilTheRestingOrderHasFilled() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.silence(Effect.FILLED));

        assertThatThrownBy(() -> place(SignedCalls.limit(justBelowTheMarket(), "a1")))
                .isInstanceOf(InterruptedIOException.class);

        assertThat(truth.rows(order("a1")))
                .singleElement()
                .satisfies(order -> assertThat(order.get("state")).isEqualTo("filled"));
    }

    @Test
    void filled_leavesAnOrderOpen_thatTheMarketDoesNotReach_andTimeAtMostAnHourOn() throws IOException {
        Instant before = marketTime();
        faults.on(PLACE).nth(1).then(Fault.resetAfterRead(Effect.FILLED));

        assertThatThrownBy(() -> place(SignedCalls.limit("20000", "a1"))).isInstanceOf(IOException.class);

        assertThat(truth.rows(order("a1")))
                .singleElement()
                .satisfies(order -> assertThat(order.get("state")).isEqualTo("live"));
        assertThat(marketTime()).isBeforeOrEqualTo(before.plus(Duration.ofHours(1)));
    }

    @Test
    void filled_onACancel_fillsTheOrderFirst() throws IOException {
        place(SignedCalls.limit(justBelowTheMarket(), "a1"));
        faults.on("POST /api/v5/trade/cancel-order").then(Fault.finAfterRead(Effect.FILLED));

        WireRequest cancel =
                calls.post("/api/v5/trade/cancel-order", Map.of("instId", SignedCalls.BTC, "clOrdId", "a1"));
        assertThatThrownBy(() -> wire.exchange(cancel)).isInstanceOf(IOException.class);

        assertThat(truth.rows(order("a1")))
                .singleElement()
                .satisfies(order -> assertThat(order.get("state")).isEqualTo("filled"));
    }

    @Test
    void delay_beyondTheTimeout_deliversWhenNobodyWaitsAnyMore() throws Exception {
        faults.on(PLACE).nth(1).then(Fault.delay(Duration.ofSeconds(3), Effect.ACCEPTED));

        assertThatThrownBy(() -> place(SignedCalls.market("a1"))).isInstanceOf(InterruptedIOException.class);
        assertThat(truth.fills()).isZero();

        time.sleep(Duration.ofSeconds(1));
        assertThat(truth.fills()).isEqualTo(1);
    }

    @Test
    void delay_beyondItsExpiry_isRefusedByTheExchange() throws Exception {
        faults.on(PLACE).nth(1).then(Fault.delay(Duration.ofSeconds(3), Effect.ACCEPTED));
        WireRequest request = calls.post("/api/v5/trade/order", SignedCalls.market("a1"));
        request.headers().put("expTime", Long.toString(time.now().plusSeconds(2).toEpochMilli()));

        assertThatThrownBy(() -> wire.exchange(request)).isInstanceOf(InterruptedIOException.class);
        time.sleep(Duration.ofSeconds(10));

        assertThat(truth.orders()).isZero();
    }

    @Test
    void delay_withinTheTimeout_isOnlySlow() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.delay(Duration.ofSeconds(1), Effect.ACCEPTED));
        long before = time.nanos();

        assertThat(acknowledged(place(SignedCalls.market("a1")))).isTrue();
        assertThat(time.nanos() - before).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void drip_thatEndsInTime_isOnlySlow() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.drip(1_000, Effect.ACCEPTED));

        assertThat(acknowledged(place(SignedCalls.market("a1")))).isTrue();
    }

    @Test
    void duplicate_reachesTheExchangeTwice() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.duplicate());

        assertThat(acknowledged(place(SignedCalls.market("a1")))).isTrue();
        assertThat(truth.fills()).isEqualTo(2);
    }

    @Test
    void otherIds_areThoseOfAnotherOrder() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.otherIds(Effect.ACCEPTED));

        Map<String, ?> item = Items.of(place(SignedCalls.market("a1"))).get(0);

        assertThat(item.get("clOrdId")).isNotEqualTo("a1").asString().hasSize(2);
        assertThat(truth.fills()).isEqualTo(1);
    }

    @Test
    void itemsShuffled_comeInReverse() throws IOException {
        place(SignedCalls.limit("20000", "a1"));
        place(SignedCalls.limit("20001", "a2"));
        faults.on("GET /api/v5/trade/orders-pending").nth(2).then(Fault.itemsShuffled());
        String pending = "/api/v5/trade/orders-pending";

        assertThat(calls.rows(pending)).extracting(row -> row.get("clOrdId")).containsExactly("a2", "a1");
        assertThat(calls.rows(pending)).extracting(row -> row.get("clOrdId")).containsExactly("a1", "a2");
    }

    @Test
    void visibilityLag_hidesTheOrderFromEveryRead_untilItIsOver() throws Exception {
        faults.on(PLACE)
                .each()
                .then(Fault.visibilityLag(Duration.ofSeconds(3)))
                .on(PLACE)
                .each()
                .then(Fault.silence(Effect.FILLED));

        assertThatThrownBy(() -> place(SignedCalls.market("a1"))).isInstanceOf(InterruptedIOException.class);

        assertThat(SignedCalls.code(calls.get(order("a1")))).isEqualTo("51603");
        assertThat(calls.orders()).isZero();
        assertThat(calls.fills()).isZero();
        assertThat(truth.fills()).isEqualTo(1);
        time.sleep(Duration.ofSeconds(1));
        assertThat(calls.rows(order("a1"))).hasSize(1);
        assertThat(calls.orders()).isEqualTo(1);
        assertThat(calls.fills()).isEqualTo(1);
    }

    @Test
    void ban_answersEveryRequestWithAPage_untilItIsOver() throws Exception {
        faults.on("GET *").nth(1).then(Fault.ban(Duration.ofSeconds(60)));

        assertThat(calls.get("/api/v5/trade/orders-pending").status()).isEqualTo(429);
        assertThat(text(place(SignedCalls.market("a1")))).contains("1015");
        assertThat(truth.orders()).isZero();
        assertThat(faults.seen()).hasSize(3);

        time.sleep(Duration.ofSeconds(60));
        assertThat(acknowledged(place(SignedCalls.market("a2")))).isTrue();
    }

    @Test
    void skew_movesTimeTimestampsAndExpiryTogether_untilCleared() throws IOException {
        faults.on("GET /api/v5/public/time").nth(1).then(Fault.skew(Duration.ofMinutes(5)));
        Instant before = time.now();

        assertThat(calls.rows("/api/v5/public/time"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("ts"))
                        .isEqualTo(Long.toString(before.plusSeconds(300).toEpochMilli())));
        assertThat(SignedCalls.code(place(SignedCalls.market("a1")))).isEqualTo("50102");

        SignedCalls inTime = new SignedCalls(wire, paper.credentials(), faults.clock(time));
        WireRequest expired = inTime.post("/api/v5/trade/order", SignedCalls.market("a1"));
        expired.headers().put("expTime", Long.toString(before.plusSeconds(200).toEpochMilli()));
        assertThat(SignedCalls.code(wire.exchange(expired))).isEqualTo("50036");

        faults.clear();
        assertThat(acknowledged(place(SignedCalls.market("a1")))).isTrue();
    }

    @Test
    void code_ofASingleOrder_standsInTheItem_andOthersInTheEnvelope() throws IOException {
        faults.on(PLACE).then(Fault.code("51149", Effect.NONE));
        faults.on("GET *").then(Fault.code("50001", Effect.NONE));

        WireResponse placed = place(SignedCalls.market("a1"));
        assertThat(SignedCalls.code(placed)).isEqualTo("1");
        assertThat(Items.of(placed))
                .singleElement()
                .satisfies(
                        item -> assertThat(item).containsEntry("sCode", "51149").containsEntry("clOrdId", "a1"));
        WireResponse read = calls.get("/api/v5/trade/orders-pending");
        assertThat(read.status()).isEqualTo(503);
        assertThat(SignedCalls.code(read)).isEqualTo("50001");
    }

    @Test
    void code_ofABatch_standsInEachItem() throws IOException {
        faults.on("POST /api/v5/trade/batch-orders").then(Fault.code("51054", Effect.NONE));
        faults.on("POST /api/v5/trade/cancel-batch-orders").then(Fault.code("51412", Effect.NONE));

        assertThat(wire.exchange(calls.post("/api/v5/trade/batch-orders", List.of()))
                        .status())
                .isEqualTo(500);
        WireResponse cancelled = wire.exchange(calls.post(
                "/api/v5/trade/cancel-batch-orders",
                List.of(Map.of("instId", "A", "ordId", "1"), Map.of("instId", "A", "ordId", "2"))));
        assertThat(Items.of(cancelled)).extracting(item -> item.get("sCode")).containsExactly("51412", "51412");
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void silence_takesTheRequestsTimeout_andNoMore(Effect effect) {
        faults.on(PLACE).nth(1).then(Fault.silence(effect));
        long before = time.nanos();

        assertThatThrownBy(() -> place(SignedCalls.market("a1")))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("timeout");
        assertThat(time.nanos() - before).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interrupted_thread_endsItsWaitAtOnce_andStaysInterrupted(boolean late) {
        faults.on(PLACE)
                .nth(1)
                .then(late ? Fault.delay(Duration.ofSeconds(1), Effect.ACCEPTED) : Fault.silence(Effect.ACCEPTED));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> place(SignedCalls.market("a1"))).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private WireResponse place(Map<String, String> order) throws IOException {
        return wire.exchange(calls.post("/api/v5/trade/order", order));
    }

    private Instant marketTime() throws IOException {
        return Instant.ofEpochMilli(Long.parseLong(
                truth.rows("/paper/v1/clock").get(0).get("marketTime").toString()));
    }

    private String justBelowTheMarket() throws IOException {
        Object last = truth.rows("/api/v5/market/ticker?instId=" + SignedCalls.BTC)
                .get(0)
                .get("last");
        return new BigDecimal(last.toString()).subtract(BigDecimal.TEN).toPlainString();
    }

    private static String order(String clOrdId) {
        return "/api/v5/trade/order?instId=" + SignedCalls.BTC + "&clOrdId=" + clOrdId;
    }

    private static boolean acknowledged(WireResponse answer) {
        try {
            Json.parse(answer.body());
        } catch (JsonException e) {
            return false;
        }
        return answer.status() == 200
                && Items.of(answer).stream()
                        .anyMatch(item -> "0".equals(item.get("sCode"))
                                && !Items.text(item, "ordId").isEmpty());
    }

    private static String text(WireResponse answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
