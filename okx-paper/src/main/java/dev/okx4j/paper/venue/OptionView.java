package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.options.Greeks;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an option is worth now, and why.
 *
 * @param spec instrument
 * @param markPx mark price: coins for one coin, of an option that is settled in dollars dollars for one coin
 * @param greeks how its worth changes, of one coin
 * @param markVol volatility that the feed tells, as a fraction
 * @param bidVol volatility that the best bid stands for; 0 without one
 * @param askVol volatility that the best ask stands for; 0 without one
 * @param volLv volatility of the option of the same family and expiry whose strike is nearest to the forward price
 * @param fwdPx forward price of the coin at expiry
 * @param lever coins that one coin buys: forward price over worth, or null when it is worth nothing
 * @param ts market time
 */
public record OptionView(
        InstrumentSpec spec,
        BigDecimal markPx,
        Greeks greeks,
        BigDecimal markVol,
        BigDecimal bidVol,
        BigDecimal askVol,
        @Nullable BigDecimal volLv,
        BigDecimal fwdPx,
        @Nullable BigDecimal lever,
        Instant ts) {}
