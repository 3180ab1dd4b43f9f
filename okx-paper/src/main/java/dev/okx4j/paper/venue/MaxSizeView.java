package dev.okx4j.paper.venue;

import java.math.BigDecimal;

/**
 * The largest orders that an account could place.
 *
 * @param ccy currency that margins them; for spot the base currency
 * @param maxBuy contracts, or base currency for spot
 * @param maxSell contracts, or base currency for spot
 */
public record MaxSizeView(String instId, String ccy, BigDecimal maxBuy, BigDecimal maxSell) {}
