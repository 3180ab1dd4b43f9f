package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the take-profits and stop-losses attached to an order come alive, and what they mean to each other then. */
final class AttachedDesk {

    private final State state;

    AttachedDesk(State state) {
        this.state = state;
    }

    /**
     * Brings what is attached to an order that is over to life, for what has filled of it.
     *
     * <p>Of several take-profits the first get their size first. One that gets less than the smallest order is not
     * placed, and its row says why.
     */
    void revive(Working order) {
        Market market = state.market(order.spec.instId());
        BigDecimal held = order.filled;
        if (!order.spec.isContract()
                && order.side() == Side.BUY
                && order.feeCcy().equals(order.spec.baseCcy())) {
            held = Rounding.floor(held.add(order.fee), order.spec.lotSz());
        }
        BigDecimal left = held;
        for (int i = 0; i < order.attached.size(); i++) {
            OrderView.AttachedView attached = order.attached.get(i);
            BigDecimal part = attached.algo().sz();
            BigDecimal sz = part == null ? held : part.min(left);
            left = part == null ? left : left.subtract(sz);
            if (sz.compareTo(order.spec.minSz()) < 0) {
                order.attached.set(
                        i,
                        new OrderView.AttachedView(
                                attached.attachAlgoId(),
                                attached.algo(),
                                "51020",
                                "what has filled is under the minimum order size"));
                continue;
            }
            Algo algo = new Algo(
                    Long.parseLong(attached.attachAlgoId()),
                    order.spec,
                    ticket(order, attached.algo(), sz),
                    market.last(),
                    order.lever,
                    order.ordId(),
                    state.now);
            state.algos.add(market, algo);
            state.tape.event(new VenueEvent.AlgoAttached(
                    state.now, order.spec.instId(), attached.attachAlgoId(), order.ordId()));
        }
    }

    /**
     * Lets the others attached to the same order know that one has triggered.
     *
     * <p>A take-profit takes its size off the stop-loss beside it, which moves to the mean fill price when that was
     * asked for; a stop-loss ends the take-profits.
     */
    void triggered(Algo algo, String what) {
        if (algo.parentOrdId.isEmpty()) {
            return;
        }
        for (Algo other : List.copyOf(state.algos.live())) {
            if (!other.parentOrdId.equals(algo.parentOrdId)) {
                continue;
            }
            BigDecimal left = !what.equals("tp") || other.ticket.tpTriggerPx() != null
                    ? null
                    : remaining(other.ticket.sz(), algo.ticket.sz());
            if (!what.equals("tp") || (left != null && left.signum() <= 0)) {
                end(other);
            } else if (left != null) {
                shrink(other, left);
            }
        }
    }

    private static @Nullable BigDecimal remaining(@Nullable BigDecimal sz, @Nullable BigDecimal taken) {
        return sz == null || taken == null ? null : sz.subtract(taken);
    }

    private void end(Algo algo) {
        algo.become(AlgoState.CANCELED, state.now);
        state.algos.ended(state.market(algo.spec.instId()), algo);
        state.tape.event(new VenueEvent.AlgoCanceled(state.now, algo.spec.instId(), algo.algoId()));
    }

    /** Leaves a stop-loss the size that the take-profits have left, at the entry price when that was asked for. */
    private void shrink(Algo algo, BigDecimal sz) {
        Market market = state.market(algo.spec.instId());
        market.triggers.remove(algo);
        AlgoTicketBuilder changed = AlgoTicketBuilder.builder(algo.ticket).sz(sz);
        if (algo.ticket.amendPxOnTriggerType() && algo.ticket.slTriggerPx() != null) {
            Working parent = state.orders.byId(Long.parseLong(algo.parentOrdId));
            changed.slTriggerPx(Rounding.nearest(parent.mean(), algo.spec.tickSz()));
        }
        algo.ticket = changed.build();
        algo.uTime = state.now;
        market.triggers.add(algo);
    }

    /** Returns the algo order that closes what an order has filled; both legs make an OCO. */
    private static AlgoTicket ticket(Working order, AttachedAlgo algo, BigDecimal sz) {
        AlgoType type = algo.takesProfit() && algo.stopsLoss() ? AlgoType.OCO : AlgoType.CONDITIONAL;
        return AlgoTicketBuilder.builder()
                .instId(order.spec.instId())
                .tdMode(order.ticket.tdMode())
                .side(order.side().opposite())
                .posSide(order.ticket.posSide())
                .ordType(algo.trails() ? AlgoType.MOVE_ORDER_STOP : type)
                .sz(sz)
                .algoClOrdId(algo.attachAlgoClOrdId())
                .tag(order.ticket.tag())
                .tgtCcy(order.spec.isContract() ? null : TargetCcy.BASE_CCY)
                .reduceOnly(order.spec.isContract())
                .tpTriggerPx(trigger(order, algo.tpTriggerPx(), algo.tpTriggerRatio()))
                .tpTriggerPxType(algo.tpTriggerPxType())
                .tpOrdPx(algo.tpOrdPx())
                .slTriggerPx(trigger(order, algo.slTriggerPx(), algo.slTriggerRatio()))
                .slTriggerPxType(algo.slTriggerPxType())
                .slOrdPx(algo.slOrdPx())
                .amendPxOnTriggerType(algo.amendPxOnTriggerType())
                .callbackRatio(algo.callbackRatio())
                .callbackSpread(algo.callbackSpread())
                .activePx(algo.activePx())
                .build();
    }

    /** Returns the trigger price that was named, or the one a ratio makes of the mean fill price. */
    private static @Nullable BigDecimal trigger(Working order, @Nullable BigDecimal px, @Nullable BigDecimal ratio) {
        if (ratio == null) {
            return px;
        }
        BigDecimal mean = order.mean();
        return Rounding.nearest(mean.add(mean.multiply(ratio)), order.spec.tickSz());
    }
}
