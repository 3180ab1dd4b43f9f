package dev.okx4j.client.account;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;

/**
 * Market-maker protection of a family of options to set.
 *
 * @param instFamily the family, such as BTC-USD
 * @param timeInterval how long a fill counts; zero switches it off
 * @param frozenInterval for how long no new orders under it are taken once it was triggered; zero until a reset
 * @param qtyLimit the contracts whose filling in that time triggers it; more than zero
 */
@RecordBuilder
public record SetMmpConfigRequest(
        String instFamily, Duration timeInterval, Duration frozenInterval, BigDecimal qtyLimit) {
    public SetMmpConfigRequest {
        Objects.requireNonNull(instFamily, "instFamily");
        Objects.requireNonNull(timeInterval, "timeInterval");
        Objects.requireNonNull(frozenInterval, "frozenInterval");
        Objects.requireNonNull(qtyLimit, "qtyLimit");
        if (timeInterval.isNegative() || frozenInterval.isNegative()) {
            throw new IllegalArgumentException("timeInterval and frozenInterval cannot be less than zero");
        }
        if (qtyLimit.signum() <= 0) {
            throw new IllegalArgumentException("qtyLimit is " + qtyLimit + "; give one above zero");
        }
    }

    /** Returns a builder without any value. */
    public static SetMmpConfigRequestBuilder builder() {
        return SetMmpConfigRequestBuilder.builder();
    }
}
