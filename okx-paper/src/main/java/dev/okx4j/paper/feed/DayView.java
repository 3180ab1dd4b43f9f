package dev.okx4j.paper.feed;

import java.math.BigDecimal;

/**
 * What an instrument did in the 24 hours before a moment, as far as the path had reached.
 *
 * @param vol volume in contracts or base currency
 * @param volCcy volume in base currency of a contract, in quote currency for spot
 * @param lastSz volume of the latest leg on which anything traded
 * @param sodUtc0 price at the start of the day of UTC
 * @param sodUtc8 price at the start of the day of UTC+8
 */
public record DayView(
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal vol,
        BigDecimal volCcy,
        BigDecimal lastSz,
        BigDecimal sodUtc0,
        BigDecimal sodUtc8) {}
