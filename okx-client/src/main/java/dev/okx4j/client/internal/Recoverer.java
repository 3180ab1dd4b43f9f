package dev.okx4j.client.internal;

import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.Outcome.NotSent.Cause;
import dev.okx4j.client.intent.Recovery;
import dev.okx4j.client.intent.Settlement;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.Doubt;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Resolver;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the writes in doubt, of this run and of an earlier one, and says what has to wait for them; this class is thread-safe. */
public final class Recoverer implements Resolver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recoverer.class);
    private static final Duration ROUND = Duration.ofHours(1);

    private final IntentJournal journal;
    private final Pauses pauses;
    private final Sightings sightings;
    private final LookUps lookUps;
    private final OpenWrites writes = new OpenWrites();
    private final Map<String, Endpoint<?>> endpoints = new ConcurrentHashMap<>();
    private final @Nullable RecoveryThread thread;
    private boolean tookOver;

    /**
     * Returns a recoverer that can look up what an earlier run sent to these endpoints.
     *
     * @param inBackground whether a thread of its own looks up what calls leave open
     */
    public Recoverer(
            IntentJournal journal, Clock clock, Waits waits, boolean inBackground, List<Endpoint<?>> endpoints) {
        this.journal = journal;
        this.pauses = new Pauses(clock, waits);
        this.sightings = new Sightings(pauses);
        this.lookUps = new LookUps(journal, pauses, sightings);
        this.thread = inBackground ? new RecoveryThread() : null;
        endpoints.stream()
                .filter(endpoint -> endpoint.plan() != null)
                .forEach(endpoint -> this.endpoints.put(endpoint.path(), endpoint));
    }

    /** Returns this as the caller of a client sees it, with the client's own way to OKX. */
    public Recovery through(Rest rest) {
        return new ClientRecovery(this, rest);
    }

    /** Returns what is to be told of orders that are seen elsewhere, such as in pushes. */
    public Sightings sightings() {
        return sightings.watched();
    }

    @Override
    public @Nullable Hold hold(Rest rest, WriteIntent intent) {
        OpenWrite<?> earlier;
        try {
            earlier = earlier(rest);
        } catch (RuntimeException e) {
            LOG.error("The journal could not be read", e);
            return intent.kind().takesRiskBack()
                    ? null
                    : new Hold(
                            Cause.JOURNAL,
                            "The journal could not be read, and what an earlier run left open is not known: " + e
                                    + ". This one did not go; put the journal right first.");
        }
        if (intent.kind().takesRiskBack()) {
            return null;
        }
        if (earlier != null) {
            return new Hold(
                    Cause.RECOVERING,
                    "Writes of an earlier run are still being looked up, such as " + named(earlier)
                            + ". This one did not go; wait until that is over. Cancels go meanwhile.");
        }
        OpenWrite<?> doubtful = intent.mayAddExposure() ? writes.about(intent) : null;
        return doubtful == null
                ? null
                : new Hold(
                        Cause.IN_DOUBT,
                        "An earlier write about " + intent.subject() + " is in doubt: " + named(doubtful)
                                + ". This one did not go; that one has to be decided first. Cancels and what only reduces go"
                                + " meanwhile.");
    }

    @Override
    public <A> List<Outcome<A>> resolve(
            Rest rest, Endpoint<A> endpoint, List<Doubt<A>> doubts, Duration spent, Duration total) {
        endpoints.putIfAbsent(endpoint.path(), endpoint);
        long now = pauses.now();
        List<OpenWrite<A>> all = new ArrayList<>();
        for (Doubt<A> doubt : doubts) {
            OpenWrite<A> write = OpenWrite.of(endpoint, doubt, spent, now);
            sightings.watch(write);
            all.add(write);
        }
        try {
            lookUps.until(now + total.minus(spent).toNanos(), all, rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Outcome<A>> outcomes = new ArrayList<>();
        for (OpenWrite<A> write : all) {
            outcomes.add(handedBack(write));
        }
        lookOn(rest);
        return outcomes;
    }

    boolean recovering(Rest rest) {
        return earlier(rest) != null;
    }

    /** Returns a write of an earlier run that was open when this was asked, and has such writes looked up from now on. */
    private @Nullable OpenWrite<?> earlier(Rest rest) {
        takeOver();
        OpenWrite<?> earlier = writes.recovering();
        lookOn(rest);
        return earlier;
    }

    List<IntentJournal.Open> open() {
        takeOver();
        return writes.all().stream().map(OpenWrite::open).toList();
    }

    void work(Rest rest, Duration budget) throws InterruptedException {
        takeOver();
        lookUps.until(pauses.now() + budget.toNanos(), writes, rest);
    }

    void settle(String intentId, boolean tookEffect, String by) {
        takeOver();
        if (by.isBlank()) {
            throw new IllegalArgumentException("Say who settles " + intentId);
        }
        OpenWrite<?> write = writes.byId(intentId);
        if (write == null) {
            throw new IllegalArgumentException("No write " + intentId + " is in doubt");
        }
        synchronized (write) {
            if (write.outcome() != null) {
                throw new IllegalArgumentException(
                        "The write " + intentId + " has just been decided: " + write.outcome());
            }
            Outcome<Settlement> settled = Settlement.of(write.intent(), tookEffect, by);
            try {
                journal.outcome(write.intent(), settled);
            } catch (IOException e) {
                throw new UncheckedIOException("The journal did not take it, so " + intentId + " stays in doubt", e);
            }
            write.settle(settled);
            sightings.drop(write);
        }
        writes.remove(write);
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.close();
        }
    }

    private <A> Outcome<A> handedBack(OpenWrite<A> write) {
        Outcome<A> known = write.found();
        if (known != null) {
            return known;
        }
        // The journal is told before another thread can look it up, so that its last word is never an older one.
        Outcome<A> unknown = lookUps.leftOpen(write);
        writes.add(write);
        return unknown;
    }

    /** Takes over, once, what an earlier run left open; before the first write of this one, so that none of its own is among it. */
    private synchronized void takeOver() {
        if (!tookOver) {
            long now = pauses.now();
            for (IntentJournal.Open left : journal.open()) {
                OpenWrite<?> write = OpenWrite.left(endpoints.get(left.intent().path()), left, now);
                sightings.watch(write);
                writes.add(write);
            }
            tookOver = true;
        }
    }

    private void lookOn(Rest rest) {
        if (thread != null) {
            thread.wake(() -> work(rest, ROUND), () -> writes.next() == null);
        }
    }

    private static String named(OpenWrite<?> write) {
        WriteIntent intent = write.intent();
        String id = intent.clOrdId().isEmpty() ? "" : ", client id " + intent.clOrdId();
        return intent.kind() + " " + intent.intentId() + id
                + (write.needsHuman() ? ", which a person has to settle" : "");
    }
}
