package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a take-profit or stop-loss attached to an order must be like. */
final class AttachedRules {

    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    /** Checks what is attached to an order, whose limit price is null for a market order. */
    void check(Market market, OrderTicket ticket, @Nullable BigDecimal px) {
        if (ticket.attachAlgoOrds().isEmpty()) {
            return;
        }
        if (ticket.attachAlgoOrds().size() > 1) {
            throw RefusedException.because("50038", "Split take-profits are not offered: attach one TP/SL");
        }
        if (ticket.reduceOnly()) {
            throw RefusedException.because("51333", "A reduce-only order takes no TP/SL");
        }
        AttachedAlgo algo = ticket.attachAlgoOrds().get(0);
        Texts.requireClientId("attachAlgoClOrdId", algo.attachAlgoClOrdId());
        requirePair(market, "tp", algo.tpTriggerPx(), algo.tpOrdPx(), algo.tpTriggerPxType());
        requirePair(market, "sl", algo.slTriggerPx(), algo.slOrdPx(), algo.slTriggerPxType());
        if (algo.tpTriggerPx() == null && algo.slTriggerPx() == null) {
            throw RefusedException.because("50015", "Either tpTriggerPx or slTriggerPx is needed");
        }
        requireDirection(market, ticket, algo, px);
    }

    /** Checks one leg of a TP/SL: both prices or neither, on the tick, watching a price that exists. */
    static void requirePair(
            Market market,
            String leg,
            @Nullable BigDecimal trigger,
            @Nullable BigDecimal ordPx,
            @Nullable PriceType watched) {
        if (trigger == null && ordPx == null) {
            return;
        }
        if (trigger == null) {
            throw RefusedException.because("50014", "Parameter " + leg + "TriggerPx cannot be empty");
        }
        if (ordPx == null) {
            throw RefusedException.because("50014", "Parameter " + leg + "OrdPx cannot be empty");
        }
        requirePrice(market, leg + "TriggerPx", trigger);
        if (ordPx.compareTo(MARKET) != 0) {
            requirePrice(market, leg + "OrdPx", ordPx);
        }
        if (watched == PriceType.INDEX || (watched == PriceType.MARK && !market.spec.isContract())) {
            throw RefusedException.because(
                    "51415", "A trigger on " + market.spec.instId() + " cannot watch the " + watched.wire() + " price");
        }
    }

    /** Refuses a price that is not above zero or off the tick. */
    static void requirePrice(Market market, String name, BigDecimal px) {
        if (px.signum() <= 0) {
            throw RefusedException.parameter(name, "it must be above 0");
        }
        if (!Rounding.isMultiple(px, market.spec.tickSz())) {
            throw RefusedException.because(
                    "51150",
                    name + " " + px.toPlainString() + " is not a multiple of the tick size "
                            + market.spec.tickSz().toPlainString());
        }
    }

    /** Checks each leg against the order's price, or for a market order against the best price that it would meet. */
    private static void requireDirection(
            Market market, OrderTicket ticket, AttachedAlgo algo, @Nullable BigDecimal px) {
        boolean buy = ticket.side() == Side.BUY;
        BigDecimal against = px == null ? best(market, ticket.side().opposite()) : px;
        int base = px == null ? 51050 : 51046;
        int tp = algo.tpTriggerPx() == null ? 0 : algo.tpTriggerPx().compareTo(against);
        int sl = algo.slTriggerPx() == null ? 0 : algo.slTriggerPx().compareTo(against);
        String order = against.toPlainString() + ", against which this "
                + ticket.side().wire() + " order is compared";
        if (algo.tpTriggerPx() != null && (buy ? tp <= 0 : tp >= 0)) {
            throw RefusedException.because(
                    Integer.toString(buy ? base : base + 2),
                    "The TP trigger price must be " + (buy ? "above " : "below ") + order);
        }
        if (algo.slTriggerPx() != null && (buy ? sl >= 0 : sl <= 0)) {
            throw RefusedException.because(
                    Integer.toString(buy ? base + 1 : base + 3),
                    "The SL trigger price must be " + (buy ? "below " : "above ") + order);
        }
    }

    private static BigDecimal best(Market market, Side side) {
        var rows = market.rows(side, 1);
        return rows.isEmpty() ? market.last() : rows.get(0).px();
    }
}
