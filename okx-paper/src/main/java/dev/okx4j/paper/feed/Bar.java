package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recorded candle.
 *
 * @param ts when it opened
 * @param vol volume in contracts or base currency
 * @param volCcy volume in base currency of a contract, in quote currency for spot; null when not recorded
 * @param volCcyQuote volume in quote currency; null when not recorded
 */
record Bar(
        Instant ts,
        BigDecimal o,
        BigDecimal h,
        BigDecimal l,
        BigDecimal c,
        BigDecimal vol,
        @Nullable BigDecimal volCcy,
        @Nullable BigDecimal volCcyQuote) {

    Bar {
        if (l.signum() <= 0 || h.compareTo(o.max(c)) < 0 || l.compareTo(o.min(c)) > 0 || vol.signum() < 0) {
            throw new IllegalArgumentException(
                    "not a candle: ts " + ts + " o " + o + " h " + h + " l " + l + " c " + c + " vol " + vol);
        }
    }
}
