package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an algo order must be like. Each rule refuses with OKX's code. */
final class AlgoRules {

    /** Most live TP/SL of an instrument. */
    private static final int MAX_STOPS = 100;
    /** Most live trailing stops of an instrument. */
    private static final int MAX_TRAILING = 50;
    /** The order price that means market. */
    private static final BigDecimal MARKET = BigDecimal.ONE.negate();
    /** Least callback, as a fraction of the price. */
    private static final BigDecimal MIN_CALLBACK = new BigDecimal("0.001");

    private final State state;

    AlgoRules(State state) {
        this.state = state;
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
        if (ticket.cxlOnClosePos() && !ticket.reduceOnly()) {
            throw RefusedException.parameter("cxlOnClosePos", "it needs reduceOnly");
        }
        requireSize(market, ticket);
        if (ticket.ordType() == AlgoType.MOVE_ORDER_STOP) {
            requireTrailing(market, ticket);
        } else {
            requireStops(market, ticket);
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
        boolean quote = !market.spec.isContract()
                && (ticket.tgtCcy() == null ? ticket.side() == Side.BUY : ticket.tgtCcy() == TargetCcy.QUOTE_CCY);
        if (!quote && sz.compareTo(market.spec.minSz()) < 0) {
            throw RefusedException.because(
                    "51020",
                    "Order size is under the minimum " + market.spec.minSz().toPlainString());
        }
        if (!quote && !Rounding.isMultiple(sz, market.spec.lotSz())) {
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
        if (!ticket.reduceOnly()) {
            throw RefusedException.because("51328", "closeFraction needs reduceOnly");
        }
        if (!isMarket(ticket.tpOrdPx()) || !isMarket(ticket.slOrdPx())) {
            throw RefusedException.because("51330", "closeFraction goes with orders at market only");
        }
        boolean another = state.algos.live().stream()
                .anyMatch(algo -> algo.spec.instId().equals(ticket.instId())
                        && algo.ticket.tdMode() == ticket.tdMode()
                        && algo.ticket.closeFraction() != null);
        if (another) {
            throw RefusedException.because("51088", "The whole position already has a TP/SL");
        }
    }

    private static boolean isMarket(@Nullable BigDecimal ordPx) {
        return ordPx == null || ordPx.compareTo(MARKET) == 0;
    }

    /** Checks a trailing stop: one callback, of 0.1 % at least. */
    private static void requireTrailing(Market market, AlgoTicket ticket) {
        BigDecimal ratio = ticket.callbackRatio();
        BigDecimal spread = ticket.callbackSpread();
        if ((ratio == null) == (spread == null)) {
            throw RefusedException.because(
                    ratio == null ? "50015" : "50016", "Either callbackRatio or callbackSpread, not both");
        }
        if (ratio != null && (ratio.compareTo(MIN_CALLBACK) < 0 || ratio.compareTo(BigDecimal.ONE) >= 0)) {
            throw RefusedException.because("51257", "callbackRatio must be at least 0.001 and under 1");
        }
        if (spread != null && spread.signum() <= 0) {
            throw RefusedException.because("51257", "callbackSpread must be above 0");
        }
        if (ticket.activePx() != null) {
            AttachedRules.requirePrice(market, "activePx", ticket.activePx());
        }
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
        requireDirection(market, ticket);
    }

    /**
     * Checks that no leg would trigger at once: a sell takes profit above and stops below, a buy the other way
     * round.
     */
    private static void requireDirection(Market market, AlgoTicket ticket) {
        boolean sell = ticket.side() == Side.SELL;
        BigDecimal last = market.last();
        if (ticket.tpTriggerPx() != null) {
            int above = ticket.tpTriggerPx().compareTo(last);
            if (sell ? above < 0 : above > 0) {
                boolean mark = ticket.tpTriggerPxType() == PriceType.MARK;
                throw direction(sell ? (mark ? "51303" : "51279") : mark ? "51300" : "51277", "TP", !sell, mark, last);
            }
        }
        if (ticket.slTriggerPx() != null) {
            int above = ticket.slTriggerPx().compareTo(last);
            if (sell ? above > 0 : above < 0) {
                boolean mark = ticket.slTriggerPxType() == PriceType.MARK;
                throw direction(sell ? (mark ? "51304" : "51280") : mark ? "51302" : "51278", "SL", sell, mark, last);
            }
        }
    }

    private static RefusedException direction(String code, String leg, boolean higher, boolean mark, BigDecimal last) {
        return RefusedException.because(
                code,
                leg + " trigger price cannot be " + (higher ? "higher" : "lower") + " than the "
                        + (mark ? "mark" : "last") + " price " + last.toPlainString());
    }

    /** Checks that not too many of its kind are live on the instrument. */
    private void requireRoom(AlgoTicket ticket) {
        boolean trailing = ticket.ordType() == AlgoType.MOVE_ORDER_STOP;
        long same = state.algos.live().stream()
                .filter(algo -> algo.spec.instId().equals(ticket.instId()) && algo.isTrailing() == trailing)
                .count();
        if (same >= (trailing ? MAX_TRAILING : MAX_STOPS)) {
            throw RefusedException.because(
                    trailing ? "51260" : "51261", "No more than " + same + " orders of this kind can be live here");
        }
    }
}
