package dev.okx4j.client.trade;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * OKX's acknowledgement that the timer that cancels all orders is set, or stopped.
 *
 * @param triggerTime when the orders will be cancelled; absent, or 1970, once the timer is stopped
 * @param tag the tag of the orders that it cancels; absent for all
 * @param ts when OKX received the request
 */
public record CancelAllAfterAck(
        @Nullable Instant triggerTime, @Nullable String tag, Instant ts) {
    /** Returns whether the timer runs. */
    public boolean isRunning() {
        return triggerTime != null && triggerTime.isAfter(Instant.EPOCH);
    }
}
