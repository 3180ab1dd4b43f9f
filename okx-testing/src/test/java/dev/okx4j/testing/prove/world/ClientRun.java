package dev.okx4j.testing.prove.world;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One life of the client's process: its seams, each of which is a place to die at, and the client made of them. */
final class ClientRun implements Clock, Waits {
    private static final long TOO_MANY = 300_000;

    private final World world;
    private final Timeline time;
    private final int number;
    private final Entropy entropy;
    private final Disk disk;
    private @Nullable OkxClient client;
    private boolean dead;
    private boolean diskFailed;
    private long crossings;
    private long deadly = Long.MAX_VALUE;
    private @Nullable String deadlyPlace;
    private long asleep;

    ClientRun(World world, Timeline time, int number, Entropy entropy) {
        this.world = world;
        this.time = time;
        this.number = number;
        this.entropy = entropy;
        this.disk = world.disk().seenBy(this::pass);
    }

    int number() {
        return number;
    }

    OkxClient client() {
        return Objects.requireNonNull(client);
    }

    void client(OkxClient made) {
        this.client = made;
    }

    Entropy entropy() {
        return entropy;
    }

    Disk disk() {
        return disk;
    }

    boolean diskFailed() {
        return diskFailed;
    }

    void diskFails() {
        diskFailed = true;
    }

    /** Lets the process die at the n-th crossing of a seam from now on; 0 is the next one. */
    void dieAt(long nth) {
        deadly = crossings + nth;
    }

    /** Lets the process die the next time that it comes to a place, such as {@code before POST}. */
    void dieAt(String place) {
        deadlyPlace = place;
    }

    void liveOn() {
        deadly = Long.MAX_VALUE;
        deadlyPlace = null;
    }

    /** Takes the process off the machine's monotonic time for a while. */
    void sleepThrough(Duration nap) {
        asleep += nap.toNanos();
    }

    /** Passes a seam, or dies there; what a dead process still does is dying again. */
    void pass(String where) {
        if (crossings > TOO_MANY) {
            throw new IllegalStateException("The client goes round in circles: " + where);
        }
        if (dead || crossings++ == deadly || where.equals(deadlyPlace)) {
            dead = true;
            throw new Killed(where);
        }
    }

    @Override
    public Instant now() {
        return world.wall();
    }

    @Override
    public long nanos() {
        return time.nanos() - asleep;
    }

    @Override
    public void sleep(Duration duration) {
        pass("before a wait");
        if (!duration.isNegative() && !duration.isZero()) {
            time.pass(duration);
        }
        pass("after a wait");
    }
}
