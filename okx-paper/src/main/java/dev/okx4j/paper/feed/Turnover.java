package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has been traded, in the three measures of a candle.
 *
 * @param vol contracts or base currency
 * @param volCcy base currency of a contract, quote currency for spot; null when not known
 * @param volCcyQuote quote currency; null when not known
 */
record Turnover(
        BigDecimal vol,
        @Nullable BigDecimal volCcy,
        @Nullable BigDecimal volCcyQuote) {

    private static final int COIN_DECIMALS = 8;

    /** Returns the turnover of a trade; the coins of an inverse contract, its dollars over its price, have 8 decimals. */
    static Turnover of(InstrumentSpec spec, BigDecimal px, BigDecimal sz) {
        BigDecimal face = sz.multiply(spec.face());
        if (spec.isInverse()) {
            return new Turnover(sz, face.divide(px, COIN_DECIMALS, RoundingMode.HALF_EVEN), face);
        }
        if (spec.instType() == InstrumentType.OPTION) {
            return new Turnover(sz, face, null);
        }
        BigDecimal coins = face;
        BigDecimal value = coins.multiply(px);
        return spec.isContract() ? new Turnover(sz, coins, value) : new Turnover(sz, value, value);
    }

    /** Returns the candle that begins with a print. */
    Bar opening(Instant open, MarketEvent.Move print) {
        return new Bar(
                open,
                print.from(),
                print.from().max(print.to()),
                print.from().min(print.to()),
                print.to(),
                vol,
                volCcy,
                volCcyQuote);
    }

    /** Returns a candle with one more print. */
    Bar added(Bar bar, MarketEvent.Move print) {
        return new Bar(
                bar.ts(),
                bar.o(),
                bar.h().max(print.from()).max(print.to()),
                bar.l().min(print.from()).min(print.to()),
                print.to(),
                bar.vol().add(vol),
                sum(bar.volCcy(), volCcy),
                sum(bar.volCcyQuote(), volCcyQuote));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }
}
