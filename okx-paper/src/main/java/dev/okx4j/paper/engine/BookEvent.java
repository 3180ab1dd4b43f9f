package dev.okx4j.paper.engine;

import java.math.BigDecimal;

/** Something that an arriving order did to a book, in order. */
public sealed interface BookEvent {

    /**
     * The arriving order and a resting one traded at the resting one's price.
     *
     * @param makerId id of the resting order
     * @param makerOwner owner of the resting order
     * @param qty size of the trade
     */
    record Executed(long makerId, String makerOwner, BigDecimal px, BigDecimal qty) implements BookEvent {}

    /** A resting order of the same owner was cancelled instead of being traded with. */
    record MakerCancelled(long makerId) implements BookEvent {}

    /**
     * The rest of the arriving order now rests.
     *
     * @param qty size that is left, never zero
     */
    record Rested(BigDecimal qty) implements BookEvent {}

    /** The arriving order is over. */
    record Ended(Why why) implements BookEvent {}

    /** Why an arriving order is over. */
    enum Why {
        /** Its size is met. */
        FILLED,
        /** What is left of its budget buys no lot at the next price. */
        BUDGET_SPENT,
        /** The other side is empty, or begins beyond its limit. */
        NOTHING_LEFT_TO_MATCH,
        /** Fill-or-kill, and the book has not enough at its limit; nothing was traded. */
        FOK_NOT_FILLABLE,
        /** Post-only, and its limit crosses the other side; nothing was traded. */
        POST_ONLY_WOULD_TAKE,
        /** It met an order of its own owner, and its self-trade prevention ends it. */
        SELF_TRADE,
        /** It has traded with as many resting orders as one may; of a fill-or-kill order, it would have to with more. */
        TOO_MANY_MAKERS
    }
}
