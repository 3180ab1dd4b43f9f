package dev.okx4j.paper.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One arriving order walking the other side of a book. */
final class Matching {

    private final OrderBook book;
    private final Incoming in;
    private final List<BookEvent> events;
    private final Appetite appetite;
    private int makers;

    Matching(OrderBook book, Incoming in, List<BookEvent> events) {
        this.book = book;
        this.in = in;
        this.events = events;
        this.appetite = new Appetite(in);
    }

    /** Trades until the order is met, ended or past its limit; then lets the rest rest, or ends it. */
    void run() {
        BookEvent.Why over = null;
        while (over == null) {
            Map.Entry<BigDecimal, PriceLevel> best = book.against(in.side()).firstEntry();
            if (appetite.filled()) {
                over = BookEvent.Why.FILLED;
            } else if (best == null || !in.accepts(best.getKey())) {
                over = BookEvent.Why.NOTHING_LEFT_TO_MATCH;
            } else {
                over = makers == OrderBook.MAX_MAKERS
                        ? BookEvent.Why.TOO_MANY_MAKERS
                        : meet(best.getValue().first());
            }
        }
        if (over == BookEvent.Why.NOTHING_LEFT_TO_MATCH && in.limit() != null && rests()) {
            book.rest(in.id(), in.owner(), in.side(), in.limit(), appetite.open());
            events.add(new BookEvent.Rested(appetite.open()));
        } else {
            events.add(new BookEvent.Ended(over));
        }
    }

    private boolean rests() {
        return in.tif() == TimeInForce.GTC || in.tif() == TimeInForce.POST_ONLY;
    }

    /** Trades with a resting order at that order's price; returns why the arriving one is over, or null to go on. */
    private BookEvent.@Nullable Why meet(Resting maker) {
        if (maker.owner().equals(in.owner())) {
            return avoid(maker);
        }
        BigDecimal qty = appetite.at(maker.px()).min(maker.open());
        if (qty.signum() == 0) {
            return BookEvent.Why.BUDGET_SPENT;
        }
        appetite.eat(maker.px(), qty);
        maker.shrinkTo(maker.open().subtract(qty));
        if (maker.open().signum() == 0) {
            book.cancel(maker.id());
        }
        makers++;
        events.add(new BookEvent.Executed(maker.id(), maker.owner(), maker.px(), qty));
        return null;
    }

    /** Keeps an owner from trading with itself, as {@code stpMode} says; returns null to go on. */
    private BookEvent.@Nullable Why avoid(Resting own) {
        if (in.stp() != StpMode.CANCEL_TAKER) {
            book.cancel(own.id());
            events.add(new BookEvent.MakerCancelled(own.id()));
        }
        return in.stp() == StpMode.CANCEL_MAKER ? null : BookEvent.Why.SELF_TRADE;
    }
}
