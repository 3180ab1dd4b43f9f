package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account's money in one currency. {@code eq = cashBal + upl + isoEq}, and what its cross options would bring.
 *
 * @param ccy currency of every amount but {@code eqUsd}
 * @param eq equity
 * @param cashBal cash; isolated margin has left it
 * @param isoEq isolated margin with its unrealised profit, and what isolated options would bring
 * @param isoUpl unrealised profit of isolated positions but options
 * @param upl unrealised profit of cross positions but options
 * @param availBal what can be spent on spot or moved into an isolated position
 * @param availEq what can be used as cross margin
 * @param frozenBal {@code imr + ordFrozen}
 * @param ordFrozen frozen by open orders
 * @param imr initial margin of cross positions
 * @param mmr maintenance margin of cross positions
 * @param mgnRatio cross equity over maintenance margin, or null without cross positions
 * @param eqUsd equity at the last price against a US dollar stablecoin, or null when the feed has none
 * @param uTime market time of this look
 */
public record BalanceView(
        String ccy,
        BigDecimal eq,
        BigDecimal cashBal,
        BigDecimal isoEq,
        BigDecimal isoUpl,
        BigDecimal upl,
        BigDecimal availBal,
        BigDecimal availEq,
        BigDecimal frozenBal,
        BigDecimal ordFrozen,
        BigDecimal imr,
        BigDecimal mmr,
        @Nullable BigDecimal mgnRatio,
        @Nullable BigDecimal eqUsd,
        Instant uTime) {}
