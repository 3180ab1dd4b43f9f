package dev.okx4j.client.rest;

import dev.okx4j.client.error.WriteCode;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The first attempt at a write, and the second for what OKX has certainly not carried out because it came too fast or with the
 * wrong time. The second has the same ids and the same expiry time, and is journalled anew; the limiter, which has heard the
 * complaint, makes it back off.
 */
final class SecondChance<A> {
    /** What has to be left of the write's time when it leaves again, for the way to OKX. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final RestSetup setup;
    private final ServerClock time;
    private final Dispatch<A> dispatch;
    private final Function<List<WriteIntent>, @Nullable String> journal;
    private final List<WriteIntent> intents = new ArrayList<>();
    private final List<Verdict<A>> verdicts = new ArrayList<>();

    SecondChance(
            RestSetup setup,
            ServerClock time,
            Dispatch<A> dispatch,
            Function<List<WriteIntent>, @Nullable String> journal) {
        this.setup = setup;
        this.time = time;
        this.dispatch = dispatch;
        this.journal = journal;
    }

    /**
     * Sends the writes, and where it is safe and worth it a second time.
     *
     * @param start when the call began, by the monotonic clock
     */
    void run(List<WriteIntent> writes, long start, Duration queue, Duration timeout) {
        intents.addAll(writes);
        verdicts.addAll(dispatch.send(writes, queue, timeout));
        List<Integer> refused = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            if (verdicts.get(i).maySendAgain()) {
                refused.add(i);
            }
        }
        if (!refused.isEmpty() && readiedClock() && mayLeaveAgain(writes.get(0))) {
            sendAgain(refused, start, timeout);
        }
    }

    int size() {
        return intents.size();
    }

    /** Returns the write as it last left. */
    WriteIntent intent(int index) {
        return intents.get(index);
    }

    Verdict<A> verdict(int index) {
        return verdicts.get(index);
    }

    /** Returns what must be looked up, in order. */
    List<Doubt<A>> doubts() {
        List<Doubt<A>> doubts = new ArrayList<>();
        for (int i = 0; i < intents.size(); i++) {
            Verdict<A> verdict = verdicts.get(i);
            if (verdict.outcome() == null) {
                doubts.add(new Doubt<>(intents.get(i), verdict.why(), verdict.otherwise()));
            }
        }
        return doubts;
    }

    private void sendAgain(List<Integer> refused, long start, Duration timeout) {
        List<WriteIntent> again =
                refused.stream().map(i -> intents.get(i).again()).toList();
        Duration left = left(again.get(0), start);
        if (left.isNegative() || left.isZero()) {
            return;
        }
        if (journal.apply(again) != null && !again.get(0).kind().takesRiskBack()) {
            return;
        }
        List<Verdict<A>> second = dispatch.send(again, left, timeout);
        for (int i = 0; i < refused.size(); i++) {
            // What did not leave again is what OKX made of it the first time: refused.
            if (!(second.get(i).outcome() instanceof Outcome.NotSent)) {
                intents.set(refused.get(i), again.get(i));
                verdicts.set(refused.get(i), second.get(i));
            }
        }
    }

    /** Reads OKX's clock when that was what OKX complained about, and returns whether the next attempt would have the right time. */
    private boolean readiedClock() {
        return verdicts.stream().noneMatch(verdict -> verdict.says() == WriteCode.WRONG_TIME)
                || time.correct(dispatch.signedAt());
    }

    /** Returns whether a write of this kind may leave twice: it expires, or it takes risk back. */
    private boolean mayLeaveAgain(WriteIntent intent) {
        return intent.expTime() != null || intent.kind().takesRiskBack();
    }

    /** Returns how long the write may still wait before it leaves: by its expiry time, and by how long the call has taken. */
    private Duration left(WriteIntent intent, long start) {
        Instant expTime = intent.expTime();
        Duration byCall = Drafts.EXPIRES_AFTER.minusNanos(setup.clock().nanos() - start);
        Duration byExpiry = expTime == null ? byCall : Duration.between(time.now(), expTime);
        return (byCall.compareTo(byExpiry) < 0 ? byCall : byExpiry).minus(MARGIN);
    }
}
