package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One trade of the public tape: of others as recorded, or of the account.
 *
 * @param tradeId number of the trade in its instrument
 * @param px price in quote currency
 * @param sz contracts, or base currency for spot
 * @param side the side of the taker
 * @param ts market time
 */
public record TradeView(String instId, String tradeId, BigDecimal px, BigDecimal sz, Side side, Instant ts) {}
