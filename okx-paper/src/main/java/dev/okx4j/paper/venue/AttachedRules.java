package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What take-profits and stop-losses attached to an order must be like. */
final class AttachedRules {

    /** The order price that means market. */
    static final BigDecimal MARKET = BigDecimal.ONE.negate();
    /** Least callback of a trailing stop, as a fraction of the price. */
    private static final BigDecimal MIN_CALLBACK = new BigDecimal("0.001");

    private final State state;

    AttachedRules(State state) {
        this.state = state;
    }

    /** Checks what is attached to an order, whose limit price is null for a market order. */
    void check(Market market, OrderTicket ticket, @Nullable BigDecimal px) {
        if (ticket.attachAlgoOrds().isEmpty()) {
            return;
        }
        if (ticket.closes()) {
            throw RefusedException.because("51333", "An order that only closes takes no TP/SL");
        }
        BigDecimal against = px == null ? best(market, ticket.side().opposite()) : px;
        check(market, ticket.attachAlgoOrds(), ticket.side(), ticket.sz(), against, px != null);
    }

    /**
     * Checks what is attached to an order of a side and size.
     *
     * @param against the price that the order is expected to fill at
     * @param limit whether that is its own limit rather than the best price
     */
    void check(
            Market market, List<AttachedAlgo> attached, Side side, BigDecimal sz, BigDecimal against, boolean limit) {
        Set<String> ids = new HashSet<>();
        for (AttachedAlgo algo : attached) {
            Texts.requireClientId("attachAlgoClOrdId", algo.attachAlgoClOrdId());
            String id = algo.attachAlgoClOrdId();
            if (id != null && (!ids.add(id) || state.algos.isLive(id))) {
                throw RefusedException.because("51068", "attachAlgoClOrdId " + id + " belongs to another algo order");
            }
            checkOne(market, algo);
            requireDirection(algo, side, against, limit);
        }
        if (attached.size() > 1) {
            SplitRules.check(market.spec, attached, sz);
        } else if (attached.get(0).amendPxOnTriggerType()) {
            throw RefusedException.because("51085", "A stop-loss at the entry price needs at least 2 take-profits");
        }
    }

    /** Checks one item: legs that are complete, or a trailing stop, but not both. */
    private static void checkOne(Market market, AttachedAlgo algo) {
        if (algo.trails()) {
            if (algo.takesProfit() || algo.stopsLoss()) {
                throw RefusedException.because("50016", "A trailing stop takes no tpTriggerPx or slTriggerPx");
            }
            requireCallback(market, algo.callbackRatio(), algo.callbackSpread(), algo.activePx());
            return;
        }
        requireRatio(market, "tp", algo.tpTriggerPx(), algo.tpTriggerRatio());
        requireRatio(market, "sl", algo.slTriggerPx(), algo.slTriggerRatio());
        BigDecimal tp = algo.tpTriggerRatio() == null ? algo.tpTriggerPx() : market.last();
        BigDecimal sl = algo.slTriggerRatio() == null ? algo.slTriggerPx() : market.last();
        requirePair(market, "tp", tp, algo.tpOrdPx(), algo.tpTriggerPxType());
        requirePair(market, "sl", sl, algo.slOrdPx(), algo.slTriggerPxType());
        if (tp == null && sl == null) {
            throw RefusedException.because("50015", "Either tpTriggerPx or slTriggerPx is needed");
        }
    }

    /** Checks that a leg has either a trigger price or a ratio, which only futures and swaps have. */
    private static void requireRatio(Market market, String leg, @Nullable BigDecimal px, @Nullable BigDecimal ratio) {
        if (ratio == null) {
            return;
        }
        if (px != null) {
            throw RefusedException.because("50016", "Either " + leg + "TriggerPx or " + leg + "TriggerRatio, not both");
        }
        if (market.spec.instType() != InstrumentType.SWAP && market.spec.instType() != InstrumentType.FUTURES) {
            throw RefusedException.because("54079", leg + "TriggerRatio is for futures and swaps");
        }
    }

    /** Checks a trailing stop: one callback, of 0.1 % at least. */
    static void requireCallback(
            Market market, @Nullable BigDecimal ratio, @Nullable BigDecimal spread, @Nullable BigDecimal activePx) {
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
        if (activePx != null) {
            requirePrice(market, "activePx", activePx);
        }
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
        requireWatched(market, watched);
    }

    /** Refuses to watch any price but the last one of a spot pair. */
    static void requireWatched(Market market, @Nullable PriceType watched) {
        if (watched != null && watched != PriceType.LAST && !market.spec.isContract()) {
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
    private static void requireDirection(AttachedAlgo algo, Side side, BigDecimal against, boolean limit) {
        boolean buy = side == Side.BUY;
        requireSign("tp", algo.tpTriggerRatio(), buy);
        requireSign("sl", algo.slTriggerRatio(), !buy);
        int base = limit ? 51046 : 51050;
        int tp = algo.tpTriggerPx() == null ? 0 : algo.tpTriggerPx().compareTo(against);
        int sl = algo.slTriggerPx() == null ? 0 : algo.slTriggerPx().compareTo(against);
        String order = against.toPlainString() + ", against which this " + side.wire() + " order is compared";
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

    /** Refuses a ratio that points to the wrong side, or below a price of zero. */
    private static void requireSign(String leg, @Nullable BigDecimal ratio, boolean above) {
        if (ratio != null
                && (above
                        ? ratio.signum() <= 0
                        : ratio.signum() >= 0 || ratio.add(BigDecimal.ONE).signum() <= 0)) {
            throw RefusedException.because(
                    "54078",
                    leg + "TriggerRatio must be " + (above ? "above 0" : "between -1 and 0") + " for this side");
        }
    }

    private static BigDecimal best(Market market, Side side) {
        List<OrderBook.Row> rows = market.rows(side, 1);
        return rows.isEmpty() ? market.last() : rows.get(0).px();
    }
}
