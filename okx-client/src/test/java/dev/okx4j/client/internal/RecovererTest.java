package dev.okx4j.client.internal;

import static dev.okx4j.client.internal.ScriptedLookUp.PENDING;
import static dev.okx4j.client.internal.ScriptedLookUp.SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.Outcome.NotSent.Cause;
import dev.okx4j.client.intent.Recovery;
import dev.okx4j.client.intent.Settlement;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.RestSetup;
import dev.okx4j.client.rest.WritePlan;
import dev.okx4j.client.seam.Entropy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an earlier run left open, what a call leaves open, and what has to wait for them. */
@NullUnmarked
class RecovererTest {
    private static final String REFUSED = "{\"code\":\"51008\",\"msg\":\"no\",\"data\":[]}";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire().tellingTime(time);
    private final MemoryJournal journal = IntentJournal.inMemory();
    private final ScriptedLookUp lookUp = new ScriptedLookUp();
    private final Endpoint<String> place = endpoint("/p", Kind.PLACE, "clOrdId");
    private final Endpoint<String> cancel = endpoint("/c", Kind.CANCEL, "clOrdId");
    private final Endpoint<String> transfer = endpoint("/t", Kind.TRANSFER, "clientId");
    private final Endpoint<String> close = endpoint("/z", Kind.CLOSE, "clOrdId");
    private Rest rest;
    private Recovery recovery;

    private Endpoint<String> endpoint(String path, Kind kind, String id) {
        WritePlan<String> plan = WritePlan.of(kind, id, "ordId", lookUp);
        return Endpoint.post(path, String.class).write(kind == Kind.PLACE ? plan.expiring() : plan);
    }

    /** Starts a run of a client that knows this test's endpoints from the start, as the real one knows its sections'. */
    private void start(IntentJournal kept) {
        Recoverer recoverer = new Recoverer(kept, time, time, false, List.of(place, cancel, transfer, close));
        rest = new Rest(new RestSetup(
                "site",
                wire,
                Credentials.of("KEY", "SECRET", "PHRASE"),
                false,
                time,
                time,
                Entropy.seeded(1),
                new Limiter(),
                Duration.ofSeconds(10),
                new RestSetup.Writing(WriteGate.open(), kept, recoverer)));
        recovery = recoverer.through(rest);
    }

    @BeforeEach
    void start() {
        start(journal);
    }

    private Outcome<String> write(Endpoint<String> endpoint, String instId) {
        String name = endpoint == transfer ? "ccy" : "instId";
        return rest.write(endpoint, Params.of(name, instId));
    }

    private Outcome.Unknown<String> doubtful(Endpoint<String> endpoint, String subject) {
        wire.thenFails(new IOException("reset"));
        Outcome<String> outcome = write(endpoint, subject);
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        return (Outcome.Unknown<String>) outcome;
    }

    private static Cause cause(Outcome<String> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        return ((Outcome.NotSent<String>) outcome).cause();
    }

    private static WriteIntent left(String id, Kind kind, String path) {
        return new WriteIntent(
                id, kind, path, "a1", Map.of("instId", "BTC", "clOrdId", "a1"), VirtualTime.START, null, 1);
    }

    @Test
    void call_looksTheWriteUp_andEndsItsDoubt() {
        lookUp.then(PENDING).then(SEEN);
        wire.thenFails(new IOException("reset"));
        assertThat(write(place, "BTC")).isInstanceOf(Outcome.Confirmed.class);
        assertThat(recovery.open()).isEmpty();
        assertThat(journal.open()).isEmpty();
        assertThat(journal.entries()).hasSize(2);
    }

    @Test
    void call_answersWithinTwentySeconds_andSaysWhatToDoNext() {
        lookUp.then(PENDING);
        long start = time.nanos();
        Outcome.Unknown<String> unknown = doubtful(place, "BTC");
        assertThat(Duration.ofNanos(time.nanos() - start)).isLessThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(unknown.nextStep())
                .contains("Do not place it again")
                .contains("the answer was lost")
                .contains("goes on being looked up");
        assertThat(unknown.needsHuman()).isFalse();
        assertThat(recovery.open()).singleElement().satisfies(open -> {
            assertThat(open.doubt()).isEqualTo(unknown);
            assertThat(open.intent().intentId()).isEqualTo(unknown.intentId());
        });
        assertThat(journal.open()).isEqualTo(recovery.open());
    }

