package dev.okx4j.client.rest;

import dev.okx4j.client.rest.Bucket.Waiter;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls inside OKX's limits: each waits until every window that it counts in has room, cancels before new exposure before
 * reads, and first come first served among equals.
 *
 * <p>This class is thread-safe. Clients that share a key share {@link #shared()}; processes that do share a folder.
 */
public final class Limiter {
    /** Windows that are kept before the idle ones are forgotten, so that many instruments cost no memory for long. */
    static final int MANY = 1_000;

    private static final long TAKEN = -1;
    private static final long TOO_LONG = -2;

    private static final Limiter SHARED = new Limiter();
    private static final Map<Path, Limiter> BY_FOLDER = new ConcurrentHashMap<>();

    private final @Nullable Holders holders;
    private final Map<Key, Bucket> buckets = new HashMap<>();
    private final Map<String, Circuit> sites = new ConcurrentHashMap<>();
    private long numbers;

    /** Makes a limiter of its own, for clients that share nothing with the others of this process. */
    public Limiter() {
        this(null);
    }

    Limiter(@Nullable Holders holders) {
        this.holders = holders;
    }

    /** Returns the limiter of this process, which clients use unless told otherwise. */
    public static Limiter shared() {
        return SHARED;
    }

    /**
     * Returns a limiter whose windows are divided by the number of processes that use this folder just now, for processes on one
     * machine with one key. A process that ends, however it ends, leaves its part to the others within two seconds.
     *
     * @throws IOException when the folder cannot be used, or too many processes use it
     */
    public static Limiter sharedThrough(Path folder) throws IOException {
        Disk disk = Disk.system();
        disk.createFolder(folder);
        Path real = folder.toRealPath();
        synchronized (BY_FOLDER) {
            Limiter limiter = BY_FOLDER.get(real);
            if (limiter == null) {
                limiter = new Limiter(Holders.join(disk, real));
                BY_FOLDER.put(real, limiter);
            }
            return limiter;
        }
    }

    /**
     * What shares one window.
     *
     * @param site the exchange
     * @param owner the key id, or the word {@code ip}
     * @param operation the method and path
     * @param subject the instrument, currency or whatever the limit's scope says; empty for none
     */
    record Key(String site, String owner, String operation, String subject) {}

    /**
     * A part of a window that a call takes.
     *
     * @param permits how many orders or calls it counts for
     */
    record Claim(Key key, RateLimit limit, int permits) {}

    /** Waits until every claim has room and takes it; returns null, with nothing taken, when that would be after the budget. */
    @Nullable
    Permit acquire(List<Claim> claims, Priority priority, Clock clock, Waits waits, Duration budget)
            throws InterruptedException {
        long end = clock.nanos() + budget.toNanos();
        Turn turn = join(claims, priority, clock.nanos());
        try {
            while (true) {
                long now = clock.nanos();
                long wait = tryTake(turn, now, end);
                if (wait < 0) {
                    return wait == TAKEN ? new Permit(turn, now) : null;
                }
                waits.sleep(Duration.ofNanos(wait));
            }
        } finally {
            leave(turn);
        }
    }

    /** Takes all claims when all have room; else returns how long to wait before trying once more. */
    private synchronized long tryTake(Turn turn, long now, long end) {
        long ready = now;
        for (int i = 0; i < turn.buckets().size(); i++) {
            ready = Math.max(ready, turn.buckets().get(i).turn(turn.waiters().get(i), holders(now), now));
        }
        if (ready > now) {
            return ready > end ? TOO_LONG : ready - now;
        }
        for (int i = 0; i < turn.buckets().size(); i++) {
            turn.buckets().get(i).take(turn.waiters().get(i).permits(), now);
        }
        return TAKEN;
    }

    /**
     * Tells that a call which had a permit has been answered, or given up. OKX counts it when it arrives, somewhen until now, and
     * so it counts here from now on: a first call over a cold connection can arrive half a second after it went.
     */
    synchronized void arrived(Permit permit, long now) {
        Turn turn = permit.turn();
        for (int i = 0; i < turn.buckets().size(); i++) {
            turn.buckets().get(i).arrived(turn.waiters().get(i).permits(), permit.takenAt(), now);
        }
    }

    /** Tells that OKX found the calls of a window too many. */
    synchronized void complaint(Key key, RateLimit limit, Entropy entropy, long now) {
        bucket(key, limit, now).complaint(entropy, now);
    }

    /** Returns what stands between this process and a site that has shut it out. */
    Circuit circuit(String site) {
        return sites.computeIfAbsent(site, name -> new Circuit());
    }

    private synchronized Turn join(List<Claim> claims, Priority priority, long now) {
        long number = numbers++;
        List<Bucket> joined = new ArrayList<>(claims.size());
        List<Waiter> waiters = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            Waiter waiter = new Waiter(priority, number, claim.permits());
            Bucket bucket = bucket(claim.key(), claim.limit(), now);
            bucket.join(waiter);
            joined.add(bucket);
            waiters.add(waiter);
        }
        return new Turn(joined, waiters);
    }

    private synchronized void leave(Turn turn) {
        for (int i = 0; i < turn.buckets().size(); i++) {
            turn.buckets().get(i).leave(turn.waiters().get(i));
        }
    }

    private Bucket bucket(Key key, RateLimit limit, long now) {
        if (buckets.size() >= MANY) {
            buckets.values().removeIf(bucket -> bucket.isIdle(now));
        }
        return buckets.computeIfAbsent(key, k -> new Bucket(limit, now));
    }

    /** Returns how many windows are kept. */
    synchronized int windows() {
        return buckets.size();
    }

    private int holders(long now) {
        return holders == null ? 1 : holders.count(now);
    }

    /** What a call has taken. */
    record Permit(Turn turn, long takenAt) {}

    /** A call's places in the queues of the windows that it counts in. */
    record Turn(List<Bucket> buckets, List<Waiter> waiters) {}
}
