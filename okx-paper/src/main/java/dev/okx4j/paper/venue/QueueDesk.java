package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Recorded trades and books meeting the account's resting orders.
 *
 * <p>A trade fills the orders that it passes, at their own limits, best price first, then those at its price on the side
 * that was hit, as far as it outlasts what stands ahead of them; all together never more than the trade's size. A recorded
 * level that comes to stand across an order of the account trades with it at the order's limit.
 */
final class QueueDesk {

    private static final String THROUGH =
            "the recorded trade passed the resting order's limit, which therefore filled, all"
                    + " orders of the account together up to the trade's size";
    private static final String CROSSED =
            "a recorded order came to stand across the resting order, and traded with it up to" + " its recorded size";
    private static final String AT =
            "queue model: the recorded trade at the limit first served what stood ahead since the"
                    + " order came to rest, of which cancellations are taken to be spread evenly; ";

    private final State state;
    private final Desk desk;
    private final Walk walk;

    QueueDesk(State state, Desk desk, Walk walk) {
        this.state = state;
        this.desk = desk;
        this.walk = walk;
    }

    /** Lives through a recorded trade. */
    void trade(MarketEvent.Trade trade) {
        Market market = state.markets.get(trade.instId());
        if (market == null) {
            return;
        }
        market.house.withdraw();
        market.queue.meet(market);
        market.begin(trade);
        market.price(trade.px());
        market.recent.add(trade);
        Side hit = trade.side().opposite();
        BigDecimal left = pass(market, hit, trade.px(), trade.sz());
        left = pass(market, hit.opposite(), trade.px(), left);
        meet(market, hit, trade.px(), left);
        walk.follow(market);
    }

    /** Fills the orders of a side whose limits the trade is beyond; returns what is left of the trade. */
    private BigDecimal pass(Market market, Side side, BigDecimal px, BigDecimal size) {
        BigDecimal left = size;
        for (OrderBook.Stand stand : market.book.standing(side, Desk.OWNER)) {
            boolean passed =
                    side == Side.BUY ? stand.px().compareTo(px) > 0 : stand.px().compareTo(px) < 0;
            if (!passed || left.signum() == 0) {
                break;
            }
            left = left.subtract(fill(market, stand, left, THROUGH));
        }
        return left;
    }

    /** Fills the orders at the trade's price, each as far as the trade outlasts what stands ahead of it. */
    private void meet(Market market, Side side, BigDecimal px, BigDecimal size) {
        BigDecimal left = market.recorded.traded(side, px, size);
        for (OrderBook.Stand stand : market.book.standing(side, Desk.OWNER)) {
            if (stand.px().compareTo(px) == 0) {
                BigDecimal ahead = market.queue.ahead(stand.id());
                market.queue.consume(stand.id(), left);
                BigDecimal reaches = Rounding.floor(left.subtract(ahead).max(BigDecimal.ZERO), market.spec.lotSz());
                if (reaches.signum() > 0) {
                    left = left.subtract(fill(market, stand, reaches, AT + aheadNow(market, ahead)));
                }
            }
        }
    }

    private static String aheadNow(Market market, BigDecimal ahead) {
        return ahead.toPlainString() + " stood ahead at this trade"
                + (market.recorded.stands() ? "" : ", made of a modelled depth since no book is recorded");
    }

    /** Lives through a recorded book, whole or a change of it. */
    void depth(MarketEvent.Depth depth) {
        Market market = state.markets.get(depth.instId());
        if (market == null) {
            return;
        }
        market.house.withdraw();
        market.queue.meet(market);
        market.depth(depth);
        for (Side side : Side.values()) {
            cross(market, side);
        }
        walk.follow(market);
    }

    /** Lets the account's orders of a side trade with recorded ones that stand across them. */
    private void cross(Market market, Side side) {
        for (OrderBook.Stand stand : market.book.standing(side, Desk.OWNER)) {
            BigDecimal open = stand.open();
            RecordedBook.Level level = market.recorded.best(side.opposite());
            if (level == null || !reaches(side, stand.px(), level.px)) {
                return;
            }
            while (level != null && reaches(side, stand.px(), level.px) && open.signum() > 0) {
                market.basis(market.recorded.evidence());
                BigDecimal filled = fill(market, stand, level.left.min(open), CROSSED);
                if (filled.signum() == 0) {
                    break;
                }
                level.left = level.left.subtract(filled);
                open = open.subtract(filled);
                level = market.recorded.best(side.opposite());
            }
        }
    }

    private static boolean reaches(Side side, BigDecimal limit, BigDecimal px) {
        return side == Side.BUY ? limit.compareTo(px) >= 0 : limit.compareTo(px) <= 0;
    }

    /** Fills a resting order at its limit up to a size; returns how much, which is zero when an earlier fill has ended it. */
    BigDecimal fill(Market market, OrderBook.Stand stand, BigDecimal most, String how) {
        BigDecimal open = market.book.open(stand.id());
        if (open == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal qty = open.min(most);
        if (qty.compareTo(open) == 0) {
            market.book.cancel(stand.id());
        } else {
            market.book.shrink(stand.id(), open.subtract(qty));
        }
        desk.fill(state.orders.byId(stand.id()), stand.px(), qty, true, how);
        return qty;
    }

    /** Sets a market as it stands at a session's beginning; nothing trades. */
    void restore(MarketEvent event) {
        if (event instanceof MarketEvent.Index index) {
            state.indices.add(index);
        }
        @Nullable Market market = state.markets.get(event.instId());
        if (market == null) {
            return;
        }
        if (event instanceof MarketEvent.Trade trade) {
            market.begin(trade);
            market.price(trade.px());
            market.recent.add(trade);
        } else if (event instanceof MarketEvent.Depth depth) {
            market.depth(depth);
        } else if (event instanceof MarketEvent.OpenInterest interest) {
            market.openInterest = interest.oi();
        } else if (event instanceof MarketEvent.Mark mark) {
            market.mark(mark.px());
        }
    }

    /** Returns a recorded price's evidence at the grade that a recorded book gives it. */
    static Evidence graded(Evidence evidence, boolean book) {
        return book && evidence.grade().equals("B")
                ? new Evidence(evidence.source(), evidence.rule() + " in a recorded book", "A")
                : evidence;
    }
}
