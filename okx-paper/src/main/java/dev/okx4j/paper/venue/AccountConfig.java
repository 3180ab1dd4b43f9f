package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.StpMode;

/**
 * How an account is set up.
 *
 * @param acctLv OKX's account mode: 1 spot, 2 futures
 * @param longShort whether an instrument has a long and a short position rather than one net position
 * @param feeType 0 when the fee of a spot trade is taken from what is received, 1 when always in the quote currency
 * @param stpMode what becomes of orders that would trade with each other, unless they say so themselves
 * @param greeksType {@code PA} when Greeks are counted in coins, {@code BS} in dollars
 */
public record AccountConfig(String acctLv, boolean longShort, String feeType, StpMode stpMode, String greeksType) {

    /** Returns OKX's word for the position mode. */
    public String posMode() {
        return longShort ? "long_short_mode" : "net_mode";
    }
}
