package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.BookEvent;
import dev.okx4j.paper.engine.Incoming;
import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Preview;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import dev.okx4j.paper.engine.TimeInForce;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where orders come in, meet the book, and end. */
final class Desk {

    static final String OWNER = "account";

    private final State state;
    private final OrderRules rules;
    private final Purse purse;
    private final Settlement settlement;
    private final Upkeep upkeep;
    private final AttachedDesk attached;
    private final ProtectionDesk protection;

    Desk(State state, Funds funds) {
        this.state = state;
        this.rules = new OrderRules(state);
        this.purse = new Purse(state, funds);
        this.settlement = new Settlement(state);
        this.upkeep = new Upkeep(state, funds, this);
        this.attached = new AttachedDesk(state);
        this.protection = new ProtectionDesk(state, this);
    }

    /** Accepts an order and lets it meet the book, or throws without having changed anything. */
    Working place(OrderTicket ticket, Working.Origin origin) {
        Market market = state.pricedMarket(ticket.instId());
        BigDecimal px = rules.check(market, ticket);
        Incoming sized = incoming(market, ticket, px, 0);
        Preview preview = market.preview(purse.bounded(market, ticket, sized));
        purse.require(market, ticket, px, preview);
        Working order = accept(market, ticket, px, origin);
        Incoming bounded = purse.bounded(market, ticket, incoming(market, ticket, px, order.id));
        apply(market, order, market.submit(bounded));
        upkeep.afterPlacing(order);
        protection.act(order);
        return order;
    }

    /** Closes a position with a market order of its owner; what the book cannot take stays open. */
    Working close(Holding holding, @Nullable String clOrdId, @Nullable String tag) {
        Market market = state.market(holding.instId);
        OrderTicket ticket =
                closing(holding).clOrdId(clOrdId).tag(tag).reduceOnly(true).build();
        Working order = accept(market, ticket, null, Working.Origin.OWNER);
        apply(market, order, market.submit(incoming(market, ticket, null, order.id)));
        return order;
    }

    /**
     * Gives an open order another price and size, which its owner can pay for.
     *
     * <p>A smaller size keeps the order's place in the queue; a larger one or another price puts it at the end, where it
     * may trade at once. A size that has filled already completes the order.
     *
     * @param reqId the owner's id of the change, or empty
     */
    void amend(Working order, BigDecimal px, BigDecimal sz, String reqId) {
        Market market = state.market(order.spec.instId());
        boolean keepsPlace = order.px != null && px.compareTo(order.px) == 0 && sz.compareTo(order.sz) <= 0;
        order.px = px;
        order.sz = sz.max(order.filled);
        order.amendSource = Working.AMENDED_BY_USER;
        order.uTime = state.now;
        VenueEvent.Amendment amendment = new VenueEvent.Amendment(reqId, "0");
        if (order.isFilled()) {
            market.book.cancel(order.id);
            end(order, OrderState.FILLED, Cancellation.NONE, null, amendment);
        } else if (keepsPlace) {
            market.book.shrink(order.id, order.open());
            changed(order, null, amendment);
        } else {
            market.book.cancel(order.id);
            changed(order, null, amendment);
            OrderTicket rest =
                    OrderTicketBuilder.builder(order.ticket).sz(order.open()).build();
            apply(market, order, market.submit(incoming(market, rest, px, order.id)));
            upkeep.afterPlacing(order);
            protection.act(order);
        }
    }

    /**
     * Closes so much of a position at market whatever the depth; what the book cannot take the house takes at its last
     * price.
     */
    void liquidate(Holding holding, BigDecimal size, Working.Origin origin) {
        Market market = state.market(holding.instId);
        OrderTicket ticket = closing(holding).sz(size).build();
        Working order = accept(market, ticket, null, origin);
        BigDecimal worst = market.last();
        for (BookEvent event :
                market.submit(Incoming.immediate(order.id, OWNER, ticket.side(), null, size, market.spec.lotSz()))) {
            if (event instanceof BookEvent.Executed done) {
                worst = done.px();
                executed(market, order, done);
            } else if (event instanceof BookEvent.MakerCancelled own) {
                end(state.orders.byId(own.makerId()), OrderState.CANCELED, Cancellation.SELF_TRADE);
            }
        }
        if (order.isOpen()) {
            fill(
                    order,
                    worst,
                    order.open(),
                    false,
                    market.house.rule() + "; the rest of a liquidation at its last price");
        }
    }

