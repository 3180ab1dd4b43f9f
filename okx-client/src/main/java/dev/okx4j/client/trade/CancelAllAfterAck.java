package dev.okx4j.client.trade;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * OKX's acknowledgement that the timer that cancels all orders is set, or stopped.
 *
 * @param triggerTime when the orders will be cancelled; 1970 once the timer is stopped
 * @param tag the tag of the orders that it cancels; absent for all
 * @param ts when OKX received the request
 */
public record CancelAllAfterAck(
        Instant triggerTime, @Nullable String tag, Instant ts) {
    /** Returns whether the timer runs. */
    public boolean isRunning() {
        return triggerTime.isAfter(Instant.EPOCH);
    }
}
