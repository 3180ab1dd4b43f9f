package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an algo order must be like. Each rule refuses with OKX's code. */
final class AlgoRules {

    private final State state;
    private final AttachedRules attached;

    AlgoRules(State state) {
        this.state = state;
        this.attached = new AttachedRules(state);
    }

    /** Throws when the algo order is not acceptable. */
    void check(Market market, AlgoTicket ticket) {
        OrderRules.requireMode(state, market.spec, ticket.tdMode(), ticket.posSide());
        Texts.requireClientId("algoClOrdId", ticket.algoClOrdId());
        Texts.requireTag(ticket.tag());
        if (ticket.algoClOrdId() != null && state.algos.isLive(ticket.algoClOrdId())) {
            throw RefusedException.because("51065", "algoClOrdId " + ticket.algoClOrdId() + " belongs to a live order");
        }
        if (ticket.reduceOnly() && !market.spec.isContract()) {
            throw RefusedException.because("51205", "Reduce-only is not available for spot");
        }
        if (ticket.cxlOnClosePos() && !ticket.closes()) {
            throw RefusedException.parameter("cxlOnClosePos", "it needs reduceOnly");
        }
        requireSize(market, ticket);
        switch (ticket.ordType()) {
            case CONDITIONAL, OCO -> requireStops(market, ticket);
            case TRIGGER -> requireTrigger(market, ticket);
            case MOVE_ORDER_STOP -> requireTrailing(market, ticket);
            case ICEBERG, SMART_ICEBERG, TWAP -> WorkRules.requireSlicing(market, ticket);
            case CHASE -> WorkRules.requireChasing(market, ticket);
        }
        requireRoom(ticket);
    }

    /** Checks that either a size or the whole position is asked for, in lots. */
    private void requireSize(Market market, AlgoTicket ticket) {
        BigDecimal sz = ticket.sz();
        if ((sz == null) == (ticket.closeFraction() == null)) {
            throw RefusedException.because(sz == null ? "50015" : "50016", "Either sz or closeFraction, not both");
        }
        if (sz == null) {
            requireCloseFraction(market, ticket);
            return;
        }
        if (sz.signum() <= 0) {
            throw RefusedException.parameter("sz", "it must be above 0");
        }
        OrderRules.requireContracts(market, ticket.tgtCcy());
        if (!sizedInQuote(market, ticket)) {
            requireLots(market, sz);
        }
    }

    /** Returns whether the size is an amount of quote currency: of a stop, as of the spot market order that it places. */
    private static boolean sizedInQuote(Market market, AlgoTicket ticket) {
        if (market.spec.isContract() || ticket.ordType().isWorked()) {
            return false;
        }
        if (ticket.ordType() == AlgoType.TRIGGER && !isMarket(ticket.orderPx())) {
            return false;
        }
        return ticket.tgtCcy() == null ? ticket.side() == Side.BUY : ticket.tgtCcy() == TargetCcy.QUOTE_CCY;
    }

    /** Refuses a size under the smallest, or not in lots. */
    static void requireLots(Market market, BigDecimal sz) {
        if (sz.compareTo(market.spec.minSz()) < 0) {
            throw RefusedException.because(
                    "51020",
                    "Order size is under the minimum " + market.spec.minSz().toPlainString());
        }
        if (!Rounding.isMultiple(sz, market.spec.lotSz())) {
            throw RefusedException.because(
                    "51121",
                    "Order size is not a multiple of the lot size "
                            + market.spec.lotSz().toPlainString());
        }
    }

    /** Checks an order for the whole position: reduce-only, at market, one for each position. */
    private void requireCloseFraction(Market market, AlgoTicket ticket) {
        if (!market.spec.isContract()) {
            throw RefusedException.because("51327", "closeFraction is for contracts only");
        }
        if (ticket.closeFraction() == null || ticket.closeFraction().compareTo(BigDecimal.ONE) != 0) {
            throw RefusedException.parameter("closeFraction", "only 1, the whole position");
        }
        if (!ticket.ordType().isStop()) {
            throw RefusedException.because("51331", "closeFraction goes with a TP/SL only");
        }
        if (!ticket.closes()) {
            throw RefusedException.because("51328", "closeFraction needs reduceOnly");
        }
        if (!isMarket(ticket.tpOrdPx()) || !isMarket(ticket.slOrdPx())) {
            throw RefusedException.because("51330", "closeFraction goes with orders at market only");
        }
        boolean another = state.algos.live().stream()
                .anyMatch(algo -> algo.spec.instId().equals(ticket.instId())
                        && algo.ticket.tdMode() == ticket.tdMode()
                        && algo.ticket.position() == ticket.position()
                        && algo.ticket.closeFraction() != null);
        if (another) {
            throw RefusedException.because("51088", "The whole position already has a TP/SL");
        }
    }

