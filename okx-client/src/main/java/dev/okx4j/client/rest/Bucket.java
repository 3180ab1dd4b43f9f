package dev.okx4j.client.rest;

import dev.okx4j.client.seam.Entropy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * One of OKX's windows: when its newest calls went, who waits for it, and how much of it this process may use.
 *
 * <p>A call goes when the oldest of the newest calls has left the window, so that no span of its length ever holds more calls
 * than the limit, whichever way OKX aligns its own windows. A burst goes at once; the calls that follow a full window are spread
 * over half of the next, so that others who use the same key and start later find gaps, and not a door that opens for a moment.
 *
 * <p>OKX's complaints tell how much others use: the share of this process falls with each, begins again with a single call, and
 * comes back slowly. Guarded by its limiter.
 */
final class Bucket {
    /**
     * By how much the window is longer than OKX's. A call is counted there when it arrives, and here when its answer is back,
     * which is later; but one whose answer was lost may arrive later still.
     */
    static final Duration MARGIN = Duration.ofMillis(100);

    /** The whole of the limit, in thousandths. */
    static final int WHOLE = 1_000;

    /** A complaint leaves a quarter: others use the limit, and nobody knows how many they are. */
    static final int CUT = 4;

    /**
     * After n windows without a complaint, n times n by this many thousandths of the limit have come back: little while the
     * complaint is fresh, and the more, the longer nobody else seems to use the limit.
     */
    static final int REGAIN = 4;

    /** The least that complaints leave, in thousandths. */
    static final int LEAST = 50;

    private static final long SHORTEST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(20).toNanos();
    /** A complaint this long after the last pause is the first of a new series. */
    private static final long CALM = Duration.ofSeconds(20).toNanos();

    /** Longer than any window, however much of it others use. */
    private static final long LONG_AGO = 1L << 60;

    private static final Comparator<Waiter> ORDER =
            Comparator.comparing(Waiter::priority).thenComparingLong(Waiter::number);

    private final long length;
    /** When the newest calls had certainly arrived, or else when they went out; the oldest first. */
    private final long[] sent;

    private final TreeSet<Waiter> queue = new TreeSet<>(ORDER);
    private long newest;
    private long pausedUntil;
    private int complaints;
    private int share = WHOLE;
    private long shareSince;

    Bucket(RateLimit limit, long now) {
        this.length = limit.per().plus(MARGIN).toNanos();
        this.sent = new long[limit.count()];
        Arrays.fill(sent, now - LONG_AGO);
        this.newest = now - LONG_AGO;
        this.pausedUntil = now - CALM;
        this.shareSince = now;
    }

    /**
     * A call in the queue.
     *
     * @param number its place among calls of the same priority
     * @param permits how much of the window it takes
     */
    record Waiter(Priority priority, long number, int permits) {}

    void join(Waiter waiter) {
        queue.add(waiter);
    }

    void leave(Waiter waiter) {
        queue.remove(waiter);
    }

    /** Returns when the waiter's turn is, if all before it take theirs; in the past or now, when it may go. */
    long turn(Waiter waiter, int holders, long now) {
        int ahead = queue.headSet(waiter).stream().mapToInt(Waiter::permits).sum();
        int last = ahead + Math.min(waiter.permits(), sent.length) - 1;
        long usable = (long) sent.length * share(now) / holders;
        if (isProbing(now)) {
            if (ahead == 0 && newest < shareSince) {
                // The one call that finds out: a batch too, whose orders would otherwise wait for one another.
                return Math.max(now, pausedUntil);
            }
            usable = Math.min(usable, WHOLE);
        }
        int size = (int) Math.max(1, usable / WHOLE);
        // With less than one call in a window, the window is longer.
        long span = usable >= WHOLE ? length : length * WHOLE / Math.max(1, usable);
        // The window holds "size" calls: the n-th call from now goes when the size-th before it has left.
        long free = sent[sent.length - size + last % size] + span;
        long turn = Math.max(Math.max(free, now), pausedUntil) + last / size * span;
        boolean wasFull = now - sent[sent.length - size] < span + span / 2;
        return wasFull ? Math.max(turn, newest + (last + 1) * (span / 2 / size)) : turn;
    }

    void take(int permits, long now) {
        int taken = Math.min(permits, sent.length);
        System.arraycopy(sent, taken, sent, 0, sent.length - taken);
        Arrays.fill(sent, sent.length - taken, sent.length, now);
        newest = now;
    }

    /** Counts a call that was taken at a time from now on, when it has certainly arrived. */
    void arrived(int permits, long takenAt, long now) {
        for (int i = 0; i < permits; i++) {
            int place = Arrays.binarySearch(sent, takenAt);
            if (place < 0) {
                return;
            }
            System.arraycopy(sent, place + 1, sent, place, sent.length - place - 1);
            sent[sent.length - 1] = Math.max(now, sent[sent.length - 1]);
        }
    }

    /**
     * OKX has said that the window is full, whatever was counted here: nothing goes until it has emptied and a random while
     * longer, more with each complaint, and then a quarter of before. Complaints about calls of one flight count once.
     */
    void complaint(Entropy entropy, long now) {
        if (now < pausedUntil) {
            return;
        }
        complaints = now - pausedUntil >= CALM ? 1 : complaints + 1;
        share = Math.max(LEAST, share(now) / CUT);
        long longest = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE << Math.min(complaints - 1, 5));
        pausedUntil = now + length + Math.floorMod(entropy.nextLong(), longest + 1);
        shareSince = pausedUntil;
    }

    /** Returns whether forgetting this bucket changes nothing. */
    boolean isIdle(long now) {
        return queue.isEmpty() && share(now) == WHOLE && now - sent[sent.length - 1] >= length;
    }

    private int share(long now) {
        long calm = Math.max(0, now - shareSince) / length;
        return (int) Math.min(WHOLE, share + calm * calm / REGAIN);
    }

    /** Returns whether a complaint is so fresh that one call finds out whether there is room again. */
    private boolean isProbing(long now) {
        return share < WHOLE && now - shareSince < length;
    }
}
