package dev.okx4j.paper.engine;

import java.math.BigDecimal;

/** Something that an arriving order did to a book, in order. */
public sealed interface BookEvent {

    /** The arriving order and a resting one traded at the resting one's price. */
    record Executed(long makerId, String makerOwner, BigDecimal px, BigDecimal qty) implements BookEvent {}

    /** A resting order of the same owner was cancelled instead of being traded with. */
    record MakerCancelled(long makerId) implements BookEvent {}

    /** The rest of the arriving order now rests. */
    record Rested(BigDecimal qty) implements BookEvent {}

    /** The arriving order is over. */
    record Ended(Why why) implements BookEvent {}

    /** Why an arriving order is over. */
    enum Why {
        FILLED,
        BUDGET_SPENT,
        NOTHING_LEFT_TO_MATCH,
        FOK_NOT_FILLABLE,
        POST_ONLY_WOULD_TAKE,
        SELF_TRADE
    }
}
