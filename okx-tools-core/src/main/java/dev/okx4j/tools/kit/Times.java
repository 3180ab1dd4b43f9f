package dev.okx4j.tools.kit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times in milliseconds, which the schema has already checked to be digits. */
final class Times {
    private Times() {}

    /** Returns the time of so many milliseconds since 1970, or null for null. */
    static @Nullable Instant instant(@Nullable String millis) {
        return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
