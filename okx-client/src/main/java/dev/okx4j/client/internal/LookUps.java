package dev.okx4j.client.internal;

import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.Rest;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks writes up when they are due, and keeps in the journal what that shows. */
final class LookUps {
    private static final Logger LOG = LoggerFactory.getLogger(LookUps.class);
    /** A look that has less time than this is not begun. */
    private static final Duration SHORTEST = Duration.ofMillis(100);
    /** How long a look may take that no caller waits for. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration WHILE_OTHERS_LOOK = Duration.ofMillis(100);

    private final IntentJournal journal;
    private final Pauses pauses;
    private final Sightings sightings;
    private final Reconciler reconciler = new Reconciler();

    LookUps(IntentJournal journal, Pauses pauses, Sightings sightings) {
        this.journal = journal;
        this.pauses = pauses;
        this.sightings = sightings;
    }

    /** Looks the writes of one call up until each has ended or the time is over. */
    <A> void until(long end, List<OpenWrite<A>> writes, Rest rest) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            int sighted = sightings.count();
            OpenWrite<A> next = writes.stream()
                    .filter(write -> write.outcome() == null && !write.needsHuman())
                    .min(Comparator.comparing(OpenWrite::due))
                    .orElse(null);
            if (next == null || end - next.due() < SHORTEST.toNanos()) {
                return;
            }
            pauses.sleep(Duration.ofNanos(next.due() - pauses.now()), sightings, sighted);
            if (sightings.count() != sighted) {
                continue;
            }
            Duration left = Duration.ofNanos(end - pauses.now());
            if (left.compareTo(SHORTEST) < 0) {
                return;
            }
            look(next, rest, left);
        }
    }

    /** Looks all writes up as they become due, until the time is over or none is left that looking could decide. */
    void until(long end, OpenWrites writes, Rest rest) throws InterruptedException {
        while (true) {
            int sighted = sightings.count();
            OpenWrite<?> next = writes.next();
            if (next == null) {
                return;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long now = pauses.now();
            long due = next.isTaken() ? now + WHILE_OTHERS_LOOK.toNanos() : next.due();
            pauses.sleep(Duration.ofNanos(Math.min(due, end) - now), sightings, sighted);
            if (sightings.count() != sighted) {
                continue;
            }
            if (due > end) {
                return;
            }
            if (next.take()) {
                try {
                    look(next, rest, LONGEST);
                } finally {
                    next.release();
                }
                if (next.outcome() != null) {
                    writes.remove(next);
                }
            }
        }
    }

    /** Says that the call is over and the write in doubt. */
    <A> Outcome<A> leftOpen(OpenWrite<A> write) {
        WriteIntent intent = write.intent();
        return doubted(
                write,
                new Outcome.Unknown<>(
                        intent.intentId(), intent.clOrdId(), NextStep.whileLookedUp(intent, write.why()), false));
    }

    private <A> void look(OpenWrite<A> write, Rest rest, Duration longest) {
        Finding<A> finding;
        try {
            finding = reconciler.look(rest.forTheNext(longest), write, pauses.now());
        } catch (RuntimeException e) {
            LOG.error(
                    "Looking up {} {} failed",
                    write.intent().path(),
                    write.intent().intentId(),
                    e);
            finding = new Finding.LookAgain<>(write.nextDelay());
        }
        synchronized (write) {
            if (write.outcome() != null) {
                return;
            }
            if (finding instanceof Finding.Ended<A> ended) {
                write.end(ended.outcome());
                sightings.drop(write);
                keep(write.intent(), ended.outcome());
            } else if (finding instanceof Finding.ForAPerson<A> person) {
                WriteIntent intent = write.intent();
                doubted(
                        write,
                        new Outcome.Unknown<>(
                                intent.intentId(),
                                intent.clOrdId(),
                                NextStep.forAPerson(intent, person.reason()),
                                true));
            } else if (finding instanceof Finding.LookAgain<A> later) {
                write.lookAfter(later.delay(), pauses.now());
            }
        }
    }

    private <A> Outcome<A> doubted(OpenWrite<A> write, Outcome.Unknown<A> unknown) {
        keep(write.intent(), unknown);
        write.doubted(unknown);
        return unknown;
    }

    private void keep(WriteIntent intent, Outcome<?> outcome) {
        LOG.info("{} {}: {}", intent.path(), intent.clOrdId(), outcome);
        try {
            journal.outcome(intent, outcome);
        } catch (IOException | RuntimeException e) {
            LOG.error("The journal did not take the outcome of {} {}", intent.path(), intent.intentId(), e);
        }
    }
}
