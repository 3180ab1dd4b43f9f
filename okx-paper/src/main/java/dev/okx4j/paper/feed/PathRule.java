package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The assumption about the way a price took inside a candle, which records only its four corners.
 *
 * <p>A candle that closed at or above its open went down first: open, low, high, close. One that closed below went up
 * first: open, high, low, close. The four prices stand at the candle's start, one third, two thirds and its last
 * millisecond. Between two of them every price traded. A quarter of the volume, rounded down to a whole lot, traded at
 * the open and on each of the first two legs, the rest on the last.
 */
final class PathRule {
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final String WHERE =
            "; at the candle's start, 1/3, 2/3 and end; a quarter of its volume at the open and on each leg";
    static final String RISING = "close >= open: open, low, high, close" + WHERE;
    static final String FALLING = "close < open: open, high, low, close" + WHERE;

    private PathRule() {}

    /** Returns the opening print and the three legs of one candle, in time order. */
    static List<MarketEvent.Move> legs(String instId, Bar bar, BarSize size, BigDecimal lot) {
        boolean rising = bar.c().compareTo(bar.o()) >= 0;
        BigDecimal second = rising ? bar.l() : bar.h();
        BigDecimal third = rising ? bar.h() : bar.l();
        Evidence evidence = new Evidence(
                "candle " + size.wire() + " " + bar.ts() + " of " + instId, rising ? RISING : FALLING, size.grade());

        BigDecimal share =
                bar.vol().divide(FOUR.multiply(lot), 0, RoundingMode.DOWN).multiply(lot);
        BigDecimal rest = bar.vol().subtract(share.multiply(BigDecimal.valueOf(3)));
        Instant end = size.endOf(bar.ts());
        Duration third1 = Duration.between(bar.ts(), end).dividedBy(3);
        return List.of(
                new MarketEvent.Move(bar.ts(), instId, bar.o(), bar.o(), share, evidence),
                new MarketEvent.Move(bar.ts().plus(third1), instId, bar.o(), second, share, evidence),
                new MarketEvent.Move(bar.ts().plus(third1.multipliedBy(2)), instId, second, third, share, evidence),
                new MarketEvent.Move(end.minusMillis(1), instId, third, bar.c(), rest, evidence));
    }
}
