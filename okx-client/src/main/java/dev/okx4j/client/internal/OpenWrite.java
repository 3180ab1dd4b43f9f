package dev.okx4j.client.internal;

import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.Settlement;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.Doubt;
import dev.okx4j.client.rest.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A write whose outcome is open: what has been seen of it, and when to look next. One thread at a time looks it up. */
final class OpenWrite<A> {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8));
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final @Nullable Endpoint<A> endpoint;
    private final boolean earlierRun;
    private final long since;
    private final @Nullable Outcome<A> otherwise;
    private final String why;
    private volatile WriteIntent intent;
    private volatile Outcome.@Nullable Unknown<?> doubt;
    private volatile boolean forAPerson;
    private volatile @Nullable Outcome<?> outcome;
    private volatile @Nullable Outcome<A> found;
    private boolean taken;
    private volatile long due;
    private volatile long looked;
    private volatile boolean sighted;
    private int looks;

    /** When OKX's clock showed the first of the misses in a row; null while there is none. */
    private @Nullable Instant firstMiss;

    /** How often OKX has answered, for longer than it should take, without deciding anything. */
    private int stuck;

    private OpenWrite(
            @Nullable Endpoint<A> endpoint,
            boolean earlierRun,
            long since,
            WriteIntent intent,
            String why,
            @Nullable Outcome<A> otherwise) {
        this.endpoint = endpoint;
        this.earlierRun = earlierRun;
        this.since = since;
        this.intent = intent;
        this.why = why;
        this.otherwise = otherwise;
    }

    /** Returns a write of this run, whose call began a while ago, to be looked at for the first time after a moment. */
    static <A> OpenWrite<A> of(Endpoint<A> endpoint, Doubt<A> doubt, Duration spent, long now) {
        long since = now - spent.toNanos();
        OpenWrite<A> write = new OpenWrite<>(endpoint, false, since, doubt.intent(), doubt.why(), doubt.otherwise());
        write.lookAfter(write.nextDelay(), now);
        return write;
    }

    /** Returns a write of an earlier run, to be looked at now; without an endpoint it cannot be. */
    static <A> OpenWrite<A> left(@Nullable Endpoint<A> endpoint, IntentJournal.Open open, long now) {
        OpenWrite<A> write =
                new OpenWrite<>(endpoint, true, now, open.intent(), "the run that sent it has ended", null);
        write.doubt = open.doubt();
        write.due = now;
        return write;
    }

    @Nullable
    Endpoint<A> endpoint() {
        return endpoint;
    }

    boolean isOfEarlierRun() {
        return earlierRun;
    }

    WriteIntent intent() {
        return intent;
    }

    void leftAgain(WriteIntent again) {
        intent = again;
    }

    String why() {
        return why;
    }

    /** Returns OKX's refusal, which holds when nothing shows that the write took effect; null for none. */
    @Nullable
    Outcome<A> otherwise() {
        return otherwise;
    }

    /** Returns how long this process has known of it. */
    Duration age(long now) {
        return Duration.ofNanos(now - since);
    }

    /** Takes down that OKX, at this time by its own clock, did not know the write; returns whether that makes two misses, apart. */
    boolean missed(Instant time, Duration apart) {
        if (firstMiss == null) {
            firstMiss = time;
        }
        return Duration.between(firstMiss, time).compareTo(apart) >= 0;
    }

    /** Takes down that OKX showed something of it: misses are to be counted from nothing. */
    void seen() {
        firstMiss = null;
    }

    /** Counts an answer that decided nothing, and returns how many there were. */
    int stuckOnceMore() {
        return ++stuck;
    }

    long due() {
        return due;
    }

    /** Returns how long to wait before the next look, longer each time. */
    Duration nextDelay() {
        return looks < DELAYS.size() ? DELAYS.get(looks++) : EVERY;
    }

    void lookAfter(Duration delay, long now) {
        looked = now;
        due = now + delay.toNanos();
    }

    /** Takes down that the order was seen elsewhere: it is to be looked up at once, but not at every one of many pushes. */
    void sighted(long now) {
        sighted = true;
        due = Math.min(due, Math.max(now, looked + DELAYS.get(0).toNanos()));
    }

    boolean isSighted() {
        return sighted;
    }

    /** Takes down what is said of it while it is open. */
    void doubted(Outcome.Unknown<A> unknown) {
        doubt = unknown;
        forAPerson = unknown.needsHuman();
    }

    boolean needsHuman() {
        return forAPerson;
    }

    /** Ends it with what looking it up has shown. */
    void end(Outcome<A> known) {
        found = known;
        outcome = known;
    }

    /** Ends it by the word of a person. */
    void settle(Outcome<Settlement> settled) {
        outcome = settled;
    }

    /** Returns what became of it, whoever says so; null while it is open. */
    @Nullable
    Outcome<?> outcome() {
        return outcome;
    }

    /** Returns what looking it up has shown; null while it has shown nothing. */
    @Nullable
    Outcome<A> found() {
        return found;
    }

    /** Takes it to look it up, and returns whether nobody else had. */
    synchronized boolean take() {
        boolean free = !taken;
        taken = true;
        return free;
    }

    synchronized void release() {
        taken = false;
    }

    synchronized boolean isTaken() {
        return taken;
    }

    IntentJournal.Open open() {
        return new IntentJournal.Open(intent, doubt);
    }
}