    /** Closes a whole position at its settlement price, as its contract ends. */
    void settle(Holding holding, BigDecimal px, String how) {
        OrderTicket ticket = closing(holding).build();
        Working order = accept(state.market(holding.instId), ticket, null, Working.Origin.DELIVERY);
        fill(order, px, order.open(), false, how);
    }

    /** Returns the market order that would close a whole position. */
    private static OrderTicketBuilder closing(Holding holding) {
        return OrderTicketBuilder.builder()
                .instId(holding.instId)
                .tdMode(holding.mode)
                .posSide(holding.posSide)
                .side(holding.reducingSide())
                .ordType(OrderType.MARKET)
                .sz(holding.pos.abs())
                .attachAlgoOrds(List.of());
    }

    /** Takes an open order out of the book and ends it. */
    void cancel(Working order, Cancellation why) {
        cancel(order, why, null);
    }

    /** Takes an open order out of the book because market-maker protection was triggered. */
    void pull(Working order) {
        state.market(order.spec.instId()).book.cancel(order.id);
        end(order, OrderState.MMP_CANCELED, Cancellation.PROTECTION);
    }

    /** Takes an open order out of the book and ends it, perhaps because an amendment failed. */
    void cancel(Working order, Cancellation why, VenueEvent.@Nullable Amendment amendment) {
        state.market(order.spec.instId()).book.cancel(order.id);
        end(order, OrderState.CANCELED, why, null, amendment);
    }

    /** Makes a resting order smaller because there is less to reduce. */
    void trim(Working order, BigDecimal open) {
        order.sz = order.filled.add(open);
        order.amendSource = Working.AMENDED_BY_SYSTEM;
        order.uTime = state.now;
        state.market(order.spec.instId()).book.shrink(order.id, open);
        changed(order, null, new VenueEvent.Amendment("", "0"));
    }

    /** Records a fill of an order and ends the order when that was its last. */
    void fill(Working order, BigDecimal px, BigDecimal qty, boolean maker, String how) {
        FillView fill = settlement.execute(order, px, qty, maker, how);
        Side taker = maker ? order.side().opposite() : order.side();
        if (!order.origin.isLiquidation()) {
            state.tape.tell(new VenueEvent.Traded(state.now, fill.instId(), fill.tradeId(), px, qty, taker, true));
        }
        if (order.isFilled() && order.isOpen()) {
            end(order, OrderState.FILLED, Cancellation.NONE, fill, null);
        } else {
            changed(order, fill, null);
        }
        upkeep.afterFill(order);
        protection.count(order, qty);
        if (maker) {
            protection.act(order); // what takes first meets the whole book
        }
    }

    /** Makes the order known; from here on it cannot be refused. */
    private Working accept(Market market, OrderTicket ticket, @Nullable BigDecimal px, Working.Origin origin) {
        BigDecimal lever = market.spec.isContract() ? state.positions.lever(market.spec, ticket) : null;
        Working order = new Working(state.nextId(), market.spec, ticket, px, lever, origin, state.now);
        order.feeInQuote = !market.spec.isContract() && state.account.feeType.equals(AccountSettings.QUOTE);
        for (AttachedAlgo algo : ticket.attachAlgoOrds()) {
            order.attached.add(new OrderView.AttachedView(Long.toString(state.nextId()), algo, "", ""));
        }
        state.orders.add(order);
        changed(order, null, null);
        return order;
    }

    /** Turns what the book did into fills and ends. */
    private void apply(Market market, Working order, List<BookEvent> events) {
        for (BookEvent event : events) {
            if (event instanceof BookEvent.Executed done) {
                executed(market, order, done);
            } else if (event instanceof BookEvent.MakerCancelled own) {
                end(state.orders.byId(own.makerId()), OrderState.CANCELED, Cancellation.SELF_TRADE);
            } else if (event instanceof BookEvent.Ended over && order.isOpen()) {
                over(order, over.why());
            }
        }
    }

