package dev.okx4j.client.stream;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Up to when, by OKX's clock, everything is known; null before anything was heard. Not thread-safe. */
final class Proof {
    /** How far before the last that was heard REST is asked from. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private @Nullable Instant time;

    /** Takes down that something of this time was heard. */
    void heard(@Nullable Instant moment) {
        if (moment != null && (time == null || moment.isAfter(time))) {
            time = moment;
        }
    }

    /** Takes down that all of a reading is known. */
    void heard(OrderReading reading) {
        reading.pending().forEach(order -> heard(order.uTime()));
        reading.ended().forEach(order -> heard(order.uTime()));
        reading.fills().forEach(fill -> heard(fill.ts()));
    }

    /** Returns since when REST is to be asked, so that nothing falls between what was heard and what is read; null for ever. */
    @Nullable
    Instant overlap() {
        return time == null ? null : time.minus(OVERLAP);
    }
}
