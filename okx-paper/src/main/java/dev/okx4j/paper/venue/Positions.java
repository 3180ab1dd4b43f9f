package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open positions, at most one for each instrument, margin mode and side, and the leverage to open them with. */
final class Positions {

    private final Map<Key, Holding> open = new LinkedHashMap<>();
    private final List<ClosedPosition> closed = new ArrayList<>();
    private final Map<Key, BigDecimal> levers = new LinkedHashMap<>();

    /** Returns the position of an instrument in one margin mode and on one side, or null. */
    @Nullable
    Holding find(String instId, TradeMode mode, PosSide posSide) {
        return open.get(new Key(instId, mode, posSide));
    }

    /** Returns the position that an order is about, or null. */
    @Nullable
    Holding find(OrderTicket ticket) {
        return find(ticket.instId(), ticket.tdMode(), ticket.position());
    }

    /** Keeps a position that has just been opened. */
    void add(Holding holding) {
        open.put(holding.key(), holding);
    }

    /** Takes away a position that is closed, and keeps what it was. */
    void remove(Holding holding) {
        open.remove(holding.key());
        closed.add(ClosedPosition.of(holding, lever(holding)));
    }

    /** Returns every position that was closed, oldest first; a live view. */
    List<ClosedPosition> closed() {
        return closed;
    }

    /** Returns every position, oldest first; a live view. */
    Collection<Holding> all() {
        return open.values();
    }

    /** Returns the positions of an instrument; a copy, so that they can be closed on the way. */
    List<Holding> of(String instId) {
        List<Holding> found = new ArrayList<>(2);
        for (Holding holding : open.values()) {
            if (holding.instId.equals(instId)) {
                found.add(holding);
            }
        }
        return found;
    }

    /** Returns the cross positions that share one currency's equity. */
    List<Holding> cross(String ccy) {
        List<Holding> found = new ArrayList<>();
        for (Holding holding : open.values()) {
            if (!holding.isIsolated() && holding.spec.settleCcy().equals(ccy)) {
                found.add(holding);
            }
        }
        return found;
    }

    /** Returns the leverage of positions of an instrument in one margin mode and on one side; 1 unless it was set. */
    BigDecimal lever(InstrumentSpec spec, TradeMode mode, PosSide posSide) {
        return levers.getOrDefault(leverKey(spec, mode, posSide), BigDecimal.ONE);
    }

    /** Returns the leverage of a position. */
    BigDecimal lever(Holding holding) {
        return lever(holding.spec, holding.mode, holding.posSide);
    }

    /** Returns the leverage that an order opens with. */
    BigDecimal lever(InstrumentSpec spec, OrderTicket ticket) {
        return lever(spec, ticket.tdMode(), ticket.position());
    }

    /** Sets the leverage of positions open now and to be opened. */
    void setLever(InstrumentSpec spec, TradeMode mode, PosSide posSide, BigDecimal lever) {
        levers.put(leverKey(spec, mode, posSide), lever);
    }

    Map<Key, BigDecimal> levers() {
        return levers;
    }

    /**
     * Returns what a leverage is set for, as on OKX: cross futures of one index share it, a cross swap has its own, an
     * isolated position has its own for each side.
     */
    static Key leverKey(InstrumentSpec spec, TradeMode mode, PosSide posSide) {
        if (mode != TradeMode.CROSS) {
            return new Key(spec.instId(), mode, posSide);
        }
        return new Key(spec.instType() == InstrumentType.FUTURES ? spec.uly() : spec.instId(), mode, PosSide.NET);
    }

    /** What tells two positions apart; {@code NET} in net mode. */
    record Key(String instId, TradeMode mode, PosSide posSide) {}
}
