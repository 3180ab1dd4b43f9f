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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One instrument: its rules, its prices and its book. */
final class Market {

    /** Twenty levels of ten. */
    private static final BigDecimal MODELLED_DEPTH = BigDecimal.valueOf(200);
    /** An option may be priced at least so many ticks away from its mark price. */
    private static final BigDecimal OPTION_BAND = BigDecimal.valueOf(20);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    final InstrumentSpec spec;
    final OrderBook book = new OrderBook();
    final RecordedBook recorded = new RecordedBook();
    final QueueModel queue = new QueueModel();
    final HouseDepth house;
    final Triggers triggers = new Triggers();
    /** How an option is priced, or null. */
    final @Nullable OptionPricing option;

    final RecentTrades recent = new RecentTrades();
    /** The funding rates that were charged, oldest first. */
    final List<MarketEvent.FundingRate> charged = new ArrayList<>();

    /** Contracts held open by all, as the feed last told, or null. */
    @Nullable
    BigDecimal openInterest;

    private final transient Supplier<@Nullable BigDecimal> indexPx;
    private @Nullable BigDecimal last;
    private @Nullable BigDecimal markPx;
    private Instant lastTs = Instant.EPOCH;
    private Evidence evidence = new Evidence("", "", "");
    /** What the fills of the moment are decided by: the last price's evidence, or that of the book which is walked. */
    private Evidence basis = evidence;
    private long minute = Long.MIN_VALUE;
    private BigDecimal tradedInMinute = BigDecimal.ZERO;
    private long trades;
    private boolean expired;

    /** Makes a market whose index price the supplier knows, or not. */
    Market(
            InstrumentSpec spec,
            long tradesBefore,
            Supplier<@Nullable BigDecimal> indexPx,
            @Nullable OptionPricing option) {
        this.spec = spec;
        this.option = option;
        this.indexPx = indexPx;
        this.trades = tradesBefore;
        this.house = new HouseDepth(spec, book, recorded);
    }

    /** Begins a leg of the price path: fresh depth, new evidence, the price not yet moved. */
    void begin(MarketEvent.Move leg) {
        house.refill(leg.liquidity());
        evidence = leg.evidence();
        basis = evidence;
        lastTs = leg.ts();
    }

    /** Begins a recorded trade: new evidence, the price not yet moved; a new minute has what the one before traded as depth. */
    void begin(MarketEvent.Trade trade) {
        evidence = QueueDesk.graded(trade.evidence(), recorded.stands());
        basis = evidence;
        lastTs = trade.ts();
        long now = Math.floorDiv(trade.ts().getEpochSecond(), 60L);
        if (now != minute) {
            BigDecimal before = minute == Long.MIN_VALUE ? trade.sz() : tradedInMinute;
            house.refill(before, HouseDepth.TRADES_RULE);
            minute = now;
            tradedInMinute = BigDecimal.ZERO;
        }
        tradedInMinute = tradedInMinute.add(trade.sz());
    }

    /** Takes in a recorded book; the middle of it is the price of an instrument that has none yet. */
    void depth(MarketEvent.Depth depth) {
        house.withdraw();
        recorded.apply(depth, queue);
        RecordedBook.Level bid = recorded.best(Side.BUY);
        RecordedBook.Level ask = recorded.best(Side.SELL);
        if (last == null && bid != null && ask != null) {
            evidence = new Evidence(
                    depth.evidence().source(), "nothing has traded yet: the middle of the recorded book", "B");
            basis = evidence;
            lastTs = depth.ts();
            price(Rounding.floor(bid.px.add(ask.px).multiply(HALF), spec.tickSz()));
        }
    }

    /** Sets what the next fills are decided by. */
    void basis(Evidence decides) {
        basis = decides;
    }

    /** Returns what stands ahead of an order that comes to rest, or null when nothing is known of its price. */
    @Nullable
    BigDecimal ahead(Side side, BigDecimal px) {
        return recorded.stands() ? recorded.at(side, px) : house.levelSize();
    }

    void price(BigDecimal px) {
        house.withdraw();
        last = px;
        triggers.follow(px);
    }

    /** Returns whether it has a price to trade at; an option needs one of its coin too. */
    boolean hasPrice() {
        return option == null ? last != null : option.forward() != null && (last != null || option.price() != null);
    }

