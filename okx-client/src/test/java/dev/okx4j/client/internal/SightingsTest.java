package dev.okx4j.client.internal;

import static dev.okx4j.client.internal.ScriptedLookUp.MISSING;
import static dev.okx4j.client.internal.ScriptedLookUp.PENDING;
import static dev.okx4j.client.internal.ScriptedLookUp.SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.RestSetup;
import dev.okx4j.client.rest.WritePlan;
import dev.okx4j.client.seam.Entropy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Orders in doubt that are pushed: looked up sooner, and never given up for absent. */
@NullUnmarked
class SightingsTest {
    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire().tellingTime(time);
    private final MemoryJournal journal = IntentJournal.inMemory();
    private final ScriptedLookUp lookUp = new ScriptedLookUp();
    private final Endpoint<String> place = Endpoint.post("/p", String.class)
            .write(WritePlan.of(Kind.PLACE, "clOrdId", "ordId", lookUp).expiring());
    private final Endpoint<String> cancel =
            Endpoint.post("/c", String.class).write(WritePlan.of(Kind.CANCEL, "clOrdId", "ordId", lookUp));
    /** When the order is pushed, as this test's waits count it; never when negative. */
    private Duration pushedAfter = Duration.ofSeconds(-1);

    private String pushedAs;
    private final Recoverer recoverer = new Recoverer(journal, time, this::sleep, false, List.of(place, cancel));
    private final Rest rest = new Rest(new RestSetup(
            "site",
            wire,
            Credentials.of("KEY", "SECRET", "PHRASE"),
            false,
            time,
            this::sleep,
            Entropy.seeded(1),
            new Limiter(),
            Duration.ofSeconds(10),
            new RestSetup.Writing(WriteGate.open(), journal, recoverer)));
    private long start;

    private void sleep(Duration duration) throws InterruptedException {
        time.sleep(duration);
        Duration now = Duration.ofNanos(time.nanos() - start);
        if (!pushedAfter.isNegative() && now.compareTo(pushedAfter) >= 0) {
            pushedAfter = Duration.ofSeconds(-1);
            recoverer.sightings().seen("o1", pushedAs == null ? clOrdId() : pushedAs);
        }
    }

    private String clOrdId() {
        return journal.entries().get(0).intent().clOrdId();
    }

    private Outcome<String> lost(Endpoint<String> endpoint, Params request) {
        recoverer.sightings();
        start = time.nanos();
        wire.thenFails(new IOException("reset"));
        return rest.write(endpoint, request);
    }

    private Duration taken() {
        return Duration.ofNanos(time.nanos() - start);
    }

    @Test
    void orderInDoubt_thatIsPushed_isLookedUpAtOnce() {
        lookUp.then(PENDING).then(PENDING).then(PENDING).then(PENDING).then(SEEN);
        pushedAfter = Duration.ofMillis(4000);
        assertThat(lost(place, Params.of("instId", "BTC"))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(taken())
                .as("the fifth look, which is due after 7.7 s")
                .isBetween(Duration.ofMillis(4000), Duration.ofMillis(4100));
    }

    @Test
    void pushOfAnotherOrder_changesNothing() {
        lookUp.then(PENDING).then(PENDING).then(PENDING).then(PENDING).then(SEEN);
        pushedAfter = Duration.ofMillis(4000);
        pushedAs = "another";
        assertThat(lost(place, Params.of("instId", "BTC"))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(taken()).isEqualTo(Duration.ofMillis(7700));
    }

    @Test
    void cancelInDoubt_whoseOrderIsPushedByItsId_isLookedUpAtOnce() {
        lookUp.then(PENDING).then(PENDING).then(PENDING).then(PENDING).then(SEEN);
        wire.otherwise(request -> {
            throw new IOException("reset");
        });
        pushedAfter = Duration.ofMillis(4000);
        pushedAs = "";
        assertThat(lost(cancel, Params.of("instId", "BTC").and("ordId", "o1"))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(taken()).isLessThan(Duration.ofMillis(4100));
    }

    @Test
    void orderThatWasPushed_andThatRestDoesNotShow_isNeverTakenForOneThatDidNotExist() throws InterruptedException {
        lookUp.then(MISSING);
        pushedAfter = Duration.ofMillis(1000);
        assertThat(lost(place, Params.of("instId", "BTC"))).isInstanceOf(Outcome.Unknown.class);
        recoverer.through(rest).work(Duration.ofMinutes(5));
        assertThat(journal.open()).singleElement().satisfies(open -> {
            assertThat(open.doubt().needsHuman()).isTrue();
            assertThat(open.doubt().nextStep()).contains("OKX has pushed the order");
        });
        assertThat(wire.posts()).isEqualTo(1);
    }

    @Test
    void orderThatWasNotPushed_andThatRestDoesNotShow_neverExisted() {
        lookUp.then(MISSING);
        assertThat(lost(place, Params.of("instId", "BTC")))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(Outcome.Rejected.NEVER_EXISTED));
    }

    @Test
    void doubtBehindTheCall_isLookedUpAtOnceToo() throws InterruptedException {
        lookUp.then(PENDING);
        assertThat(lost(place, Params.of("instId", "BTC"))).isInstanceOf(Outcome.Unknown.class);
        recoverer.sightings().seen("o1", clOrdId());
        lookUp.then(SEEN);
        start = time.nanos();
        recoverer.through(rest).work(Duration.ofSeconds(5));
        assertThat(taken()).as("not the three seconds between two looks").isLessThan(Duration.ofMillis(300));
        assertThat(journal.open()).isEmpty();
    }
}
