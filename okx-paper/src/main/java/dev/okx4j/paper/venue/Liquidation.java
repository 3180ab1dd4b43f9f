package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes positions whose margin no longer covers maintenance margin and closing fee.
 *
 * <p>An isolated position is liquidated when {@code margin + upl ≤ notional × (mmr + taker fee)}, all cross positions of
 * a currency when {@code cash + Σ upl ≤ Σ notional × (mmr + taker fee)}. Open orders that share the margin are cancelled
 * first; then the whole position is closed at market, whatever the depth, with the normal taker fee and no penalty. A
 * loss beyond the margin is paid by the insurance fund. There are no partial steps: every position is in tier 1.
 */
final class Liquidation {

    private final State state;
    private final Funds funds;
    private final Desk desk;

    Liquidation(State state, Funds funds, Desk desk) {
        this.state = state;
        this.funds = funds;
        this.desk = desk;
    }

    /** Liquidates what has to be liquidated at the market's price. */
    void check(Market market) {
        for (Holding holding : state.positions.of(market.spec.instId())) {
            if (!isOpen(holding) || !isUnderMargin(holding, market.mark())) {
                continue;
            }
            if (holding.isIsolated()) {
                isolated(holding);
            } else {
                cross(holding.spec.settleCcy());
            }
        }
    }

    /** Returns the first price on the way to another at which something has to be liquidated, or null. */
    @Nullable
    BigDecimal price(Market market, boolean up, BigDecimal to) {
        if (market.hasMark()) {
            return null; // margin goes by the mark price, which a trade does not move
        }
        BigDecimal nearest = null;
        for (Holding holding : state.positions.of(market.spec.instId())) {
            BigDecimal px = holding.isLong() == up || !isUnderMargin(holding, to) ? null : price(holding);
            if (px != null) {
                nearest = nearest == null ? px : up ? nearest.min(px) : nearest.max(px);
            }
        }
        return nearest;
    }

    /** Returns the price at which a position is liquidated if no other price changes, on the tick, or null. */
    @Nullable
    BigDecimal price(Holding holding) {
        BigDecimal equity = funds.margin(holding);
        BigDecimal needed = BigDecimal.ZERO;
        if (!holding.isIsolated()) {
            equity = funds.cash(holding.spec.settleCcy());
            for (Holding other : state.positions.cross(holding.spec.settleCcy())) {
                if (other != holding) {
                    equity = equity.add(other.upl(state.mark(other)));
                    needed = needed.add(buffer(other, state.mark(other)));
                }
            }
        }
        BigDecimal exact = Valuation.priceOf(
                holding.spec,
                holding.pos,
                holding.cost,
                needed.subtract(equity),
                holding.lossBuffer(),
                holding.isLong() ? RoundingMode.FLOOR : RoundingMode.CEILING);
        if (exact == null) {
            return null;
        }
        BigDecimal tick = holding.spec.tickSz();
        BigDecimal px = holding.isLong() ? Rounding.floor(exact, tick) : Rounding.ceil(exact, tick);
        return px.signum() > 0 ? px : null;
    }

    /** Returns whether a position is still there: the liquidation of another may have closed it. */
    private boolean isOpen(Holding holding) {
        return state.positions.find(holding.instId, holding.mode, holding.posSide) == holding;
    }

    /** Returns whether a position would have to be liquidated if its mark price were this and no other price changed. */
    private boolean isUnderMargin(Holding holding, BigDecimal mark) {
        BigDecimal equity = holding.upl(mark);
        BigDecimal needed = buffer(holding, mark);
        if (holding.isIsolated()) {
            return equity.add(funds.margin(holding)).compareTo(needed) <= 0;
        }
        for (Holding other : state.positions.cross(holding.spec.settleCcy())) {
            if (other != holding) {
                equity = equity.add(other.upl(state.mark(other)));
                needed = needed.add(buffer(other, state.mark(other)));
            }
        }
        return equity.add(funds.cash(holding.spec.settleCcy())).compareTo(needed) <= 0;
    }

    /** Returns the equity that a position needs at a mark price: maintenance margin and closing fee. */
    private static BigDecimal buffer(Holding holding, BigDecimal mark) {
        return holding.notional(mark).multiply(holding.lossBuffer());
    }

    /** Closes an isolated position; what is lost beyond its margin is covered. */
    private void isolated(Holding holding) {
        for (Working order : state.orders.openOf(holding.instId)) {
            if (order.concerns(holding)) {
                desk.cancel(order, Cancellation.RISK);
            }
        }
        BigDecimal before = funds.cash(holding.spec.settleCcy());
        close(holding);
        cover(holding, before.subtract(funds.cash(holding.spec.settleCcy())));
    }

    /** Closes all cross positions of a currency; a cash balance below zero is covered. */
    private void cross(String ccy) {
        for (Working order : List.copyOf(state.orders.open())) {
            if (order.ticket.tdMode() == TradeMode.CROSS
                    && order.spec.settleCcy().equals(ccy)) {
                desk.cancel(order, Cancellation.RISK);
            }
        }
        for (Holding holding : state.positions.cross(ccy)) {
            close(holding);
            if (state.positions.cross(ccy).isEmpty()) {
                cover(holding, funds.cash(ccy).negate());
            }
        }
    }

    /** Tells of the liquidation, and closes the position. */
    private void close(Holding holding) {
        state.tape.event(
                new VenueEvent.Liquidated(state.now, holding.instId, holding.mode, state.mark(holding), holding.pos));
        desk.liquidate(holding);
    }

    /** Lets the insurance fund pay what a liquidation has lost beyond its margin. */
    private void cover(Holding holding, BigDecimal shortfall) {
        if (shortfall.signum() <= 0) {
            return;
        }
        String ccy = holding.spec.settleCcy();
        state.ledger.move(Wallet.of(Wallet.Kind.INSURANCE, ccy), Wallet.of(Wallet.Kind.CASH, ccy), shortfall);
        Bills.transfer(state, Bills.Entry.of("5", "110", holding), shortfall);
    }
}
