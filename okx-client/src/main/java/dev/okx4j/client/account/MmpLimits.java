package dev.okx4j.client.account;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;

/**
 * Market-maker protection of a family of options, to set or as it was set.
 *
 * @param instFamily the family, such as BTC-USD
 * @param timeInterval how long a fill counts; zero switches it off
 * @param frozenInterval for how long no new orders under it are taken once it was triggered; zero until a reset
 * @param qtyLimit the contracts whose filling in that time triggers it; more than zero
 */
@RecordBuilder
public record MmpLimits(String instFamily, Duration timeInterval, Duration frozenInterval, BigDecimal qtyLimit) {
    public MmpLimits {
        Objects.requireNonNull(instFamily, "instFamily");
        Objects.requireNonNull(timeInterval, "timeInterval");
        Objects.requireNonNull(frozenInterval, "frozenInterval");
        Objects.requireNonNull(qtyLimit, "qtyLimit");
    }

    /** Returns a builder without any value. */
    public static MmpLimitsBuilder builder() {
        return MmpLimitsBuilder.builder();
    }
}
