package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The prices of an index, or the mark prices of an instrument, in one span of time.
 *
 * @param ts when the candle starts
 * @param o the first price
 * @param h the highest price
 * @param l the lowest price
 * @param c the last price
 * @param confirm 1 when the candle is complete, 0 while it still changes
 */
public record PriceCandle(Instant ts, BigDecimal o, BigDecimal h, BigDecimal l, BigDecimal c, String confirm) {}