    private void executed(Market market, Working order, BookEvent.Executed done) {
        market.house.took(done.makerId(), done.qty());
        fill(order, done.px(), done.qty(), false, market.house.rule());
    }

    /** Ends an arriving order for the book's reason, with OKX's cancel source. */
    private void over(Working order, BookEvent.Why why) {
        switch (why) {
            case FILLED -> end(order, OrderState.FILLED, Cancellation.NONE);
            case BUDGET_SPENT -> {
                boolean filled = order.filled.signum() > 0;
                end(
                        order,
                        filled ? OrderState.FILLED : OrderState.CANCELED,
                        filled ? Cancellation.NONE : Cancellation.REST);
            }
            case NOTHING_LEFT_TO_MATCH -> end(order, OrderState.CANCELED, Cancellation.REST);
            case FOK_NOT_FILLABLE -> end(order, OrderState.CANCELED, Cancellation.FOK);
            case POST_ONLY_WOULD_TAKE -> end(order, OrderState.CANCELED, Cancellation.POST_ONLY);
            case SELF_TRADE -> end(order, OrderState.CANCELED, Cancellation.SELF_TRADE);
            case TOO_MANY_MAKERS -> end(order, OrderState.CANCELED, Cancellation.TOO_MANY_MAKERS);
        }
    }

    private void end(Working order, OrderState ended, Cancellation why) {
        end(order, ended, why, null, null);
    }

    private void end(
            Working order,
            OrderState ended,
            Cancellation why,
            @Nullable FillView fill,
            VenueEvent.@Nullable Amendment amendment) {
        order.state = ended;
        order.cancellation = why;
        order.uTime = state.now;
        state.orders.closed(order);
        if (ended.isCanceled() && !why.equals(Cancellation.BY_USER)) {
            state.tape.event(new VenueEvent.OrderCanceled(state.now, order.spec.instId(), order.ordId(), why.source()));
        }
        changed(order, fill, amendment);
        if (order.filled.signum() > 0) {
            attached.revive(order);
        }
    }

    /** Tells those who watch of an order as it stands now. */
    private void changed(Working order, @Nullable FillView fill, VenueEvent.@Nullable Amendment amendment) {
        if (state.tape.isWatched()) {
            state.tape.tell(new VenueEvent.OrderChanged(order.view(), fill, amendment));
        }
    }

    /** Returns the worst price of an order that names none: of a contract the price limit, of spot what it lets slip. */
    private static @Nullable BigDecimal edge(Market market, OrderTicket ticket) {
        if (market.spec.isContract()) {
            return market.limit(ticket.side());
        }
        if (ticket.slippagePct() == null) {
            return null;
        }
        List<OrderBook.Row> best = market.rows(ticket.side().opposite(), 1);
        if (best.isEmpty()) {
            return null;
        }
        BigDecimal px = best.get(0).px();
        BigDecimal slips = px.multiply(ticket.slippagePct());
        return ticket.side() == Side.BUY
                ? Rounding.floor(px.add(slips), market.spec.tickSz())
                : Rounding.ceil(px.subtract(slips), market.spec.tickSz());
    }

    /** Returns the order as the book understands it: a market order of a swap stops at the price limit. */
    static Incoming incoming(Market market, OrderTicket ticket, @Nullable BigDecimal px, long id) {
        boolean quote = OrderRules.sizedInQuote(market.spec, ticket);
        BigDecimal limit = px == null ? edge(market, ticket) : px;
        return new Incoming(
                id,
                OWNER,
                ticket.side(),
                limit,
                quote ? null : ticket.sz(),
                quote ? ticket.sz() : null,
                market.spec.lotSz(),
                market.spec.face(),
                switch (ticket.ordType()) {
                    case LIMIT, MMP -> TimeInForce.GTC;
                    case POST_ONLY, MMP_AND_POST_ONLY -> TimeInForce.POST_ONLY;
                    case FOK -> TimeInForce.FOK;
                    case MARKET, IOC, OPTIMAL_LIMIT_IOC -> TimeInForce.IOC;
                },
                ticket.stpMode() == null ? StpMode.CANCEL_MAKER : ticket.stpMode());
    }
}
