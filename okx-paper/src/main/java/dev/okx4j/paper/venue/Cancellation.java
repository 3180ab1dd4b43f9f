package dev.okx4j.paper.venue;

/**
 * Why an order was cancelled: OKX's number and the words for it.
 *
 * @param source OKX's {@code cancelSource}, empty when not cancelled
 * @param reason OKX's {@code cancelSourceReason}, in our words
 */
record Cancellation(String source, String reason) {

    /** Not cancelled. */
    static final Cancellation NONE = new Cancellation("", "");
    /** Cancelled because it could not be amended, as the amendment had asked for. */
    static final Cancellation AMEND_FAILED = new Cancellation("0", "its amendment failed, and asked for this");
    /** Cancelled by a request of its owner. */
    static final Cancellation BY_USER = new Cancellation("1", "cancelled by its owner");
    /** It had frozen nothing as it would have closed; now it would open, and the money for that is missing. */
    static final Cancellation NO_LONGER_REDUCING =
            new Cancellation("2", "it reduced a position that has changed, and the margin to open one is missing");
    /** Its future has been delivered. */
    static final Cancellation DELIVERED = new Cancellation("7", "the contract has been delivered");
    /** Its option has expired. */
    static final Cancellation EXPIRED = new Cancellation("10", "the option has expired");
    /** Cancelled because a position is liquidated or the margin it froze is gone. */
    static final Cancellation RISK = new Cancellation("3", "cancelled to free margin");
    /** A fill-or-kill order that the book could not fill whole. */
    static final Cancellation FOK = new Cancellation("13", "fill-or-kill could not be filled whole");
    /** The rest of a market or immediate-or-cancel order. */
    static final Cancellation REST = new Cancellation("14", "the rest found nothing to match");
    /** A reduce-only order whose position is closed or on the other side. */
    static final Cancellation POSITION_CLOSED = new Cancellation("17", "the position it was to close is closed");
    /** Cancelled because its owner has not put off the timer that cancels everything. */
    static final Cancellation TIMER = new Cancellation("20", "the timer of cancel-all-after went off");
    /** A new reduce-only order for which better-priced ones leave nothing to reduce. */
    static final Cancellation REDUCES_NOTHING =
            new Cancellation("22", "pending reduce-only orders with better prices cover the position");
    /** A pending reduce-only order for which better-priced ones leave nothing to reduce any more. */
    static final Cancellation REDUCE_ONLY_TRIMMED =
            new Cancellation("23", "other reduce-only orders with better prices cover the position");
    /** A post-only order that would have traded at once. */
    static final Cancellation POST_ONLY = new Cancellation("31", "post-only order would have taken liquidity");
    /** The rest of an order that has traded with a thousand others. */
    static final Cancellation TOO_MANY_MAKERS =
            new Cancellation("33", "it matches more resting orders than one order may");
    /** Cancelled with all orders under market-maker protection of its family, by a request of its owner. */
    static final Cancellation MASS_CANCEL =
            new Cancellation("38", "its owner cancelled all orders of the family under market-maker protection");
    /** Cancelled because orders of its family under market-maker protection have filled too much in too short a time. */
    static final Cancellation PROTECTION = new Cancellation("39", "market-maker protection was triggered");
    /** A chase order whose price has gone as far from where it began as it may. */
    static final Cancellation CHASED_TOO_FAR =
            new Cancellation("42", "the best price is farther from where the chase began than it may be");
    /** Cancelled by the exchange on its own, such as a slice that is to be placed at another price. */
    static final Cancellation BY_SYSTEM = new Cancellation("0", "cancelled by the system");
    /** An order that would have traded with another of the account. */
    static final Cancellation SELF_TRADE = new Cancellation("32", "self-trade prevention");
}
