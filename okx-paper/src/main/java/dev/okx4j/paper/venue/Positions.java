package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open positions, at most one for each instrument and margin mode, and the leverage to open them with. */
final class Positions {

    private final Map<Key, Holding> open = new LinkedHashMap<>();
    private final Map<Key, BigDecimal> levers = new LinkedHashMap<>();

    /** Returns the position of an instrument in one margin mode, or null. */
    @Nullable
    Holding find(String instId, TradeMode mode) {
        return open.get(new Key(instId, mode));
    }

    /** Keeps a position that has just been opened. */
    void add(Holding holding) {
        open.put(new Key(holding.instId, holding.mode), holding);
    }

    /** Forgets a position that is closed. */
    void remove(Holding holding) {
        open.remove(new Key(holding.instId, holding.mode));
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

    /** Returns the leverage of an instrument in one margin mode; 1 unless it was set. */
    BigDecimal lever(String instId, TradeMode mode) {
        return levers.getOrDefault(new Key(instId, mode), BigDecimal.ONE);
    }

    /** Sets the leverage of positions open now and to be opened. */
    void setLever(String instId, TradeMode mode, BigDecimal lever) {
        levers.put(new Key(instId, mode), lever);
    }

    Map<Key, BigDecimal> levers() {
        return levers;
    }

    /** What tells two positions apart in net mode. */
    record Key(String instId, TradeMode mode) {}
}
