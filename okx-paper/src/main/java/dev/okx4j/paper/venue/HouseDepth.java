package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The depth that others offer around the last price, modelled where the feed has no recorded book.
 *
 * <p>Twenty levels a side. Level <i>i</i> is one tick and (<i>i</i> − 1) basis points away from the last price, rounded
 * outward to the tick; it holds a twentieth of the latest leg's liquidity, rounded down to the lot, and at least the smallest
 * order size. What is taken stays taken until the next leg. A level that would cross an order of the account
 * is not offered.
 */
final class HouseDepth {

    static final String OWNER = "house";
    static final String RULE = "taker walked the modelled book: 20 levels a side, level i at 1 tick + (i-1) bp"
            + " from the last price, each 1/20 of the leg's volume";

    private static final int LEVELS = 20;
    private static final BigDecimal LEVELS_DECIMAL = BigDecimal.valueOf(LEVELS);

    private final InstrumentSpec spec;
    private final OrderBook book;
    private final BigDecimal[] taken = new BigDecimal[2 * LEVELS];
    private BigDecimal levelSize = BigDecimal.ZERO;
    private boolean standing;
    private long offeredInto;

    HouseDepth(InstrumentSpec spec, OrderBook book) {
        this.spec = spec;
        this.book = book;
        Arrays.fill(taken, BigDecimal.ZERO);
    }

    /** Starts anew with the liquidity of a leg. */
    void refill(BigDecimal liquidity) {
        withdraw();
        Arrays.fill(taken, BigDecimal.ZERO);
        BigDecimal lots = liquidity.divideToIntegralValue(LEVELS_DECIMAL.multiply(spec.lotSz()));
        levelSize = lots.multiply(spec.lotSz()).max(spec.minSz());
    }

    /** Offers the depth around a price, anew when the book has changed, so that merely looking at a book never changes what follows. */
    void offer(BigDecimal last) {
        if (standing && offeredInto == book.changes()) {
            return;
        }
        withdraw();
        standing = true;
        BigDecimal bestBid = book.best(Side.BUY, null);
        BigDecimal bestAsk = book.best(Side.SELL, null);
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
        offeredInto = book.changes();
    }

    /** Takes the offered depth out of the book; only the account's orders are left. */
    void withdraw() {
        if (standing) {
            for (int slot = 0; slot < taken.length; slot++) {
                book.cancel(id(slot));
            }
            standing = false;
        }
    }

    void took(long id, BigDecimal qty) {
        int slot = (int) (-id - 1);
        taken[slot] = taken[slot].add(qty);
    }

    @Nullable
    String digest() {
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
