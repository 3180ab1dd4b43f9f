package dev.okx4j.client.stream.merge;

import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.trade.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/**
 * One statement of OKX about an order, pushed or read.
 *
 * @param row what it said
 * @param heard its place among all that was heard: it decides only between statements that OKX gave the same time, state and
 *     filled size
 */
public record OrderStatement(Order row, long heard) {
    private static final int TERMINAL = 3;
    private static final Comparator<OrderStatement> FINALLY =
            Comparator.comparingLong(OrderStatement::heard).thenComparing(OrderStatement::words);

    /** The statement of the newest version of the order. */
    static final Comparator<OrderStatement> NEWEST = Comparator.comparing(OrderStatement::time)
            .thenComparing(OrderStatement::rank)
            .thenComparing(OrderStatement::filled)
            .thenComparing(FINALLY);

    /** The statement that knows of the most fills. */
    static final Comparator<OrderStatement> FULLEST = Comparator.comparing(OrderStatement::filled)
            .thenComparing(OrderStatement::time)
            .thenComparing(OrderStatement::rank)
            .thenComparing(FINALLY);

    /** The statement of the state from which there is no way back to the others'. */
    static final Comparator<OrderStatement> FURTHEST = Comparator.comparing(OrderStatement::rank)
            .thenComparing(OrderStatement::time)
            .thenComparing(OrderStatement::filled)
            .thenComparing(FINALLY);

    /** Returns when the order came to be as the statement says; the earliest of all times when OKX did not say. */
    Instant time() {
        Instant uTime = row.uTime();
        return uTime == null ? Instant.EPOCH : uTime;
    }

    BigDecimal filled() {
        BigDecimal accFillSz = row.accFillSz();
        return accFillSz == null ? BigDecimal.ZERO : accFillSz;
    }

    private int rank() {
        OrderState state = row.state();
        if (state.isTerminal()) {
            return TERMINAL;
        }
        return switch (state) {
            case partially_filled -> 2;
            case live -> 1;
            default -> 0;
        };
    }

    /** Returns the whole of it as text, which tells two statements apart when nothing else does. */
    private String words() {
        return row.toString();
    }

    /** Returns the greater of two; the first when they are equal, and without comparing when they are the same. */
    static OrderStatement greater(Comparator<OrderStatement> order, OrderStatement one, OrderStatement other) {
        return one == other || order.compare(one, other) >= 0 ? one : other;
    }
}
