package dev.okx4j.client.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The prices and volumes of one span of time.
 *
 * @param ts when the candle starts
 * @param o the first price
 * @param h the highest price
 * @param l the lowest price
 * @param c the last price
 * @param vol the volume, in contracts for derivatives and in base currency for spot
 * @param volCcy the volume, in base coin for derivatives and in quote currency for spot
 * @param volCcyQuote the volume in quote currency
 * @param confirm 1 when the candle is complete, 0 while it still changes
 */
public record Candle(
        Instant ts,
        BigDecimal o,
        BigDecimal h,
        BigDecimal l,
        BigDecimal c,
        BigDecimal vol,
        BigDecimal volCcy,
        BigDecimal volCcyQuote,
        String confirm) {}
