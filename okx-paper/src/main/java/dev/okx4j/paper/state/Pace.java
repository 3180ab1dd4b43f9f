package dev.okx4j.paper.state;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast market time runs while nobody moves it by hand: not at all, so many times as fast as the machine's clock, or as
 * fast as it goes.
 *
 * <p>One thread drives it, which lives only while market time runs: it ends with the data, with {@link #pause} and with the
 * account. Whoever moves market time by hand meanwhile only changes where it runs on from. This class is threadsafe.
 */
public final class Pace {
    /** The highest multiple that may be asked for; beyond it there is only as fast as it goes. */
    public static final BigDecimal FASTEST = new BigDecimal("1000000");

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration STRIDE = Duration.ofMinutes(15);
    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

    private final PaperAccount account;
    private final Clock clock;
    private final Waits waits;
    private @Nullable Run running;

    /** Makes the pace of an account, whose market time stands. */
    public Pace(PaperAccount account, Clock clock, Waits waits) {
        this.account = account;
        this.clock = clock;
        this.waits = waits;
    }

    /** A time during which market time runs at one speed; a null factor is as fast as it goes. */
    private static final class Run {
        final @Nullable BigDecimal factor;
        Instant from;
        Instant reached;
        long nanos;

        Run(@Nullable BigDecimal factor, Instant from, long nanos) {
            this.factor = factor;
            this.from = from;
            this.reached = from;
            this.nanos = nanos;
        }
    }

    /** Lets market time run so many times as fast as the machine's clock; more than zero and at most {@link #FASTEST}. */
    public void run(BigDecimal factor) {
        if (factor.signum() <= 0 || factor.compareTo(FASTEST) > 0) {
            throw new IllegalArgumentException("a speed is above 0 and at most " + FASTEST.toPlainString());
        }
        start(factor);
    }

    /** Lets market time run as fast as it goes. */
    public void runFast() {
        start(null);
    }

    /** Lets market time stand. */
    public synchronized void pause() {
        running = null;
    }

    /** Returns {@code paused}, {@code max} or the multiple. */
    public synchronized String speed() {
        Run run = running;
        if (run == null) {
            return "paused";
        }
        return run.factor == null ? "max" : run.factor.stripTrailingZeros().toPlainString();
    }

    private synchronized void start(@Nullable BigDecimal factor) {
        Run run = new Run(factor, account.read(Venue::now), clock.nanos());
        running = run;
        Thread thread = new Thread(() -> drive(run), "okx-paper-pace");
        thread.setDaemon(true);
        thread.start();
    }

    private void drive(Run run) {
        try {
            while (tick(run)) {
                if (run.factor != null) {
                    waits.sleep(TICK);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(run);
        } catch (RuntimeException e) {
            if (!account.isClosed()) {
                LOG.error("Market time stopped running", e);
            }
            end(run);
        }
    }

    /** Moves market time to where it should be by now; returns whether it runs on. */
    private boolean tick(Run run) {
        if (!isRunning(run)) {
            return false;
        }
        Instant now = account.read(Venue::now);
        if (!now.equals(run.reached)) {
            run.from = now;
            run.reached = now;
            run.nanos = clock.nanos();
        }
        Instant to = target(run, now);
        if (!to.isAfter(now)) {
            return true;
        }
        Reply reply = account.pass(to);
        if (reply instanceof Reply.Advanced advanced && advanced.stopped() == Reply.Stop.TARGET) {
            run.reached = advanced.now();
            return true;
        }
        // Refused: somebody has moved market time past the target since, so that the next tick begins from there.
        if (reply instanceof Reply.Refused) {
            return true;
        }
        end(run);
        return false;
    }

    private Instant target(Run run, Instant now) {
        if (run.factor == null) {
            Instant next = account.read(Venue::next);
            return (next == null || next.isBefore(now) ? now : next).plus(STRIDE);
        }
        BigDecimal elapsed = BigDecimal.valueOf(clock.nanos() - run.nanos).multiply(run.factor);
        return run.from.plusMillis(
                elapsed.divide(NANOS_PER_MILLI, 0, RoundingMode.DOWN).longValueExact());
    }

    private synchronized boolean isRunning(Run run) {
        return running == run;
    }

    private synchronized void end(Run run) {
        if (running == run) {
            running = null;
        }
    }
}
