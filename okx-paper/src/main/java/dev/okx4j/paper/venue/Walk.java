package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.BookEvent;
import dev.okx4j.paper.engine.Incoming;
import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The price moving along a leg, meeting orders and triggers in the order in which it reaches them.
 *
 * <p>A resting order fills when the price trades strictly beyond its limit, at its own limit, up to the part of the
 * leg's volume that traded beyond it; a price that is only touched fills nothing, for those who came first are served
 * first. A trigger fires when its price is reached, before resting orders at that same price. In a gap nothing trades:
 * resting orders that it jumps over fill at their own limits, then liquidations and triggers happen at the price after
 * the gap.
 */
final class Walk {

    private static final String HOUSE = HouseDepth.OWNER;
    private static final String RULE = "resting order filled at its limit because the path traded beyond it,"
            + " up to the volume beyond it; a touch fills nothing";

    private final State state;
    private final Desk desk;
    private final AlgoDesk algoDesk;
    private final Liquidation liquidation;

    Walk(State state, Desk desk, AlgoDesk algoDesk, Liquidation liquidation) {
        this.state = state;
        this.desk = desk;
        this.algoDesk = algoDesk;
        this.liquidation = liquidation;
    }

    /** Walks a leg to its end, or until the supplier says to pause; returns whether the end was reached. */
    boolean along(Leg leg, BooleanSupplier pause) {
        Market market = state.market(leg.move.instId());
        if (!leg.opened) {
            open(market, leg);
        }
        while (!pause.getAsBoolean()) {
            BigDecimal next = nextStop(market, leg);
            if (next == null) {
                market.price(leg.move.to());
                return true;
            }
            market.price(next);
            react(market, leg);
        }
        return false;
    }

    /** Starts a leg at its first price, which may lie beyond a gap. */
    private void open(Market market, Leg leg) {
        leg.opened = true;
        market.begin(leg.move);
        market.price(leg.move.from());
        react(market, leg);
    }

    /** Lets everything happen that the price now calls for, in order. */
    private void react(Market market, Leg leg) {
        BigDecimal px = market.last();
        boolean gap = leg.swept == null;
        if (gap) {
            sweep(market, leg, px, Side.BUY);
            sweep(market, leg, px, Side.SELL);
        }
        follow(market);
        Side resting = leg.rises() ? Side.SELL : Side.BUY;
        sweep(market, leg, leg.move.to(), resting, px);
        leg.swept = px;
    }

    /** Lets liquidations and triggers follow the price, after the resting orders that it has met. */
    void follow(Market market) {
        if (!market.hasPrice()) {
            return;
        }
        liquidation.check(market);
        algoDesk.fireDue(market);
    }

    /** Fills the orders on a side that rest strictly beyond a price. */
    private void sweep(Market market, Leg leg, BigDecimal px, Side resting) {
        sweep(market, leg, px, resting, null);
    }

    /** Fills the orders on a side that rest strictly beyond one price and, when given, not farther than another. */
    private void sweep(Market market, Leg leg, BigDecimal beyond, Side resting, @Nullable BigDecimal notPast) {
        market.house.withdraw();
        BigDecimal limit = market.book.best(resting, null);
        while (limit != null
                && isBeyond(resting, limit, beyond)
                && (notPast == null || !isBeyond(resting, notPast, limit))) {
            BigDecimal room = leg.volumeBeyond(resting, limit, market.spec);
            BigDecimal open = market.book.firstOpen(resting);
            if (open == null || room.signum() == 0) {
                return;
            }
            Incoming taker =
                    Incoming.immediate(0, HOUSE, resting.opposite(), limit, open.min(room), market.spec.lotSz());
            market.basis(market.evidence());
            for (BookEvent event : market.book.submit(taker)) {
                if (event instanceof BookEvent.Executed done) {
                    leg.use(done.qty());
                    desk.fill(state.orders.byId(done.makerId()), done.px(), done.qty(), true, RULE);
                }
            }
            market.house.withdraw();
            limit = market.book.best(resting, null);
        }
    }

    /** Returns whether a resting price is strictly better for the other side than a traded price. */
    private static boolean isBeyond(Side resting, BigDecimal limit, BigDecimal traded) {
        int above = limit.compareTo(traded);
        return resting == Side.BUY ? above > 0 : above < 0;
    }

    /** Returns the next price at which something is to happen, or null when the rest of the leg is quiet. */
    private @Nullable BigDecimal nextStop(Market market, Leg leg) {
        boolean up = leg.rises();
        BigDecimal last = market.last();
        BigDecimal to = leg.move.to();
        market.house.withdraw();
        BigDecimal resting = market.book.best(up ? Side.SELL : Side.BUY, leg.swept);
        if (resting != null && !isBeyond(up ? Side.SELL : Side.BUY, resting, to)) {
            resting = null;
        }
        BigDecimal trigger = within(market.triggers.next(up, market::followsLast), up, to);
        BigDecimal margin = within(liquidation.price(market, up, to), up, to);
        BigDecimal next = nearer(nearer(resting, trigger, up), margin, up);
        return next == null ? null : up ? next.max(last) : next.min(last);
    }

    private static @Nullable BigDecimal within(@Nullable BigDecimal px, boolean up, BigDecimal to) {
        return px == null || (up ? px.compareTo(to) > 0 : px.compareTo(to) < 0) ? null : px;
    }

    private static @Nullable BigDecimal nearer(@Nullable BigDecimal a, @Nullable BigDecimal b, boolean up) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return up ? a.min(b) : a.max(b);
    }
}
