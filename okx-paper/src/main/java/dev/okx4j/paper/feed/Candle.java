package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A candle as far as market time has reached.
 *
 * @param vol volume in contracts or base currency
 * @param volCcy volume in base currency of a contract, in quote currency for spot; null when not recorded
 * @param volCcyQuote volume in quote currency; null when not recorded
 * @param confirm whether it is over
 */
public record Candle(
        Instant ts,
        BigDecimal o,
        BigDecimal h,
        BigDecimal l,
        BigDecimal c,
        BigDecimal vol,
        @Nullable BigDecimal volCcy,
        @Nullable BigDecimal volCcyQuote,
        boolean confirm) {

    /** Returns this candle followed by a later one inside the same bucket. */
    Candle then(Candle later) {
        return new Candle(
                ts,
                o,
                h.max(later.h),
                l.min(later.l),
                later.c,
                vol.add(later.vol),
                sum(volCcy, later.volCcy),
                sum(volCcyQuote, later.volCcyQuote),
                confirm);
    }

    /** Returns this candle as part of a bucket that opened at {@code open}. */
    Candle within(Instant open, boolean over) {
        return new Candle(open, o, h, l, c, vol, volCcy, volCcyQuote, over);
    }

    /** Returns this candle after a trade at one more price. */
    public Candle reaching(BigDecimal px) {
        return new Candle(ts, o, h.max(px), l.min(px), px, vol, volCcy, volCcyQuote, confirm);
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }
}
