package dev.okx4j.client.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets an error that says what to change, before anything is kept or sent. */
@NullUnmarked
class TradeRequestTest {
    private final ScriptedWire wire = new ScriptedWire();
    private final MemoryJournal journal = IntentJournal.inMemory();
    private final TradeApi trade = OkxClient.builder()
            .wire(wire)
            .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
            .gate(WriteGate.open())
            .journal(journal)
            .build()
            .trade();

    @AfterEach
    void nothing_wasKeptOrSent() {
        assertThat(wire.requests()).isEmpty();
        assertThat(journal.entries()).isEmpty();
    }

    private static PlaceOrderRequestBuilder order(String clOrdId) {
        return PlaceOrderRequest.builder()
                .instId("BTC-USDT")
                .tdMode(TdMode.cash)
                .side(Side.buy)
                .ordType(OrdType.market)
                .sz(BigDecimal.ONE)
                .clOrdId(clOrdId);
    }

    private static CancelOrderRequest cancellation(String ordId, String clOrdId) {
        return new CancelOrderRequest("BTC-USDT", ordId, clOrdId);
    }

    private static AmendOrderRequestBuilder change(String ordId) {
        return AmendOrderRequest.builder().instId("BTC-USDT").ordId(ordId);
    }

    private static AmendOrderRequestBuilder size(String ordId) {
        return change(ordId).newSz(BigDecimal.TEN);
    }