    @Test
    void doubt_holdsUpNewExposureOnTheSameInstrument_andNothingElse() {
        lookUp.then(PENDING);
        Outcome.Unknown<String> unknown = doubtful(place, "BTC");
        Outcome<String> held = write(place, "BTC");
        assertThat(cause(held)).isEqualTo(Cause.IN_DOUBT);
        assertThat(((Outcome.NotSent<String>) held).reason())
                .contains(unknown.intentId())
                .contains("about BTC")
                .contains("did not go");
        assertThat(journal.entries().get(journal.entries().size() - 1).outcome())
                .isEqualTo(held);
        long posts = wire.posts();
        wire.otherwise(request -> ScriptedWire.json(200, REFUSED));
        assertThat(write(place, "ETH")).isInstanceOf(Outcome.Rejected.class);
        assertThat(write(cancel, "BTC")).isInstanceOf(Outcome.Rejected.class);
        assertThat(write(close, "BTC")).isInstanceOf(Outcome.Rejected.class);
        assertThat(write(transfer, "BTC")).as("a currency of that name").matches(o -> cause(o) == Cause.IN_DOUBT);
        assertThat(rest.write(place, Params.of("instId", "BTC").and("reduceOnly", true)))
                .isInstanceOf(Outcome.Rejected.class);
        assertThat(wire.posts()).isEqualTo(posts + 4);
    }

