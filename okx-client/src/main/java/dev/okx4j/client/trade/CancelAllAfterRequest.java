package dev.okx4j.client.trade;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When OKX is to cancel all live orders unless it hears from the caller before.
 *
 * @param timeOut the seconds from now: 10 to 120, or 0 to stop the timer
 * @param tag cancels only orders with this tag, up to 16 letters and digits; absent, all orders, tagged or not
 */
@RecordBuilder
public record CancelAllAfterRequest(
        Integer timeOut, @Nullable String tag) {
    public CancelAllAfterRequest {
        Objects.requireNonNull(timeOut, "timeOut");
        if (timeOut != 0 && (timeOut < 10 || timeOut > 120)) {
            throw new IllegalArgumentException(
                    "timeOut is " + timeOut + "; give 10 to 120 seconds, or 0 to stop the timer");
        }
    }

    /** Returns a builder without any value. */
    public static CancelAllAfterRequestBuilder builder() {
        return CancelAllAfterRequestBuilder.builder();
    }
}
