package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.BookEvent;
import dev.okx4j.paper.engine.Incoming;
import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Preview;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instrument: its rules, its price and its book. The mark price is the last traded price. */
final class Market {

    final InstrumentSpec spec;
    final OrderBook book = new OrderBook();
    final HouseDepth house;
    final Triggers triggers = new Triggers();

    private @Nullable BigDecimal last;
    private Instant lastTs = Instant.EPOCH;
    private Evidence evidence = new Evidence("", "", "");
    private long trades;

    Market(InstrumentSpec spec, long tradesBefore) {
        this.spec = spec;
        this.trades = tradesBefore;
        this.house = new HouseDepth(spec, book);
    }

    /** Begins a leg of the price path: fresh depth, new evidence, the price not yet moved. */
    void begin(MarketEvent.Move leg) {
        house.refill(leg.liquidity());
        evidence = leg.evidence();
        lastTs = leg.ts();
    }

    void price(BigDecimal px) {
        house.withdraw();
        last = px;
        triggers.follow(px);
    }

    boolean hasPrice() {
        return last != null;
    }

    BigDecimal last() {
        if (last == null) {
            throw new IllegalStateException(spec.instId() + " has no price yet");
        }
        return last;
    }

    /** Returns the price that a trigger of a type watches. */
    BigDecimal watched(PriceType type) {
        return last();
    }

    /** Returns whether the price that a trigger of a type watches is the last price. */
    boolean followsLast(PriceType type) {
        return true;
    }

    Instant lastTs() {
        return lastTs;
    }

    /** Returns where the price is known from, with the rule that decided a fill added. */
    Evidence evidence(String how) {
        return new Evidence(evidence.source(), evidence.rule() + "; " + how, evidence.grade());
    }

    Evidence evidence() {
        return evidence;
    }

    /** Returns the highest price of a buy order, or the lowest of a sell order. */
    BigDecimal limit(Side side) {
        BigDecimal band = last().multiply(spec.pxLmtPct());
        return side == Side.BUY
                ? Rounding.floor(last().add(band), spec.tickSz())
                : Rounding.ceil(last().subtract(band), spec.tickSz()).max(spec.tickSz());
    }

    /** Returns whether an order of a side would trade at a price at once, with the depth or with another of its owner. */
    boolean crosses(Side side, BigDecimal px) {
        house.offer(last());
        BigDecimal best = book.best(side.opposite(), null);
        return best != null && (side == Side.BUY ? px.compareTo(best) >= 0 : px.compareTo(best) <= 0);
    }

    Preview preview(Incoming order) {
        house.offer(last());
        return book.preview(order);
    }

    List<BookEvent> submit(Incoming order) {
        house.offer(last());
        return book.submit(order);
    }

    List<OrderBook.Row> rows(Side side, int depth) {
        house.offer(last());
        return book.rows(side, depth);
    }

    /** Returns the notional value of a size at a price. */
    BigDecimal value(BigDecimal qty, BigDecimal px) {
        return qty.multiply(spec.face()).multiply(px);
    }

    long nextTrade() {
        return ++trades;
    }

    long trades() {
        return trades;
    }
}