    @Test
    void work_endsADoubtBehindTheCall_andLetsExposureGoAgain() throws InterruptedException {
        lookUp.then(PENDING);
        doubtful(place, "BTC");
        lookUp.then(SEEN);
        recovery.work(Duration.ofSeconds(5));
        assertThat(recovery.open()).isEmpty();
        assertThat(journal.open()).isEmpty();
        wire.thenJson(REFUSED);
        assertThat(write(place, "BTC")).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void work_keepsItsBudget_andLooksOnlyWhenDue() throws InterruptedException {
        lookUp.then(PENDING);
        doubtful(place, "BTC");
        int looks = lookUp.looks;
        long start = time.nanos();
        recovery.work(Duration.ofMillis(1));
        recovery.work(Duration.ofSeconds(10));
        assertThat(Duration.ofNanos(time.nanos() - start)).isEqualTo(Duration.ofMillis(10_001));
        assertThat(lookUp.looks - looks).isBetween(2, 4);
    }

    @Test
    void work_withNothingOpen_returnsAtOnce() throws InterruptedException {
        recovery.work(Duration.ofHours(1));
        assertThat(time.sleeps()).isEmpty();
        assertThat(recovery.recovering()).isFalse();
    }

    @Test
    void work_endsEarlyWhenOnlyAPersonCanDecide_whoIsTold() throws InterruptedException {
        Outcome.Unknown<String> unknown = doubtful(transfer, "USDT");
        long start = time.nanos();
        recovery.work(Duration.ofHours(1));
        assertThat(Duration.ofNanos(time.nanos() - start)).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
        assertThat(recovery.open()).singleElement().satisfies(open -> {
            assertThat(open.doubt().needsHuman()).isTrue();
            assertThat(open.doubt().nextStep())
                    .contains("the transfer " + unknown.clOrdId())
                    .contains("settle the intent " + unknown.intentId())
                    .contains("Do not send it again");
        });
        assertThat(journal.open()).isEqualTo(recovery.open());
        Outcome<String> held = write(transfer, "USDT");
        assertThat(cause(held)).isEqualTo(Cause.IN_DOUBT);
        assertThat(((Outcome.NotSent<String>) held).reason()).contains("which a person has to settle");
        int looks = lookUp.looks;
        recovery.work(Duration.ofHours(1));
        assertThat(lookUp.looks).isEqualTo(looks);
    }

    @Test
    void work_interrupted_throws() {
        lookUp.then(PENDING);
        doubtful(place, "BTC");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> recovery.work(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void settle_endsADoubtByTheWordOfAPerson_whichIsKept(boolean tookEffect) {
        lookUp.then(PENDING);
        Outcome.Unknown<String> unknown = doubtful(place, "BTC");
        recovery.settle(unknown.intentId(), tookEffect, "Ada");
        assertThat(recovery.open()).isEmpty();
        assertThat(journal.open()).isEmpty();
        Outcome<?> kept = journal.entries().get(journal.entries().size() - 1).outcome();
        assertThat(kept)
                .isEqualTo(
                        tookEffect
                                ? new Outcome.Confirmed<>(new Settlement("Ada"), unknown.clOrdId())
                                : new Outcome.Rejected<>(
                                        Outcome.Rejected.SETTLED,
                                        "It took no effect, says Ada.",
                                        null,
                                        unknown.clOrdId()));
        wire.thenJson(REFUSED);
        assertThat(write(place, "BTC")).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void settle_needsAnOpenWriteAndAName() {
        lookUp.then(PENDING);
        Outcome.Unknown<String> unknown = doubtful(place, "BTC");
        assertThatThrownBy(() -> recovery.settle("other", true, "Ada"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No write other");
        assertThatThrownBy(() -> recovery.settle(unknown.intentId(), true, " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("who");
        assertThat(recovery.open()).hasSize(1);
    }

    @Test
    void settle_thatTheJournalDoesNotTake_leavesTheDoubt() {
        IntentJournal failing = new IntentJournal() {
            @Override
            public void intents(List<WriteIntent> intents) {}

            @Override
            public void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public List<Open> open() {
                return List.of();
            }
        };
        start(failing);
        lookUp.then(PENDING);
        Outcome.Unknown<String> unknown = doubtful(place, "BTC");
        assertThatThrownBy(() -> recovery.settle(unknown.intentId(), true, "Ada"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("stays in doubt");
        assertThat(recovery.open()).hasSize(1);
    }

    @Test
    void earlierRun_holdsUpAllButCancels_untilItsWritesAreDecided() throws InterruptedException {
        journal.intents(List.of(left("i1", Kind.PLACE, "/p")));
        start();
        lookUp.then(PENDING);
        assertThat(recovery.recovering()).isTrue();
        Outcome<String> held = write(place, "ETH");
        assertThat(cause(held)).isEqualTo(Cause.RECOVERING);
        assertThat(((Outcome.NotSent<String>) held).reason()).contains("i1").contains("wait until that is over");
        assertThat(cause(write(close, "ETH"))).isEqualTo(Cause.RECOVERING);
        assertThat(cause(write(transfer, "USDT"))).isEqualTo(Cause.RECOVERING);
        wire.thenJson(REFUSED);
        assertThat(write(cancel, "BTC")).isInstanceOf(Outcome.Rejected.class);
        lookUp.then(SEEN);
        recovery.work(Duration.ofMinutes(2));
        assertThat(recovery.recovering()).isFalse();
        wire.thenJson(REFUSED);
        assertThat(write(place, "BTC")).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void earlierRun_whoseWriteAPersonMustDecide_holdsUpItsInstrumentOnly() throws InterruptedException {
        journal.intents(List.of(left("i1", Kind.PLACE, "/unheard-of")));
        start();
        recovery.work(Duration.ofSeconds(1));
        assertThat(recovery.recovering()).isFalse();
        assertThat(recovery.open())
                .singleElement()
                .satisfies(open -> assertThat(open.doubt().nextStep()).contains("/unheard-of"));
        assertThat(cause(write(place, "BTC"))).isEqualTo(Cause.IN_DOUBT);
        wire.thenJson(REFUSED);
        assertThat(write(place, "ETH")).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void earlierRun_isTakenOverOnce_withWhatWasSaidOfIt_beforeTheFirstWriteOfThisOne() {
        Outcome.Unknown<String> said = new Outcome.Unknown<>("i1", "a1", "Look.", true);
        journal.intents(List.of(left("i1", Kind.PLACE, "/p")));
        journal.outcome(left("i1", Kind.PLACE, "/p"), said);
        start();
        wire.thenJson(REFUSED);
        write(cancel, "BTC");
        assertThat(recovery.open())
                .singleElement()
                .satisfies(open -> assertThat(open.doubt()).isEqualTo(said));
        assertThat(recovery.recovering()).as("it gets another look").isTrue();
    }

    @Test
    void journalThatCannotBeRead_stopsAllButCancels() {
        IntentJournal unreadable = new IntentJournal() {
            @Override
            public void intents(List<WriteIntent> intents) {}

            @Override
            public void outcome(WriteIntent intent, Outcome<?> outcome) {}

            @Override
            public List<Open> open() {
                throw new IllegalStateException("damaged");
            }
        };
        start(unreadable);
        Outcome<String> held = write(place, "BTC");
        assertThat(cause(held)).isEqualTo(Cause.JOURNAL);
        assertThat(((Outcome.NotSent<String>) held).reason())
                .contains("damaged")
                .contains("did not go");
        wire.thenJson(REFUSED);
        assertThat(write(cancel, "BTC")).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void lookUpThatFailsOddly_isTriedFurther() throws InterruptedException {
        lookUp.then(() -> {
                    throw new IllegalStateException("bug");
                })
                .then(SEEN);
        wire.thenFails(new IOException("reset"));
        assertThat(write(place, "BTC")).isInstanceOf(Outcome.Confirmed.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void words_neverAskForADoubtfulWriteToBeSentAgain(Kind kind) {
        WriteIntent intent = left("i1", kind, "/p");
        String looking = NextStep.whileLookedUp(intent, "the answer was lost");
        String asking = NextStep.forAPerson(intent, "OKX is silent");
        assertThat(looking + asking)
                .doesNotContainIgnoringCase("retry")
                .contains("the answer was lost", "OKX is silent");
        assertThat(asking)
                .contains("settle the intent i1")
                .contains("Do not send it again")
                .contains("A person");
        if (kind.takesRiskBack()) {
            assertThat(looking).contains("safe");
        } else {
            assertThat(looking).contains("Do not ").contains("again");
        }
    }
}
