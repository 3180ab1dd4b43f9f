package dev.okx4j.client.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Market-maker protection of a family of options: once so many contracts have filled in so short a time, OKX cancels all orders of the
 * family that are under it, and takes no new ones for a while.
 *
 * @param instFamily the family, such as BTC-USD
 * @param mmpFrozen whether it was triggered, so that no new orders under it are taken
 * @param mmpFrozenUntil when the freeze ends by itself; absent without one, and for one that only a reset ends
 * @param timeInterval how long a fill counts; zero when it is switched off
 * @param frozenInterval how long a freeze lasts; zero until a reset
 * @param qtyLimit the contracts whose filling triggers it
 */
public record MmpConfig(
        String instFamily,
        Boolean mmpFrozen,
        @Nullable Instant mmpFrozenUntil,
        Duration timeInterval,
        Duration frozenInterval,
        BigDecimal qtyLimit) {}