    private static void refused(ThrowingCallable call, String... says) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(says);
    }

    @Test
    void batch_withoutAnyRequest_isRefused() {
        refused(() -> trade.placeOrders(List.of()), "empty", "1 to 20");
        refused(() -> trade.cancelOrders(List.of()), "empty", "1 to 20");
        refused(() -> trade.amendOrders(List.of()), "empty", "1 to 20");
    }

    @Test
    void batch_ofMoreThanTwenty_isRefused() {
        List<String> ids = IntStream.rangeClosed(1, 21).mapToObj(i -> "a" + i).toList();
        refused(
                () -> trade.placeOrders(
                        ids.stream().map(id -> order(id).build()).toList()),
                "at most 20",
                "has 21",
                "in parts");
        refused(
                () -> trade.cancelOrders(
                        ids.stream().map(id -> cancellation(id, null)).toList()),
                "at most 20");
        refused(() -> trade.amendOrders(ids.stream().map(id -> size(id).build()).toList()), "at most 20");
    }

    @Test
    void batch_withAHoleInIt_isRefused() {
        assertThatThrownBy(() -> trade.placeOrders(new ArrayList<>(Collections.singletonList(null))))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void batch_withOneIdTwice_isRefused() {
        refused(
                () -> trade.placeOrders(List.of(
                        order("a1").build(), order(null).build(), order("a1").build())),
                "Requests 1 and 3",
                "clOrdId a1");
        refused(
                () -> trade.cancelOrders(List.of(cancellation(null, "a1"), cancellation(null, "a1"))),
                "Requests 1 and 2",
                "clOrdId a1");
        refused(
                () -> trade.cancelOrders(List.of(cancellation("7", null), cancellation("7", null))),
                "Requests 1 and 2",
                "ordId 7");
        refused(() -> trade.amendOrders(List.of(size("7").build(), size("7").build())), "ordId 7");
        refused(
                () -> trade.amendOrders(List.of(
                        size(null).clOrdId("a").build(), size(null).clOrdId("a").build())),
                "clOrdId a");
        refused(
                () -> trade.amendOrders(List.of(
                        size("7").reqId("r").build(), size("8").reqId("r").build())),
                "reqId r");
    }

    @Test
    void cancel_inABatch_namesItsOrderOnce() {
        refused(() -> trade.cancelOrders(List.of(cancellation(null, null))), "Give the ordId or the clOrdId");
        refused(() -> trade.cancelOrders(List.of(cancellation("7", "a1"))), "not both");
    }

    @Test
    void amend_namesItsOrderOnce() {
        refused(() -> size(null).build(), "Give the ordId or the clOrdId", "amend");
        refused(() -> size("7").clOrdId("a1").build(), "not both");
    }

    @Test
    void amend_thatChangesNothing_isRefused() {
        refused(() -> change("7").build(), "changes nothing", "newSz", "newPx", "attachAlgoOrds");
        refused(() -> change("7").cxlOnFail(true).reqId("r").build(), "changes nothing");
        refused(() -> change("7").attachAlgoOrds(List.of()).build(), "changes nothing");
    }

    @Test
    void amend_toTwoPrices_isRefused() {
        refused(
                () -> change("7").newPx(BigDecimal.ONE).newPxVol(BigDecimal.ONE).build(),
                "one of newPx, newPxUsd and newPxVol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.000", "-1"})
    void size_thatIsNotAboveZero_isRefused(String text) {
        BigDecimal sz = new BigDecimal(text);
        refused(() -> order("a1").sz(sz).build(), "sz is " + text, "above zero");
        refused(() -> change("7").newSz(sz).build(), "newSz is " + text, "above zero");
        refused(() -> AmendAttachedAlgo.builder().sz(sz).build(), "sz is " + text, "above zero");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 9, 121, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void timer_outsideItsRange_isRefused(int timeOut) {
        refused(
                () -> CancelAllAfterRequest.builder().timeOut(timeOut).build(),
                "timeOut is " + timeOut,
                "10 to 120",
                "0 to stop");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 120})
    void timer_insideItsRange_isBuilt(int timeOut) {
        assertThat(CancelAllAfterRequest.builder().timeOut(timeOut).build().timeOut())
                .isEqualTo(timeOut);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 10_001, Long.MAX_VALUE})
    void lock_outsideItsRange_isRefused(long millis) {
        refused(
                () -> MassCancelRequest.builder()
                        .instFamily("BTC-USD")
                        .lockInterval(Duration.ofMillis(millis))
                        .build(),
                "lockInterval is",
                "up to ten seconds");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10_000})
    void lock_insideItsRange_isBuilt(long millis) {
        MassCancelRequest request = MassCancelRequest.builder()
                .instFamily("BTC-USD")
                .lockInterval(Duration.ofMillis(millis))
                .build();
        assertThat(request.lockInterval()).isEqualTo(Duration.ofMillis(millis));
        assertThat(request.instType()).isEqualTo(InstType.OPTION);
    }

    @Test
    void massCancel_ofAnythingButOptions_isRefused() {
        refused(
                () -> MassCancelRequest.builder()
                        .instType(InstType.SWAP)
                        .instFamily("BTC-USD")
                        .build(),
                "instType is SWAP");
    }

    @Test
    void closing_ofCash_isRefused() {
        refused(
                () -> ClosePositionRequest.builder()
                        .instId("BTC-USDT")
                        .mgnMode(MgnMode.cash)
                        .build(),
                "cross or isolated");
    }

    @Test
    void request_withoutWhatOkxNeeds_isRefused() {
        assertThatThrownBy(() -> OrderHistoryRequest.builder().build()).hasMessageContaining("instType");
        assertThatThrownBy(() -> FillsHistoryRequest.builder().build()).hasMessageContaining("instType");
        assertThatThrownBy(() -> CancelAllAfterRequest.builder().build()).hasMessageContaining("timeOut");
        assertThatThrownBy(() -> ClosePositionRequest.builder().instId("X").build())
                .hasMessageContaining("mgnMode");
        assertThatThrownBy(() ->
                        ClosePositionRequest.builder().mgnMode(MgnMode.cross).build())
                .hasMessageContaining("instId");
        assertThatThrownBy(() -> MassCancelRequest.builder().build()).hasMessageContaining("instFamily");
        assertThatThrownBy(() -> AmendOrderRequest.builder().ordId("7").build()).hasMessageContaining("instId");
    }
}
