package dev.okx4j.client.internal;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.error.PermissionException;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Resolver;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks a write up again and again, at growing intervals, until it is seen or the time is over. */
public final class Reconciler implements Resolver {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8));
    /** A look-up that has less time than this is not begun. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final Clock clock;
    private final Waits waits;

    public Reconciler(Clock clock, Waits waits) {
        this.clock = clock;
        this.waits = waits;
    }

    @Override
    public <A> @Nullable Outcome<A> resolve(Rest rest, LookUp<A> lookUp, WriteIntent intent, Duration budget)
            throws InterruptedException {
        long end = clock.nanos() + budget.toNanos();
        for (Duration delay : DELAYS) {
            if (left(end).minus(delay).compareTo(SHORTEST) < 0) {
                return null;
            }
            waits.sleep(delay);
            Duration left = left(end);
            if (left.compareTo(SHORTEST) < 0) {
                return null;
            }
            try {
                Outcome<A> found = lookUp.find(rest.within(left), intent);
                if (found != null) {
                    return found;
                }
            } catch (AuthenticationException | PermissionException e) {
                LOG.warn("{} cannot be looked up: {}", intent.path(), e.getMessage());
                return null;
            } catch (OkxException e) {
                // Not found proves nothing yet: an order can be visible later than its answer was lost.
                LOG.debug("{} is not seen yet: {}", intent.path(), e.getMessage());
            }
            if (Thread.currentThread().isInterrupted()) {
                return null;
            }
        }
        return null;
    }

    private Duration left(long end) {
        return Duration.ofNanos(end - clock.nanos());
    }
}
