package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;

/** One trade of the account; {@code ref} is −1 when the exchange has closed a position. */
public record Fill(
        int ref,
        String product,
        boolean buy,
        BigDecimal px,
        BigDecimal sz,
        BigDecimal pnl,
        BigDecimal fee,
        String feeCcy,
        boolean maker) {}