    /** Returns whether there is a book to see: a recorded one is there without a price to trade at. */
    boolean hasBook() {
        return hasPrice() || recorded.stands();
    }

    /** Returns whether it is an option of which nothing recorded has traded, so that the model's price is its last. */
    boolean isModelled() {
        return last == null && option != null && option.price() != null;
    }

    /** Offers the modelled depth of an option anew around a price of the model: ten smallest orders on each level. */
    void remodel(Instant at, Evidence decides) {
        lastTs = at;
        house.refill(spec.minSz().multiply(MODELLED_DEPTH), HouseDepth.OPTION_RULE);
        evidence = decides;
        basis = decides;
    }

    BigDecimal last() {
        if (last == null && option != null) {
            BigDecimal px = option.price();
            if (px != null) {
                return px;
            }
        }
        if (last == null) {
            throw new IllegalStateException(spec.instId() + " has no price yet");
        }
        return last;
    }

    /** Ends trading for good: the contract has expired. */
    void expire() {
        expired = true;
    }

    boolean isExpired() {
        return expired;
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

    /** Returns whether its mark price is another than its last price: told, or worked out from a volatility. */
    boolean hasMark() {
        return markPx != null || (option != null && option.mark() != null);
    }

    /** Returns the mark price, which margin goes by: as told, of an option by its volatility, else the last price. */
    BigDecimal mark() {
        if (markPx != null) {
            return markPx;
        }
        BigDecimal modelled = option == null ? null : option.mark();
        return modelled == null ? last() : modelled;
    }

    /** Returns the forward price that an option is priced by; null when it is not known, and for what is no option. */
    @Nullable
    BigDecimal forward() {
        return option == null ? null : option.forward();
    }

    /** Returns the index price: as told, else the price of the spot market of the same pair, else the last price. */
    BigDecimal index() {
        BigDecimal px = indexPx.get();
        return px == null ? last() : px;
    }

    Instant lastTs() {
        return lastTs;
    }

    /** Returns what a fill is decided by, with the rule that decided it added. */
    Evidence evidence(String how) {
        return new Evidence(basis.source(), basis.rule() + "; " + how, basis.grade());
    }

    Evidence evidence() {
        return evidence;
    }

    /** Returns the highest price of a buy order, or the lowest of a sell order. */
    BigDecimal limit(Side side) {
        BigDecimal middle = option == null ? last() : mark();
        BigDecimal band = option == null
                ? middle.multiply(spec.pxLmtPct())
                : middle.multiply(HALF).max(spec.tickSz().multiply(OPTION_BAND));
        return side == Side.BUY
                ? Rounding.floor(middle.add(band), spec.tickSz())
                : Rounding.ceil(middle.subtract(band), spec.tickSz()).max(spec.tickSz());
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

    /** Lets an order meet the book; what it takes of others is decided by the book, where one is recorded. */
    List<BookEvent> submit(Incoming order) {
        house.offer(last());
        basis = recorded.stands() ? recorded.evidence() : evidence;
        return book.submit(order);
    }

    /** Returns the best rows of a side, others' and own orders together; a recorded level has its recorded number of orders. */
    List<OrderBook.Row> rows(Side side, int depth) {
        house.offer(hasPrice() ? last() : BigDecimal.ZERO);
        List<OrderBook.Row> rows = book.rows(side, depth);
        return recorded.stands() ? rows.stream().map(row -> counted(side, row)).toList() : rows;
    }

    private OrderBook.Row counted(Side side, OrderBook.Row row) {
        RecordedBook.Level level = recorded.level(side, row.px());
        return level == null || level.left.signum() == 0
                ? row
                : new OrderBook.Row(row.px(), row.qty(), row.orders() - 1 + level.orders);
    }

    /** Returns what stands ahead of the resting orders as text, or null where only candles are recorded. */
    @Nullable
    String queueDigest() {
        if (!recorded.stands() && minute == Long.MIN_VALUE) {
            return null;
        }
        house.withdraw();
        queue.meet(this);
        return queue.digest() + " traded " + tradedInMinute.toPlainString();
    }

    /** Returns the moment that the book is of. */
    Instant bookTs() {
        return recorded.stands() ? recorded.ts() : lastTs;
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
