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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One instrument: its rules, its prices and its book. */
final class Market {

    final InstrumentSpec spec;
    final OrderBook book = new OrderBook();
    final HouseDepth house;
    final Triggers triggers = new Triggers();

    private final Supplier<@Nullable BigDecimal> indexPx;
    private @Nullable BigDecimal last;
    private @Nullable BigDecimal markPx;
    private Instant lastTs = Instant.EPOCH;
    private Evidence evidence = new Evidence("", "", "");
    private long trades;

    /** Makes a market whose index price the supplier knows, or not. */
    Market(InstrumentSpec spec, long tradesBefore, Supplier<@Nullable BigDecimal> indexPx) {
        this.spec = spec;
        this.indexPx = indexPx;
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
        return switch (type) {
            case LAST -> last();
            case MARK -> mark();
            case INDEX -> index();
        };
    }

    /** Returns whether the price that a trigger of a type watches is the last price. */
    boolean followsLast(PriceType type) {
        return switch (type) {
            case LAST -> true;
            case MARK -> !hasMark();
            case INDEX -> indexPx.get() == null;
        };
    }

    /** Takes in a mark price that the feed tells; from then on the last price is not taken for it. */
    void mark(BigDecimal px) {
        markPx = px;
    }

    /** Returns whether the feed tells mark prices. */
    boolean hasMark() {
        return markPx != null;
    }

    /** Returns the mark price, which margin goes by: as told, else the last price. */
    BigDecimal mark() {
        return markPx == null ? last() : markPx;
    }

    /** Returns the index price: as told, else the price of the spot market of the same pair, else the last price. */
    BigDecimal index() {
        BigDecimal px = indexPx.get();
        return px == null ? last() : px;
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

    /** Returns the notional value of a size at a price, in the settlement currency. */
    BigDecimal value(BigDecimal qty, BigDecimal px) {
        return Valuation.value(spec, qty, px);
    }

    long nextTrade() {
        return ++trades;
    }

    long trades() {
        return trades;
    }
}
