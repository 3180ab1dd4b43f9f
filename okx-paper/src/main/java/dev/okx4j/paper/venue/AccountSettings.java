package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.StpMode;

/** How the account is set up. A new account is in futures mode and net mode and pays fees in what it receives. */
final class AccountSettings {

    /** Spot mode: spot only, without margin. */
    static final String SPOT = "1";
    /** Futures mode: spot, and contracts margined in their own settlement currency. */
    static final String FUTURES = "2";
    /** The fee of a spot trade is taken from what is received. */
    static final String RECEIVED = "0";
    /** The fee of a spot trade is taken in the quote currency, on both sides. */
    static final String QUOTE = "1";

    /** OKX's number of the account mode. */
    String acctLv = FUTURES;
    /** Whether an instrument has a long and a short position rather than one net position. */
    boolean longShort;
    /** OKX's {@code feeType}. */
    String feeType = RECEIVED;
    /** What becomes of an order that would trade with another of the account, unless it says so itself. */
    StpMode stpMode = StpMode.CANCEL_MAKER;
    /** What Greeks are counted in: {@code PA} coins or {@code BS} dollars. */
    String greeksType = "PA";

    /** Returns the settings as they stand. */
    AccountConfig view() {
        return new AccountConfig(acctLv, longShort, feeType, stpMode, greeksType);
    }
}
