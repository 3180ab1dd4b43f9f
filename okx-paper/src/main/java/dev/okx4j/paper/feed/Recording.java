package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded prices of one instrument as candles, and every view of them that a moment of market time may have: candles
 * that were recorded, followed by those that recorded trades make.
 *
 * <p>A candle's length without a recorded trade has no candle. This class is threadsafe: a live recording grows.
 */
public final class Recording {
    /** Candles of trades that still know each trade; of older ones only the candle is left. */
    private static final int DETAILED = 10_000;

    private final InstrumentSpec spec;
    private final BarSize size;
    private final List<Bar> bars;
    /** How many of the bars were recorded as such. */
    private final int recorded;
    /** The trades and prints of each bar that was made of them. */
    private final List<List<MarketEvent.Move>> made = new ArrayList<>();

    private @Nullable Day latest;

    Recording(InstrumentSpec spec, BarSize size, List<Bar> bars) {
        this.spec = spec;
        this.size = size;
        this.bars = new ArrayList<>(bars);
        this.recorded = bars.size();
    }

    /** Returns the recording of something that has a price and no trading rules, such as an index. */
    static Recording ofPrices(String id, BarSize size, List<Bar> bars) {
        InstrumentSpec spec = InstrumentSpec.spot(id, "", "")
                .tickSz(BigDecimal.ONE)
                .lotSz(BigDecimal.ONE)
                .minSz(BigDecimal.ONE)
                .build();
        return new Recording(spec, size, bars);
    }

    /** Takes in a recorded trade or print; one that is older than the latest candle is not shown in candles. */
    synchronized void add(MarketEvent event) {
        latest = null;
        MarketEvent.Move print = print(event);
        Instant open = size.openOf(print.ts());
        Bar last = bars.isEmpty() ? null : bars.get(bars.size() - 1);
        if (last != null && open.isBefore(last.ts()) || !made.isEmpty() && lastMade(print)) {
            return;
        }
        Turnover turnover = event instanceof MarketEvent.Trade || print.volume().signum() == 0
                ? Turnover.of(spec, print.to(), print.volume())
                : new Turnover(print.volume(), null, null);
        if (last != null && open.equals(last.ts())) {
            if (made.isEmpty()) {
                return;
            }
            bars.set(bars.size() - 1, turnover.added(last, print));
            made.get(made.size() - 1).add(print);
        } else {
            bars.add(turnover.opening(open, print));
            made.add(new ArrayList<>(List.of(print)));
            if (made.size() > DETAILED) {
                made.set(made.size() - 1 - DETAILED, List.of());
            }
        }
    }

    /** Returns whether a print is older than the one before it. */
    private boolean lastMade(MarketEvent.Move print) {
        List<MarketEvent.Move> last = made.get(made.size() - 1);
        return !last.isEmpty() && lastOf(last).ts().isAfter(print.ts());
    }

    private static MarketEvent.Move print(MarketEvent event) {
        if (event instanceof MarketEvent.Trade trade) {
            return new MarketEvent.Move(
                    trade.ts(), trade.instId(), trade.px(), trade.px(), trade.sz(), trade.evidence());
        }
        return (MarketEvent.Move) event;
    }

    /** Returns the instrument. */
    public InstrumentSpec instrument() {
        return spec;
    }

    /** Returns the size of the candles, of which longer ones are put together. */
    public BarSize size() {
        return size;
    }

    /** Returns the number of candles that were recorded as such. */
    int count() {
        return recorded;
    }

    /** Returns the candles, recorded or made of trades, that were over at a moment. */
    synchronized List<Bar> history(Instant moment) {
        return bars.stream()
                .filter(bar -> !size.endOf(bar.ts()).isAfter(moment))
                .toList();
    }

    /** Returns the legs so far of the recorded candle that a moment lies in. */
    List<MarketEvent.Move> forming(Instant moment) {
        int index = Math.min(indexAt(moment), recorded - 1);
        return index < 0 || !size.endOf(bars.get(index).ts()).isAfter(moment) ? List.of() : reached(index, moment);
    }

    /** Returns the path through one candle: of a recorded one its legs, else its trades and prints. */
    List<MarketEvent.Move> legs(int index) {
        if (index >= recorded) {
            List<MarketEvent.Move> prints = made.get(index - recorded);
            return prints.isEmpty() ? List.of(closing(bars.get(index))) : prints;
        }
        return PathRule.legs(
                spec.instId(), index == 0 ? null : bars.get(index - 1), bars.get(index), size, spec.lotSz());
    }

    /** Returns the end of a candle whose trades are no longer known one by one. */
    private MarketEvent.Move closing(Bar bar) {
        return MarketEvents.print(
                size.endOf(bar.ts()).minusMillis(1),
                spec.instId(),
                bar.c(),
                new Evidence("trades until " + size.endOf(bar.ts()), MarketEvents.TRADE_RULE, "B"));
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
    synchronized MarketEvent.@Nullable Move lastMove(Instant moment) {
        for (int index = indexAt(moment); index >= 0; index--) {
            List<MarketEvent.Move> legs = reached(index, moment);
            if (!legs.isEmpty()) {
                return lastOf(legs);
            }
        }
        return null;
    }

    /** Returns the last leg of a recorded candle that was complete at a moment, or null. */
    MarketEvent.@Nullable Move lastLeg(Instant moment) {
        int index = Math.min(indexAt(moment), recorded - 1);
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
    public synchronized List<Candle> candles(
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
                if (!reached(index, moment).isEmpty()) {
                    parts.push(candle(index, moment));
                }
            }
            if (!parts.isEmpty() && isWhole(parts.getFirst(), open)) {
                boolean over = !wanted.endOf(open).isAfter(moment);
                found.add(parts.stream().reduce(Candle::then).orElseThrow().within(open, over));
            }
        }
        return found;
    }

    /** Returns whether a candle's beginning is known: it was recorded, or trades were being recorded by then. */
    private boolean isWhole(Candle first, Instant open) {
        return first.ts().equals(open)
                || !made.isEmpty()
                        && !bars.get(recorded).ts().isAfter(first.ts())
                        && !bars.get(0).ts().isAfter(open);
    }

    /** What a moment's day was: market time mostly stands still, and everybody asks for the same. */
    private record Day(Instant moment, @Nullable DayView view) {}

    /** Returns what happened in the 24 hours before a moment, or null before the first price. */
    public synchronized @Nullable DayView day(Instant moment) {
        Day day = latest;
        if (day == null || !day.moment().equals(moment)) {
            day = new Day(moment, dayBefore(moment));
            latest = day;
        }
        return day.view();
    }

    private @Nullable DayView dayBefore(Instant moment) {
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
            Bar bar = bars.get(index);
            if (index >= recorded
                    && bar.ts().isAfter(dayAgo)
                    && !size.endOf(bar.ts()).isAfter(moment)
                    && (spec.isContract() || bar.volCcy() != null)) {
                high = high.max(bar.h());
                low = low.min(bar.l());
                vol = vol.add(bar.vol());
                value = bar.volCcy() == null ? value : value.add(bar.volCcy());
                continue;
            }
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
