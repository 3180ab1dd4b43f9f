package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The depth that others offer: the recorded book where there is one, else a model around the last price.
 *
 * <p>The model has twenty levels a side. Level <i>i</i> is one tick and (<i>i</i> − 1) basis points away from the last price,
 * rounded outward to the tick; it holds a twentieth of the liquidity, rounded down to the lot, and at least the smallest
 * order size. The liquidity is the latest leg's of a path through candles, or what was recorded as traded in the minute
 * before. What is taken stays taken until the next leg or minute. A level that would cross an order of the account is
 * not offered.
 */
final class HouseDepth {

    static final String OWNER = "house";
    static final String RULE = "taker walked the modelled book: 20 levels a side, level i at 1 tick + (i-1) bp"
            + " from the last price, each 1/20 of the leg's volume";
    static final String RECORDED_RULE =
            "taker walked the recorded book, level by level; what it takes stays taken until"
                    + " the recording renews that level; nobody reacts to it";
    static final String TRADES_RULE = "taker walked the modelled book: 20 levels a side, level i at 1 tick + (i-1) bp"
            + " from the last price, each 1/20 of what was traded in the minute before";

    static final String OPTION_RULE = "taker walked the modelled book around the mark price on the tick: 20 levels a side,"
            + " level i at 1 tick + (i-1) bp, each ten smallest orders";

    private static final int LEVELS = 20;
    private static final BigDecimal LEVELS_DECIMAL = BigDecimal.valueOf(LEVELS);

    private final InstrumentSpec spec;
    private final OrderBook book;
    private final RecordedBook recorded;
    private final BigDecimal[] taken = new BigDecimal[2 * LEVELS];
    private final List<RecordedBook.Level> offered = new ArrayList<>();
    private BigDecimal levelSize = BigDecimal.ZERO;
    private String modelRule = RULE;
    private boolean standing;
    private long offeredInto;
    private BigDecimal offeredAt = BigDecimal.ZERO;

    HouseDepth(InstrumentSpec spec, OrderBook book, RecordedBook recorded) {
        this.spec = spec;
        this.book = book;
        this.recorded = recorded;
        Arrays.fill(taken, BigDecimal.ZERO);
    }

    /** Starts the model anew with the liquidity of a leg. */
    void refill(BigDecimal liquidity) {
        refill(liquidity, RULE);
    }

    /** Starts the model anew with a liquidity, and what it is made of. */
    void refill(BigDecimal liquidity, String rule) {
        withdraw();
        Arrays.fill(taken, BigDecimal.ZERO);
        BigDecimal lots = liquidity.divideToIntegralValue(LEVELS_DECIMAL.multiply(spec.lotSz()));
        levelSize = lots.multiply(spec.lotSz()).max(spec.minSz());
        modelRule = rule;
    }

    /** Returns the rule by which an order that takes of this depth is filled. */
    String rule() {
        return recorded.stands() ? RECORDED_RULE : modelRule;
    }

    /** Returns what stands on one level of the model. */
    BigDecimal levelSize() {
        return levelSize;
    }

    /** Offers the depth, anew when the book has changed, so that merely looking at a book never changes what follows. */
    void offer(BigDecimal last) {
        if (standing && offeredInto == book.changes() && last.compareTo(offeredAt) == 0) {
            return;
        }
        withdraw();
        standing = true;
        BigDecimal bestBid = book.best(Side.BUY, null);
        BigDecimal bestAsk = book.best(Side.SELL, null);
        if (recorded.stands()) {
            offer(Side.BUY, bestAsk);
            offer(Side.SELL, bestBid);
        } else {
            model(last, bestBid, bestAsk);
        }
        offeredInto = book.changes();
        offeredAt = last;
    }

    /** Offers the recorded levels of a side that do not cross the account's best order on the other one. */
    private void offer(Side side, @Nullable BigDecimal against) {
        for (RecordedBook.Level level : recorded.levels(side)) {
            boolean crosses = against != null
                    && (side == Side.BUY ? level.px.compareTo(against) >= 0 : level.px.compareTo(against) <= 0);
            if (level.left.signum() > 0 && !crosses) {
                offered.add(level);
                book.rest(id(offered.size() - 1), OWNER, side, level.px, level.left);
            }
        }
    }

    private void model(BigDecimal last, @Nullable BigDecimal bestBid, @Nullable BigDecimal bestAsk) {
        for (int level = 0; level < LEVELS; level++) {
            BigDecimal away = spec.tickSz().add(last.multiply(BigDecimal.valueOf(level, 4)));
            BigDecimal bid = Rounding.floor(last.subtract(away), spec.tickSz());
            if (bid.signum() > 0 && (bestAsk == null || bid.compareTo(bestAsk) < 0)) {
                place(level, Side.BUY, bid);
            }
            BigDecimal ask = Rounding.ceil(last.add(away), spec.tickSz());
            if (bestBid == null || ask.compareTo(bestBid) > 0) {
                place(LEVELS + level, Side.SELL, ask);
            }
        }
    }

    /** Takes the offered depth out of the book; only the account's orders are left. */
    void withdraw() {
        if (standing) {
            int slots = Math.max(offered.size(), taken.length);
            for (int slot = 0; slot < slots; slot++) {
                book.cancel(id(slot));
            }
            offered.clear();
            standing = false;
        }
    }

    /** Notes what an order has taken of a level. */
    void took(long id, BigDecimal qty) {
        int slot = (int) (-id - 1);
        if (recorded.stands()) {
            RecordedBook.Level level = offered.get(slot);
            level.left = level.left.subtract(qty);
        } else {
            taken[slot] = taken[slot].add(qty);
        }
    }

    @Nullable
    String digest() {
        if (recorded.stands()) {
            return recorded.digest();
        }
        return Arrays.stream(taken).allMatch(each -> each.signum() == 0) ? null : Arrays.toString(taken);
    }

    private void place(int slot, Side side, BigDecimal px) {
        BigDecimal left = levelSize.subtract(taken[slot]);
        if (left.signum() > 0) {
            book.rest(id(slot), OWNER, side, px, left);
        }
    }

    private static long id(int slot) {
        return -slot - 1L;
    }
}
