package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;

/** One trade of an order of the account, or of one with which the exchange has closed a position. */
public record Fill(
        Order order, BigDecimal px, BigDecimal sz, BigDecimal pnl, BigDecimal fee, String feeCcy, boolean maker) {}
