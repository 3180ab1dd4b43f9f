package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How large a position and the orders that would add to it may be: in contracts by the position tiers at a leverage, and
 * in money by the cap of the instrument.
 *
 * <p>What counts together is OKX's: in net mode the position and the orders of one side, for cross futures those of the
 * whole family; in long/short mode the one isolated position, or both cross ones, with the orders that open.
 */
final class PositionLimits {

    private final State state;

    PositionLimits(State state) {
        this.state = state;
    }

    /** Refuses with 51004 an order that would lead beyond the tiers of its leverage or the cap on its worth. */
    void require(Market market, OrderTicket ticket, @Nullable BigDecimal px) {
        if (ticket.closes()) {
            return;
        }
        BigDecimal lever = state.positions.lever(market.spec, ticket);
        BigDecimal contracts = together(market.spec, ticket);
        BigDecimal largest = market.spec.largest(lever);
        if (contracts.compareTo(largest) > 0) {
            throw RefusedException.because(
                    "51004",
                    subCode(market.spec, ticket),
                    "At leverage " + lever.toPlainString() + " position and orders may have at most "
                            + largest.toPlainString() + " contracts, and would have " + contracts.toPlainString());
        }
        if (isTooMuch(market, ticket, px)) {
            throw RefusedException.because(
                    "51004",
                    ticket.side() == Side.BUY ? "1104" : "1105",
                    "Position and orders would be worth more than the limit " + market.spec.posLmtAmt());
        }
    }

    /** Returns whether position and orders would stay within the tiers of a leverage and the cap on their worth. */
    boolean allows(Market market, OrderTicket ticket, BigDecimal lever) {
        return together(market.spec, ticket).compareTo(market.spec.largest(lever)) <= 0
                && !isTooMuch(market, ticket, ticket.px());
    }

    /** Returns whether position and orders on a side of an instrument would be worth more than its cap. */
    private boolean isTooMuch(Market market, OrderTicket ticket, @Nullable BigDecimal px) {
        BigDecimal cap = market.spec.posLmtAmt();
        if (cap == null) {
            return false;
        }
        BigDecimal value = market.value(ticket.sz(), px == null ? market.last() : px);
        for (Working order : state.orders.openOf(market.spec.instId())) {
            if (order.side() == ticket.side() && order.px != null && !order.ticket.closes()) {
                value = value.add(market.value(order.open(), order.px));
            }
        }
        for (Holding holding : state.positions.of(market.spec.instId())) {
            BigDecimal notional = holding.notional(market.last());
            value = holding.reducingSide() == ticket.side() ? value.subtract(notional) : value.add(notional);
        }
        return value.compareTo(cap) > 0;
    }

    private static String subCode(InstrumentSpec spec, OrderTicket ticket) {
        boolean cross = ticket.tdMode() == TradeMode.CROSS;
        if (ticket.position() != PosSide.NET) {
            return cross ? "1102" : "1101";
        }
        boolean buy = ticket.side() == Side.BUY;
        if (cross && spec.instType() == InstrumentType.FUTURES) {
            return buy ? "1106" : "1107";
        }
        return buy ? "1104" : "1105";
    }

    /** Returns the contracts that there would be when an order and all that wait with it had filled. */
    private BigDecimal together(InstrumentSpec spec, OrderTicket ticket) {
        BigDecimal sum = ticket.sz();
        for (Holding holding : state.positions.all()) {
            if (isTogether(spec, ticket, holding.spec, holding.mode, holding.posSide)) {
                boolean adds = ticket.position() != PosSide.NET || holding.reducingSide() != ticket.side();
                sum = adds ? sum.add(holding.pos.abs()) : sum.subtract(holding.pos.abs());
            }
        }
        for (Working order : state.orders.open()) {
            boolean opens = !order.ticket.closes()
                    && (ticket.position() != PosSide.NET || order.side() == ticket.side());
            if (opens && isTogether(spec, ticket, order.spec, order.ticket.tdMode(), order.ticket.position())) {
                sum = sum.add(order.open());
            }
        }
        return sum;
    }

    private static boolean isTogether(
            InstrumentSpec spec, OrderTicket ticket, InstrumentSpec other, TradeMode mode, PosSide side) {
        if (mode != ticket.tdMode()) {
            return false;
        }
        boolean cross = mode == TradeMode.CROSS;
        boolean family = cross
                && spec.instType() == InstrumentType.FUTURES
                && other.instType() == InstrumentType.FUTURES
                && ticket.position() == PosSide.NET;
        boolean same = family
                ? other.instFamily().equals(spec.instFamily())
                : other.instId().equals(spec.instId());
        return same && (side == ticket.position() || (cross && ticket.position() != PosSide.NET));
    }
}
