package dev.okx4j.client.funding;

import java.math.BigDecimal;

/**
 * What the funding account holds of one currency.
 *
 * @param ccy the currency
 * @param bal the balance
 * @param frozenBal the part of it that is held back
 * @param availBal the part of it that can be moved
 */
public record AssetBalance(String ccy, BigDecimal bal, BigDecimal frozenBal, BigDecimal availBal) {}
