package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An algo order with all that has become of it. */
final class Algo {

    final long id;
    final InstrumentSpec spec;
    final BigDecimal last;
    final @Nullable BigDecimal lever;
    final String parentOrdId;
    final Instant cTime;

    /** The orders that it has placed, oldest first. */
    final List<Working> orders = new ArrayList<>();
    /** The algo orders that it has placed. */
    final List<String> subAlgoIds = new ArrayList<>();

    /** What it waits for and does then; an amendment changes it. */
    AlgoTicket ticket;
    /** Whether a trigger order waits for the price to rise, for it was below when the trigger was set. */
    boolean rising;
    /** When the next slice of a TWAP order is due, or null. */
    @Nullable
    Instant due;
    /** The best price of its side when a chase order began, or null. */
    @Nullable
    BigDecimal chaseStart;

    AlgoState state = AlgoState.LIVE;
    Instant uTime;
    private @Nullable Outcome outcome;
    /** Highest price of a sell, lowest of a buy, since it became active; null before. */
    private @Nullable BigDecimal extreme;

    Algo(
            long id,
            InstrumentSpec spec,
            AlgoTicket ticket,
            BigDecimal last,
            @Nullable BigDecimal lever,
            String parentOrdId,
            Instant now) {
        this.id = id;
        this.spec = spec;
        this.ticket = ticket;
        this.last = last;
        this.lever = lever;
        this.parentOrdId = parentOrdId;
        this.cTime = now;
        this.uTime = now;
    }

    String algoId() {
        return Long.toString(id);
    }

    boolean isTrailing() {
        return ticket.ordType() == AlgoType.MOVE_ORDER_STOP;
    }

    /** Returns the fixed triggers that it waits for; a conditional order with both legs honours its stop-loss only. */
    List<Trigger> triggers() {
        List<Trigger> triggers = new ArrayList<>(2);
        boolean sell = ticket.side() == Side.SELL;
        BigDecimal tp = ticket.tpTriggerPx();
        BigDecimal sl = ticket.slTriggerPx();
        BigDecimal cross = ticket.triggerPx();
        if (cross != null) {
            BigDecimal ordPx = ticket.orderPx() == null ? AttachedRules.MARKET : ticket.orderPx();
            triggers.add(new Trigger(this, "trigger", cross, or(ticket.triggerPxType()), rising, ordPx));
        }
        if (sl != null && ticket.slOrdPx() != null) {
            triggers.add(new Trigger(this, "sl", sl, or(ticket.slTriggerPxType()), !sell, ticket.slOrdPx()));
        }
        boolean slOnly = ticket.ordType() == AlgoType.CONDITIONAL && sl != null;
        if (tp != null && ticket.tpOrdPx() != null && !slOnly) {
            triggers.add(new Trigger(this, "tp", tp, or(ticket.tpTriggerPxType()), sell, ticket.tpOrdPx()));
        }
        return triggers;
    }

    private static PriceType or(@Nullable PriceType type) {
        return type == null ? PriceType.LAST : type;
    }

    /** Lets a trailing stop follow the price: a sell its highs, a buy its lows, once it is active. */
    void follow(BigDecimal px) {
        boolean sell = ticket.side() == Side.SELL;
        BigDecimal active = ticket.activePx();
        if (extreme != null) {
            extreme = sell ? extreme.max(px) : extreme.min(px);
        } else if (active == null || (sell ? px.compareTo(active) >= 0 : px.compareTo(active) <= 0)) {
            extreme = px;
        }
    }

    /** Returns where a trailing stop triggers now, rounded away from the price to the tick, or null before it is active. */
    @Nullable
    BigDecimal trailingPx() {
        if (extreme == null) {
            return null;
        }
        BigDecimal back = ticket.callbackSpread() != null
                ? ticket.callbackSpread()
                : extreme.multiply(ticket.callbackRatio() == null ? BigDecimal.ZERO : ticket.callbackRatio());
        return ticket.side() == Side.SELL
                ? Rounding.floor(extreme.subtract(back), spec.tickSz())
                : Rounding.ceil(extreme.add(back), spec.tickSz());
    }

    /** Ends it, or lets it go on, in a state. */
    void become(AlgoState next, Instant now) {
        if (state != next) {
            state = next;
            uTime = now;
        }
    }

    /** Ends it with what its trigger has led to. */
    void triggered(AlgoState ended, Outcome what, Instant now) {
        become(ended, now);
        outcome = what;
    }

    /** Returns how much of all its orders has filled. */
    BigDecimal filled() {
        return orders.stream().map(order -> order.filled).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the orders of it that can still fill; a copy. */
    List<Working> openOrders() {
        return orders.stream().filter(Working::isOpen).toList();
    }

    /** Returns it as it stands. */
    AlgoView view() {
        Outcome known = outcome == null ? sum() : outcome;
        return new AlgoView(
                spec.instType(),
                algoId(),
                Texts.orEmpty(ticket.algoClOrdId()),
                ticket,
                state,
                orders.stream().map(Working::ordId).toList(),
                List.copyOf(subAlgoIds),
                known.side,
                known.sz,
                known.px,
                outcome == null ? null : uTime,
                last,
                lever,
                isTrailing() ? trailingPx() : null,
                parentOrdId,
                known.failCode,
                cTime,
                uTime);
    }

    /** Returns what all its slices together have done. */
    private Outcome sum() {
        BigDecimal sz = filled();
        if (sz.signum() == 0) {
            return Outcome.NONE;
        }
        return new Outcome("", sz, mean(), "");
    }

    /** Returns the mean price of what has filled, which is more than nothing. */
    BigDecimal mean() {
        BigDecimal value = orders.stream().map(Working::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Valuation.mean(spec, filled(), value);
    }

    /**
     * A price that an algo order waits for, and the order price that it then uses.
     *
     * @param what {@code tp}, {@code sl}, {@code trigger} or {@code move_order_stop}
     * @param px price that must be reached
     * @param watched which price must reach it
     * @param rising whether it is reached from below
     * @param ordPx price of the order to place; −1 means market
     */
    record Trigger(Algo algo, String what, BigDecimal px, PriceType watched, boolean rising, BigDecimal ordPx) {}

    /**
     * What a trigger has led to.
     *
     * @param side {@code tp}, {@code sl} or empty for another kind
     * @param failCode why no order was placed, or empty
     */
    record Outcome(
            String side, @Nullable BigDecimal sz, @Nullable BigDecimal px, String failCode) {

        static final Outcome NONE = new Outcome("", null, null, "");

        /** Returns the outcome of an order that was refused. */
        static Outcome failed(String side, String code) {
            return new Outcome(side, null, null, code);
        }
    }
}
