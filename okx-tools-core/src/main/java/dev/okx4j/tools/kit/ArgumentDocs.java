package dev.okx4j.tools.kit;

/** Sentences that several tools tell a model. */
final class ArgumentDocs {
    static final String CLIENT_ID = "Your own id for the order, 1 to 32 letters and digits; one is made if left out";
    static final String ORDER_ID = "ordId or clOrdId is needed";
    static final String TAKE_PROFIT = "Price at which to take profit";
    static final String STOP_LOSS = "Price at which to stop the loss";
    static final String LEG_PRICE = "Price of the order that this sets off; -1 for market";
    static final String CONTRACT = "e.g. BTC-USDT-SWAP";
    static final String SIZE =
            "Contracts (one is ctVal × ctMult coins, see market_get_instruments), unless tgtCcy says money";
    static final String SIZE_UNIT =
            "Unit of sz. Left out or base_ccy: contracts. quote_ccy: money, e.g. USDT of notional. "
                    + "margin: money put up, notional = sz × leverage";
    static final String POSITION_SIDE = "net in one-way mode (default); long or short in hedge mode";
    static final String ORDER_TYPE =
            "market; or with px: limit, post_only (maker), fok (all or nothing), ioc (what fills now)";
    static final String LIMIT_PRICE = "Limit price; none for market";
    static final String UNDERLYING = "Underlying, e.g. BTC-USD; sent as instFamily";
    static final String FAMILY = "Instrument family, e.g. BTC-USD; needed for OPTION";
    static final String WATCHED_PRICE = "Price that is watched; last if left out";
    static final String OLDER_BILL = "Older than this billId; pages back";
    static final String NEWER_BILL = "Newer than this billId";
    static final String BEGIN = "Milliseconds: from this time";
    static final String END = "Milliseconds: to this time";
    static final String SWAP_BY_DEFAULT = "SWAP if left out";

    private ArgumentDocs() {}

    /** Returns what to do when it is not known whether an order was taken. */
    static String lookUp(String getTool, String instId) {
        return "Call " + getTool + " with instId " + instId + " and this clOrdId to learn whether it exists.";
    }

    /** Returns what to do when a taken order could not be read back. */
    static String readBack(String getTool) {
        return "Call " + getTool + " for its state.";
    }
}
