package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recorded candles of one instrument, and every view of them that a moment of market time may have. */
public final class Recording {
    private final InstrumentSpec spec;
    private final BarSize size;
    private final List<Bar> bars;

    Recording(InstrumentSpec spec, BarSize size, List<Bar> bars) {
        this.spec = spec;
        this.size = size;
        this.bars = List.copyOf(bars);
    }

    /** Returns the instrument. */
    public InstrumentSpec instrument() {
        return spec;
    }

    /** Returns the size of the recorded candles. */
    public BarSize size() {
        return size;
    }

    /** Returns the number of recorded candles. */
    int count() {
        return bars.size();
    }

    /** Returns the legs of one candle. */
    List<MarketEvent.Move> legs(int index) {
        return PathRule.legs(
                spec.instId(), index == 0 ? null : bars.get(index - 1), bars.get(index), size, spec.lotSz());
    }

    /** Returns the index of the last candle that had opened at a moment, or −1. */
    int indexAt(Instant moment) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.get(middle).ts().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    /** Returns the last leg that was complete at a moment, or null. */
    MarketEvent.@Nullable Move lastMove(Instant moment) {
        int index = indexAt(moment);
        return index < 0 ? null : lastOf(reached(index, moment));
    }

    /**
     * Returns the newest candles at a moment, newest first; the first one shows only what the path has reached.
     *
     * <p>A candle whose beginning was not recorded is left out.
     *
     * @param wanted a size {@linkplain BarSize#madeOf made of} the recorded one
     * @param after only candles that opened before this, or null
     * @param before only candles that opened after this, or null
     */
    public List<Candle> candles(
            BarSize wanted, Instant moment, @Nullable Instant after, @Nullable Instant before, int limit) {
        List<Candle> found = new ArrayList<>();
        int index =
                indexAt(after == null || after.isAfter(moment) ? moment : earlier(moment, endBefore(wanted, after)));
        while (index >= 0 && found.size() < limit) {
            Instant open = wanted.openOf(bars.get(index).ts());
            if (before != null && !open.isAfter(before)) {
                break;
            }
            Deque<Candle> parts = new ArrayDeque<>();
            for (; index >= 0 && !bars.get(index).ts().isBefore(open); index--) {
                parts.push(candle(index, moment));
            }
            if (parts.getFirst().ts().equals(open)) {
                boolean over = !wanted.endOf(open).isAfter(moment);
                found.add(parts.stream().reduce(Candle::then).orElseThrow().within(open, over));
            }
        }
        return found;
    }

    /** Returns what happened in the 24 hours before a moment, or null before the first price. */
    public @Nullable DayView day(Instant moment) {
        MarketEvent.Move last = lastMove(moment);
        if (last == null) {
            return null;
        }
        Instant dayAgo = moment.minus(Duration.ofDays(1));
        BigDecimal open = priceAt(dayAgo);
        BigDecimal high = last.to();
        BigDecimal low = last.to();
        BigDecimal vol = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (int index = Math.max(0, indexAt(dayAgo)); index <= indexAt(moment); index++) {
            for (MarketEvent.Move leg : reached(index, moment)) {
                if (leg.ts().isAfter(dayAgo)) {
                    high = high.max(leg.from()).max(leg.to());
                    low = low.min(leg.from()).min(leg.to());
                    vol = vol.add(leg.volume());
                    value = value.add(leg.volume().multiply(leg.to()));
                }
            }
        }
        return new DayView(
                open,
                high,
                low,
                vol,
                spec.isContract() ? vol.multiply(spec.face()) : value,
                last.liquidity(),
                priceAt(BarSize.D1_UTC.openOf(moment)),
                priceAt(BarSize.D1.openOf(moment)));
    }

    private BigDecimal priceAt(Instant moment) {
        MarketEvent.Move move = lastMove(moment);
        return move == null ? bars.get(0).o() : move.to();
    }

    /** Returns the last moment of the last candle that opened before {@code after}. */
    private static Instant endBefore(BarSize wanted, Instant after) {
        return wanted.endOf(wanted.openOf(after.minusMillis(1))).minusMillis(1);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private List<MarketEvent.Move> reached(int index, Instant moment) {
        return legs(index).stream().filter(leg -> !leg.ts().isAfter(moment)).toList();
    }

    private Candle candle(int index, Instant moment) {
        Bar bar = bars.get(index);
        List<MarketEvent.Move> path = legs(index);
        if (!lastOf(path).ts().isAfter(moment)) {
            return new Candle(
                    bar.ts(), bar.o(), bar.h(), bar.l(), bar.c(), bar.vol(), bar.volCcy(), bar.volCcyQuote(), true);
        }
        List<MarketEvent.Move> legs = reached(index, moment);
        BigDecimal high = bar.o();
        BigDecimal low = bar.o();
        BigDecimal vol = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (MarketEvent.Move leg : legs) {
            high = high.max(leg.to());
            low = low.min(leg.to());
            vol = vol.add(leg.volume());
            value = value.add(leg.volume().multiply(spec.face()).multiply(leg.to()));
        }
        return new Candle(
                bar.ts(),
                bar.o(),
                high,
                low,
                lastOf(legs).to(),
                vol,
                bar.volCcy() == null ? null : spec.isContract() ? vol.multiply(spec.face()) : value,
                bar.volCcyQuote() == null ? null : value,
                false);
    }

    private static MarketEvent.Move lastOf(List<MarketEvent.Move> legs) {
        return legs.get(legs.size() - 1);
    }
}
