package dev.okx4j.paper.venue;

import java.math.BigDecimal;

/**
 * What an account has to trade with.
 *
 * @param availBuy quote currency for spot, else margin in the settlement currency
 * @param availSell base currency for spot, else margin in the settlement currency
 */
public record MaxAvailView(String instId, BigDecimal availBuy, BigDecimal availSell) {}
