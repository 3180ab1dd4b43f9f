package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order with all that has become of it. */
final class Working {

    /** OKX's {@code amendSource} of a change that its owner asked for. */
    static final String AMENDED_BY_USER = "1";
    /** OKX's {@code amendSource} of a reduce-only order that was cut to what there is to reduce. */
    static final String AMENDED_BY_SYSTEM = "4";

    final long id;
    final InstrumentSpec spec;
    final OrderTicket ticket;
    final @Nullable BigDecimal lever;
    final Origin origin;
    final Instant cTime;
    final List<OrderView.AttachedView> attached = new ArrayList<>();

    /** The limit price in force, or null for a market order. */
    @Nullable
    BigDecimal px;

    /** The size in force, which an amendment changes and trimming a reduce-only order makes smaller. */
    BigDecimal sz;

    /** Who changed it last, as OKX numbers it; empty before a change. */
    String amendSource = "";

    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal fee = BigDecimal.ZERO;
    BigDecimal pnl = BigDecimal.ZERO;
    OrderState state = OrderState.LIVE;
    Cancellation cancellation = Cancellation.NONE;
    Instant uTime;
    /** Whether the fee of a spot buy is taken in the quote currency rather than from what is bought. */
    boolean feeInQuote;

    private BigDecimal traded = BigDecimal.ZERO;
    private @Nullable FillView lastFill;

    Working(
            long id,
            InstrumentSpec spec,
            OrderTicket ticket,
            @Nullable BigDecimal px,
            @Nullable BigDecimal lever,
            Origin origin,
            Instant now) {
        this.id = id;
        this.spec = spec;
        this.ticket = ticket;
        this.px = px;
        this.lever = lever;
        this.origin = origin;
        this.sz = ticket.sz();
        this.cTime = now;
        this.uTime = now;
    }

    String ordId() {
        return Long.toString(id);
    }

    Side side() {
        return ticket.side();
    }

    /** Returns the mean price of what has filled, which is more than nothing. */
    BigDecimal mean() {
        return Valuation.mean(spec, filled, traded);
    }

    /** Returns what its fills are worth. */
    BigDecimal value() {
        return traded;
    }

    /** Returns whether it is margined as this position is. */
    boolean concerns(Holding holding) {
        return spec.instId().equals(holding.instId)
                && ticket.tdMode() == holding.mode
                && ticket.position() == holding.posSide;
    }

    /** Returns whether its size is an amount of quote currency. */
    boolean sizedInQuote() {
        return OrderRules.sizedInQuote(spec, ticket);
    }

    /** Returns whether it can still fill. */
    boolean isOpen() {
        return state == OrderState.LIVE || state == OrderState.PARTIALLY_FILLED;
    }

    /** Returns the size that has not filled; of no meaning when the size is in quote currency. */
    BigDecimal open() {
        return sz.subtract(filled);
    }

    /** Returns whether its size is met; an order sized in quote currency is ended by the book instead. */
    boolean isFilled() {
        return !sizedInQuote() && open().signum() <= 0;
    }

    /** Adds a fill; the order stays open until somebody ends it. */
    void add(FillView fill) {
        filled = filled.add(fill.fillSz());
        traded = traded.add(Valuation.value(spec, fill.fillSz(), fill.fillPx()));
        fee = fee.add(fill.fee());
        pnl = pnl.add(fill.fillPnl());
        state = OrderState.PARTIALLY_FILLED;
        lastFill = fill;
        uTime = fill.ts();
    }

    /** Returns it as it stands. */
    OrderView view() {
        return new OrderView(
                spec.instType(),
                spec.instId(),
                ordId(),
                Texts.orEmpty(ticket.clOrdId()),
                ticket,
                px,
                sz,
                filled,
                filled.signum() == 0 ? null : mean(),
                lastFill,
                feeCcy(),
                fee,
                pnl,
                state,
                lever,
                origin.source(),
                origin.category(),
                origin.algoId(),
                origin.algoClOrdId(),
                cancellation.source(),
                cancellation.reason(),
                amendSource,
                List.copyOf(attached),
                cTime,
                uTime);
    }

    /** Returns the currency of its fees: what a spot order receives, or a contract's settlement currency. */
    String feeCcy() {
        if (spec.isContract()) {
            return spec.settleCcy();
        }
        return side() == Side.BUY && !feeInQuote ? spec.baseCcy() : spec.quoteCcy();
    }

    /**
     * Who placed an order.
     *
     * @param source OKX's {@code source}: empty for the owner, 7 for TP/SL, 25 for a trailing stop
     * @param category {@code normal}, {@code partial_liquidation}, {@code full_liquidation} or {@code delivery}
     * @param algoId the algo order that placed it, or empty
     * @param algoClOrdId the owner's id of that algo order, or empty
     */
    record Origin(String source, String category, String algoId, String algoClOrdId) {

        static final Origin OWNER = new Origin("", "normal", "", "");
        static final Origin LIQUIDATION = new Origin("", "full_liquidation", "", "");

        static final Origin PARTIAL_LIQUIDATION = new Origin("", "partial_liquidation", "", "");
        static final Origin DELIVERY = new Origin("", "delivery", "", "");

        boolean isLiquidation() {
            return category.endsWith("_liquidation");
        }

        /** Returns whether the exchange has placed it to settle a contract that ends. */
        boolean isDelivery() {
            return category.equals("delivery");
        }
    }
}
