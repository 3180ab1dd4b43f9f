package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Market-maker protection of a family of options.
 *
 * @param timeInterval how long of market time a fill counts; zero triggers nothing
 * @param frozenInterval for how long of market time nothing is taken once it was triggered; zero until a reset
 * @param qtyLimit how many contracts may not fill in that time
 * @param frozen whether it was triggered, so that no new orders under it are taken
 * @param frozenUntil the market time at which the freeze ends; null without one, and for one that only a reset ends
 */
public record ProtectionView(
        String instFamily,
        Duration timeInterval,
        Duration frozenInterval,
        BigDecimal qtyLimit,
        boolean frozen,
        @Nullable Instant frozenUntil) {}
