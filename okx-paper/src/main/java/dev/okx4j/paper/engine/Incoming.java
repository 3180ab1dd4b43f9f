package dev.okx4j.paper.engine;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order arriving at a book.
 *
 * @param id the order's id, unique in the book
 * @param owner whom it belongs to; an owner never trades with itself
 * @param limit the worst price that it accepts, or null for any
 * @param qty the size, or null when only the budget bounds it
 * @param budget the value (price × size) that it may trade, or null for any
 * @param lot the size increment, by which a budget is turned into a size
 * @param face the value of one unit of size at a price of one
 * @param tif what becomes of the part that does not match at once
 * @param stp who yields when it meets an order of its own owner
 */
@RecordBuilder
public record Incoming(
        long id,
        String owner,
        Side side,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal qty,
        @Nullable BigDecimal budget,
        BigDecimal lot,
        BigDecimal face,
        TimeInForce tif,
        StpMode stp) {

    /** Returns an order to trade up to a size at a limit or better, the rest cancelled. */
    public static Incoming immediate(
            long id, String owner, Side side, @Nullable BigDecimal limit, BigDecimal qty, BigDecimal lot) {
        return new Incoming(
                id, owner, side, limit, qty, null, lot, BigDecimal.ONE, TimeInForce.IOC, StpMode.CANCEL_MAKER);
    }

    /** Returns whether a price is its limit or better. */
    boolean accepts(BigDecimal px) {
        return limit == null || (side == Side.BUY ? px.compareTo(limit) <= 0 : px.compareTo(limit) >= 0);
    }
}
