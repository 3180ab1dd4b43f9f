package dev.okx4j.client.algo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.PxType;
import java.math.BigDecimal;
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
class AlgoRequestTest {
    private final ScriptedWire wire = new ScriptedWire();
    private final MemoryJournal journal = IntentJournal.inMemory();
    private final AlgoApi algo = OkxClient.builder()
            .wire(wire)
            .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
            .gate(WriteGate.open())
            .journal(journal)
            .build()
            .algo();

    @AfterEach
    void nothing_wasKeptOrSent() {
        assertThat(wire.requests()).isEmpty();
        assertThat(journal.entries()).isEmpty();
    }

    private static AmendAlgoRequestBuilder change() {
        return AmendAlgoRequest.builder().instId("BTC-USDT").algoId("7");
    }

    private static CancelAlgoRequest cancellation(String algoId, String algoClOrdId) {
        return new CancelAlgoRequest("BTC-USDT", algoId, algoClOrdId);
    }

    private static void refused(ThrowingCallable call, String... says) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(says);
    }

    @Test
    void cancellations_areOneToTen() {
        refused(() -> algo.cancelAlgos(List.of()), "empty", "1 to 10");
        refused(
                () -> algo.cancelAlgos(IntStream.range(0, 11)
                        .mapToObj(i -> cancellation("7" + i, null))
                        .toList()),
                "at most 10",
                "has 11");
    }

    @Test
    void cancellations_nameEachOrderOnce() {
        refused(() -> algo.cancelAlgos(List.of(cancellation("7", null), cancellation("7", null))), "algoId 7");
        refused(() -> algo.cancelAlgos(List.of(cancellation(null, "a"), cancellation(null, "a"))), "algoClOrdId a");
        refused(() -> algo.cancelAlgos(List.of(cancellation(null, null))), "algoId or the algoClOrdId");
        refused(() -> algo.cancelAlgos(List.of(cancellation("7", "a"))), "not both");
    }

    @Test
    void amend_namesItsOrderOnce() {
        refused(() -> change().newSz(BigDecimal.ONE).algoId(null).build(), "algoId or the algoClOrdId", "amend");
        refused(() -> change().newSz(BigDecimal.ONE).algoClOrdId("a").build(), "not both");
    }

    @Test
    void amend_thatChangesNothing_isRefused() {
        refused(() -> change().build(), "changes nothing", "newSz");
        refused(
                () -> change().cxlOnFail(true)
                        .reqId("r")
                        .attachAlgoOrds(List.of())
                        .advChaseParams(List.of())
                        .build(),
                "changes nothing");
    }

    @Test
    void amend_ofAnyOneThing_isBuilt() {
        BigDecimal one = BigDecimal.ONE;
        assertThat(List.of(
                        change().newSz(one),
                        change().newTpTriggerPx(BigDecimal.ZERO),
                        change().newTpOrdPx(one),
                        change().newSlTriggerPx(one),
                        change().newSlOrdPx(one.negate()),
                        change().newTpTriggerPxType(PxType.mark),
                        change().newSlTriggerPxType(PxType.mark),
                        change().newTriggerPx(one),
                        change().newOrdPx(one),
                        change().newTriggerPxType(PxType.index),
                        change().attachAlgoOrds(List.of(
                                AmendAttachedAlgo.builder().newActivePx(one).build())),
                        change().advChaseParams(List.of(
                                AmendChaseParams.builder().newChaseVal(one).build()))))
                .allSatisfy(change -> assertThat(change.build().algoId()).isEqualTo("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2"})
    void size_thatIsNotAboveZero_isRefused(String size) {
        refused(() -> change().newSz(new BigDecimal(size)).build(), "newSz is " + size, "above zero");
    }
}
