package dev.okx4j.testing;

/** What the exchange has done with a request by the time the fault shows. */
public enum Effect {
    /** The request has not reached the exchange, and never will. */
    NONE,
    /** The exchange has acted on the request. */
    ACCEPTED,
    /**
     * The exchange has acted on the request, and the order has filled.
     *
     * <p>An order that rests is filled by moving the market, for at most an hour of market time; when the price does not get
     * there, the order stays open. The order that a cancel or a batch of cancels names is filled first, so that the cancel
     * comes too late. For every other write it is the same as {@link #ACCEPTED}.
     */
    FILLED
}
