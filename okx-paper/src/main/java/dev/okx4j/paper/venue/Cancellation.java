package dev.okx4j.paper.venue;

/** Why an order was cancelled: OKX's number and the words for it. */
record Cancellation(String source, String reason) {

    static final Cancellation NONE = new Cancellation("", "");
    static final Cancellation BY_USER = new Cancellation("1", "cancelled by its owner");
    static final Cancellation NO_LONGER_REDUCING =
            new Cancellation("2", "it reduced a position that has changed, and the margin to open one is missing");
    static final Cancellation RISK = new Cancellation("3", "cancelled to free margin");
    static final Cancellation FOK = new Cancellation("13", "fill-or-kill could not be filled whole");
    static final Cancellation REST = new Cancellation("14", "the rest found nothing to match");
    static final Cancellation POSITION_CLOSED = new Cancellation("17", "the position it was to close is closed");
    static final Cancellation REDUCE_ONLY_TRIMMED =
            new Cancellation("22", "reduce-only orders with better prices cover the position");
    static final Cancellation POST_ONLY = new Cancellation("31", "post-only order would have taken liquidity");
    static final Cancellation SELF_TRADE = new Cancellation("32", "self-trade prevention");
}
