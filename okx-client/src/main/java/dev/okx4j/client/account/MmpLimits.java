package dev.okx4j.client.account;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Market-maker protection of a family of options as it was set.
 *
 * @param instFamily the family, such as BTC-USD
 * @param timeInterval how long a fill counts; zero when it is switched off
 * @param frozenInterval for how long no new orders under it are taken once it was triggered; zero until a reset
 * @param qtyLimit the contracts whose filling in that time triggers it
 */
public record MmpLimits(String instFamily, Duration timeInterval, Duration frozenInterval, BigDecimal qtyLimit) {}