    private static boolean isMarket(@Nullable BigDecimal ordPx) {
        return ordPx == null || ordPx.compareTo(AttachedRules.MARKET) == 0;
    }

    /** Checks a trailing stop. */
    private static void requireTrailing(Market market, AlgoTicket ticket) {
        AttachedRules.requireCallback(market, ticket.callbackRatio(), ticket.callbackSpread(), ticket.activePx());
        if (ticket.tpTriggerPx() != null || ticket.slTriggerPx() != null) {
            throw RefusedException.because("50016", "A trailing stop takes no tpTriggerPx or slTriggerPx");
        }
    }

    /** Checks the legs: one of them, for an OCO both. */
    private static void requireStops(Market market, AlgoTicket ticket) {
        AttachedRules.requirePair(market, "tp", ticket.tpTriggerPx(), ticket.tpOrdPx(), ticket.tpTriggerPxType());
        AttachedRules.requirePair(market, "sl", ticket.slTriggerPx(), ticket.slOrdPx(), ticket.slTriggerPxType());
        boolean oco = ticket.ordType() == AlgoType.OCO;
        if (ticket.tpTriggerPx() == null && (oco || ticket.slTriggerPx() == null)) {
            throw RefusedException.because(
                    oco ? "50014" : "50015", "tpTriggerPx" + (oco ? "" : " or slTriggerPx") + " is needed");
        }
        if (oco && ticket.slTriggerPx() == null) {
            throw RefusedException.because("50014", "slTriggerPx is needed");
        }
        if (ticket.callbackRatio() != null || ticket.callbackSpread() != null) {
            throw RefusedException.because("50016", "A callback belongs to move_order_stop only");
        }
        TriggerSide.require(market, ticket);
    }

    /** Checks a trigger order: a price to wait for, one to order at, and what its order is to have attached. */
    private void requireTrigger(Market market, AlgoTicket ticket) {
        if (ticket.tgtCcy() != null) {
            throw RefusedException.because("51281", "A trigger order takes no tgtCcy");
        }
        BigDecimal trigger = ticket.triggerPx();
        if (trigger == null) {
            throw RefusedException.because("50014", "Parameter triggerPx cannot be empty");
        }
        AttachedRules.requirePrice(market, "triggerPx", trigger);
        AttachedRules.requireWatched(market, ticket.triggerPxType());
        if (ticket.advanceOrdType() == AdvanceType.CHASE) {
            WorkRules.requireChasing(market, ticket);
        } else {
            if (ticket.orderPx() == null) {
                throw RefusedException.because("50014", "Parameter orderPx cannot be empty");
            }
            if (!isMarket(ticket.orderPx())) {
                AttachedRules.requirePrice(market, "orderPx", ticket.orderPx());
            } else if (ticket.advanceOrdType() != null) {
                throw RefusedException.parameter("orderPx", "a fok or ioc order needs a price above 0");
            }
        }
        if (!ticket.attachAlgoOrds().isEmpty()) {
            boolean named = !isMarket(ticket.orderPx());
            BigDecimal against = named && ticket.orderPx() != null ? ticket.orderPx() : trigger;
            BigDecimal sz = ticket.sz() == null ? BigDecimal.ZERO : ticket.sz();
            attached.check(market, ticket.attachAlgoOrds(), ticket.side(), sz, against, true);
        }
    }

    /** Checks that not too many of its kind are live on the instrument. */
    private void requireRoom(AlgoTicket ticket) {
        switch (ticket.ordType()) {
            case CONDITIONAL, OCO -> requireRoom(ticket, "51261", 100, AlgoType::isStop);
            case TRIGGER -> requireRoom(ticket, "51299", 500, type -> type == AlgoType.TRIGGER);
            case MOVE_ORDER_STOP -> requireRoom(ticket, "51260", 50, type -> type == AlgoType.MOVE_ORDER_STOP);
            case ICEBERG, SMART_ICEBERG -> requireRoom(ticket, "51262", 100, AlgoType::isIceberg);
            case TWAP -> requireRoom(ticket, "51263", 20, type -> type == AlgoType.TWAP);
            case CHASE -> requireRoom(ticket, "55116", 1, type -> type == AlgoType.CHASE);
        }
    }

    private void requireRoom(AlgoTicket ticket, String code, int most, Predicate<AlgoType> kind) {
        long same = state.algos.live().stream()
                .filter(algo -> algo.spec.instId().equals(ticket.instId()) && kind.test(algo.ticket.ordType()))
                .count();
        if (same >= most) {
            throw RefusedException.because(code, "No more than " + most + " orders of this kind can be live here");
        }
    }
}
