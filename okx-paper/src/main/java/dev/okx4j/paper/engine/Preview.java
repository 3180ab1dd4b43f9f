package dev.okx4j.paper.engine;

import java.math.BigDecimal;

/**
 * What an order would trade.
 *
 * @param qty size
 * @param value sum of price × size
 * @param worstPx price of the last part, zero when there is none
 * @param makers resting orders that it would trade with
 */
public record Preview(BigDecimal qty, BigDecimal value, BigDecimal worstPx, int makers) {

    /** An order that would trade nothing. */
    public static final Preview NOTHING = new Preview(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    /** Returns the sum with one more part, which is at the worst price so far. */
    Preview plus(BigDecimal px, BigDecimal more) {
        return new Preview(qty.add(more), value.add(px.multiply(more)), px, makers + 1);
    }
}
