package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Writes the open interest of a contract as OKX's row. */
public final class OpenInterestRow {
    /** Decimals of an amount of coins that is an amount of dollars over a price. */
    private static final int COIN_SCALE = 8;

    private OpenInterestRow() {}

    /**
     * Returns the row of an open interest, which it tells in coins and dollars as well.
     *
     * @param oi in contracts
     * @param markPx mark price of a swap or future, index price of an option
     */
    public static Row of(InstrumentSpec spec, BigDecimal oi, BigDecimal markPx, Instant now) {
        BigDecimal faces = oi.multiply(spec.face());
        BigDecimal coins = spec.isInverse() ? faces.divide(markPx, COIN_SCALE, RoundingMode.HALF_EVEN) : faces;
        return new Row(Fields.OPEN_INTEREST)
                .set("instType", spec.instType().name())
                .set("instId", spec.instId())
                .set("oi", oi)
                .set("oiCcy", coins)
                .set("oiUsd", spec.isInverse() ? faces : faces.multiply(markPx))
                .set("ts", now);
    }
}
