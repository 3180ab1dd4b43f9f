package dev.okx4j.client.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One price of an order book.
 *
 * @param px the price
 * @param sz the size there: contracts for derivatives, base currency for spot
 * @param liqOrders a column that OKX no longer uses; always 0
 * @param orders how many orders are there
 */
public record BookLevel(
        BigDecimal px,
        BigDecimal sz,
        @Nullable String liqOrders,
        @Nullable Integer orders) {}
