package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.PositionTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reduces and closes positions whose margin no longer covers maintenance margin and closing fee at the mark price.
 *
 * <p>An isolated position is under-margined when {@code margin + upl ≤ notional × (mmr + taker fee)}, all cross
 * positions of a currency when {@code cash + Σ upl ≤ Σ notional × (mmr + taker fee)}, each with the rate of its tier.
 * Open orders that share the margin are cancelled first. A position above the first tier is then reduced at market to
 * the size of the tier below, and again until its margin suffices; one in the first tier is closed whole, whatever the
 * depth. Both cost the taker fee and no penalty. What a partial liquidation frees stays in the position; a loss beyond
 * the margin is paid by the insurance fund.
 */
final class Liquidation {

    private final State state;
    private final Funds funds;
    private final Desk desk;
    private final Insurance insurance;

    Liquidation(State state, Funds funds, Desk desk) {
        this.state = state;
        this.funds = funds;
        this.desk = desk;
        this.insurance = new Insurance(state);
    }

    /** Liquidates what has to be liquidated at the market's mark price. */
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
            BigDecimal px = isUnderMargin(holding, to) ? price(holding) : null;
            if (px != null) {
                nearest = nearest == null ? px : up ? nearest.min(px) : nearest.max(px);
            }
        }
        return nearest;
    }

    /** Returns the price at which a position is liquidated if no other price changes, on the tick, or null. */
    @Nullable
    BigDecimal price(Holding holding) {
        InstrumentSpec spec = holding.spec;
        if (holding.isOption()) {
            return option(holding);
        }
        BigDecimal equity = holding.isIsolated() ? funds.margin(holding) : funds.cash(spec.settleCcy());
        BigDecimal pos = holding.pos;
        BigDecimal cost = holding.cost;
        BigDecimal lost = holding.pos.abs().multiply(holding.lossBuffer());
        for (Holding other : others(holding)) {
            if (other.instId.equals(holding.instId)) {
                pos = pos.add(other.pos);
                cost = cost.add(other.cost);
                lost = lost.add(other.pos.abs().multiply(other.lossBuffer()));
            } else {
                BigDecimal mark = state.mark(other);
                equity = equity.add(other.gain(mark)).subtract(funds.buffer(other, mark));
            }
        }
        boolean falls = Valuation.losesAsPriceFalls(spec, pos, lost);
        BigDecimal exact = Valuation.priceOf(
                spec, pos, cost, lost, equity.negate(), falls ? RoundingMode.FLOOR : RoundingMode.CEILING);
        if (exact == null) {
            return null;
        }
        BigDecimal px = falls ? Rounding.floor(exact, spec.tickSz()) : Rounding.ceil(exact, spec.tickSz());
        return px.signum() > 0 ? px : null;
    }

    /** Returns the positions that share a position's margin. */
    private List<Holding> others(Holding holding) {
        return holding.isIsolated()
                ? List.of()
                : state.positions.cross(holding.spec.settleCcy()).stream()
                        .filter(other -> other != holding)
                        .toList();
    }

    /** Returns whether a position is still there: the liquidation of another may have closed it. */
    private boolean isOpen(Holding holding) {
        return state.positions.find(holding.instId, holding.mode, holding.posSide) == holding;
    }

    /** Returns whether a position would have to be liquidated if its mark price were this and no other price changed. */
    private boolean isUnderMargin(Holding holding, BigDecimal mark) {
        BigDecimal equity = holding.isIsolated() ? funds.margin(holding) : funds.cash(holding.spec.settleCcy());
        BigDecimal needed = funds.buffer(holding, mark);
        BigDecimal left = equity.add(holding.gain(mark)).subtract(needed);
        for (Holding other : others(holding)) {
            BigDecimal px = other.instId.equals(holding.instId) ? mark : state.mark(other);
            BigDecimal more = funds.buffer(other, px);
            needed = needed.add(more);
            left = left.add(other.gain(px)).subtract(more);
        }
        return needed.signum() > 0 && left.signum() <= 0;
    }

    /** Returns the mark price at which a short option is liquidated if nothing else changes, or null. */
    private @Nullable BigDecimal option(Holding holding) {
        BigDecimal equity = holding.isIsolated() ? funds.margin(holding) : funds.cash(holding.spec.settleCcy());
        for (Holding other : others(holding)) {
            BigDecimal mark = state.mark(other);
            equity = equity.add(other.gain(mark)).subtract(funds.buffer(other, mark));
        }
        return OptionMargin.liquidation(state.market(holding.instId), holding, equity);
    }

    /** Reduces an isolated position until its margin suffices, or closes it; what is lost beyond its margin is covered. */
    private void isolated(Holding holding) {
        for (Working order : state.orders.openOf(holding.instId)) {
            if (order.concerns(holding)) {
                desk.cancel(order, Cancellation.RISK);
            }
        }
        BigDecimal before = funds.cash(holding.spec.settleCcy());
        while (holding.tier().tier() > 1 && isUnderMargin(holding, state.mark(holding))) {
            stepDown(holding);
            MarginDesk.keep(state, holding, funds.cash(holding.spec.settleCcy()).subtract(before));
        }
        if (isUnderMargin(holding, state.mark(holding))) {
            close(holding);
            insurance.cover(holding, before.subtract(funds.cash(holding.spec.settleCcy())));
        }
    }

    /** Reduces the cross positions of a currency, that with the most maintenance margin first, or closes them all. */
    private void cross(String ccy) {
        for (Working order : List.copyOf(state.orders.open())) {
            if (order.ticket.tdMode() == TradeMode.CROSS
                    && order.spec.settleCcy().equals(ccy)) {
                desk.cancel(order, Cancellation.RISK);
            }
        }
        for (Holding most = reducible(ccy);
                most != null && isUnderMargin(most, state.mark(most));
                most = reducible(ccy)) {
            stepDown(most);
        }
        List<Holding> left = state.positions.cross(ccy);
        if (!left.isEmpty() && isUnderMargin(left.get(0), state.mark(left.get(0)))) {
            for (Holding holding : left) {
                close(holding);
                insurance.coverCash(holding);
            }
        }
    }

    /** Returns the cross position above the first tier that needs the most maintenance margin, or null. */
    private @Nullable Holding reducible(String ccy) {
        Holding most = null;
        for (Holding holding : state.positions.cross(ccy)) {
            boolean more = most == null
                    || funds.maintenance(holding, state.mark(holding))
                                    .compareTo(funds.maintenance(most, state.mark(most)))
                            > 0;
            if (holding.tier().tier() > 1 && more) {
                most = holding;
            }
        }
        return most;
    }

    /** Reduces a position to the largest size of the tier below its own. */
    private void stepDown(Holding holding) {
        BigDecimal kept = BigDecimal.ZERO;
        for (PositionTier tier : holding.spec.tiers()) {
            if (tier.tier() < holding.tier().tier()) {
                kept = kept.max(tier.maxSz());
            }
        }
        BigDecimal lots = Rounding.floor(kept, holding.spec.lotSz());
        reduce(holding, holding.pos.abs().subtract(lots), Working.Origin.PARTIAL_LIQUIDATION);
    }

    private void close(Holding holding) {
        reduce(holding, holding.pos.abs(), Working.Origin.LIQUIDATION);
    }

    /** Tells of the liquidation, and closes so much of the position. */
    private void reduce(Holding holding, BigDecimal size, Working.Origin origin) {
        state.tape.event(new VenueEvent.Liquidated(
                state.now,
                holding.instId,
                holding.mode,
                state.mark(holding),
                holding.isLong() ? size : size.negate()));
        desk.liquidate(holding, size, origin);
    }
}
