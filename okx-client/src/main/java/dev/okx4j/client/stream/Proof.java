package dev.okx4j.client.stream;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to when, by OKX's clock, everything is known: the newest that REST has told of. Pushes prove nothing, as one may follow another
 * that never came. Not thread-safe.
 */
final class Proof {
    /** How far before it REST is asked from: what happens at one time is not shown by all of REST at one time. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private @Nullable Instant time;

    /** Takes down that all of a reading is known. */
    void by(OrderReading reading) {
        reading.pending().forEach(order -> upTo(order.uTime()));
        reading.ended().forEach(order -> upTo(order.uTime()));
        reading.fills().forEach(fill -> upTo(fill.ts()));
    }

    private void upTo(@Nullable Instant moment) {
        if (moment != null && (time == null || moment.isAfter(time))) {
            time = moment;
        }
    }

    /** Returns since when REST is to be asked, so that nothing falls between what was read and what is read next; null for ever. */
    @Nullable
    Instant overlap() {
        return time == null ? null : time.minus(OVERLAP);
    }
}
