package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The assumption about the way a price took inside a candle, which records only its four corners.
 *
 * <p>A candle that closed at or above its open went down first: open, low, high, close. One that closed below went up
 * first: open, high, low, close. The four prices stand at the candle's start, one third, two thirds and its last
 * millisecond. Between two of them every price traded. A third of the volume, rounded down to a whole lot, traded on
 * each of the first two legs, the rest on the last, and nothing at the open: its depth is that of the candle before,
 * so that no volume is seen before its time.
 */
final class PathRule {
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final String WHERE = "; at the candle's start, 1/3, 2/3 and end; a third of its volume on each leg";
    static final String RISING = "close >= open: open, low, high, close" + WHERE;
    static final String FALLING = "close < open: open, high, low, close" + WHERE;

    private PathRule() {}

    /**
     * Returns the opening print and the three legs of one candle, in time order.
     *
     * @param before the candle before it, or null when it is the first that was recorded
     */
    static List<MarketEvent.Move> legs(String instId, @Nullable Bar before, Bar bar, BarSize size, BigDecimal lot) {
        boolean rising = bar.c().compareTo(bar.o()) >= 0;
        BigDecimal second = rising ? bar.l() : bar.h();
        BigDecimal third = rising ? bar.h() : bar.l();
        Evidence evidence = new Evidence(
                "candle " + size.wire() + " " + bar.ts() + " of " + instId, rising ? RISING : FALLING, size.grade());

        BigDecimal share = share(bar, lot);
        BigDecimal rest = rest(bar, share);
        BigDecimal none = BigDecimal.ZERO;
        BigDecimal known = before == null ? none : rest(before, share(before, lot));
        Instant end = size.endOf(bar.ts());
        Duration part = Duration.between(bar.ts(), end).dividedBy(3);
        return List.of(
                new MarketEvent.Move(bar.ts(), instId, bar.o(), bar.o(), none, known, evidence),
                new MarketEvent.Move(bar.ts().plus(part), instId, bar.o(), second, share, evidence),
                new MarketEvent.Move(bar.ts().plus(part.multipliedBy(2)), instId, second, third, share, evidence),
                new MarketEvent.Move(end.minusMillis(1), instId, third, bar.c(), rest, evidence));
    }

    private static BigDecimal share(Bar bar, BigDecimal lot) {
        return bar.vol().divide(THREE.multiply(lot), 0, RoundingMode.DOWN).multiply(lot);
    }

    private static BigDecimal rest(Bar bar, BigDecimal share) {
        return bar.vol().subtract(share.add(share));
    }
}
