package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands ahead of each of the account's resting orders in the queue of others at its price.
 *
 * <p>When an order comes to rest, the whole size that is recorded at its price stands ahead; an order beyond the recorded
 * depth has ahead what is first recorded there. Where no book is recorded, one level of the modelled depth stands ahead.
 * Trades at the price consume it from the front. What leaves the level without a trade leaves it evenly, before and
 * behind the order; rounded so that too much rather than too little stands ahead.
 */
final class QueueModel implements RecordedBook.Watcher {

    private static final int DECIMALS = 16;

    private final Map<Long, Place> places = new TreeMap<>();
    private long seen = -1;

    /** An order's place; what stands ahead is null as long as nothing is known of the price. */
    private static final class Place {
        final Side side;
        final BigDecimal px;
        final long arrived;

        @Nullable
        BigDecimal ahead;

        Place(Side side, OrderBook.Stand stand, @Nullable BigDecimal ahead) {
            this.side = side;
            this.px = stand.px();
            this.arrived = stand.arrived();
            this.ahead = ahead;
        }
    }

    /** Takes note of orders that have come to rest or left since the last event; nothing happened on the market between. */
    void meet(Market market) {
        if (seen == market.book.changes()) {
            return;
        }
        Set<Long> standing = new HashSet<>();
        for (Side side : Side.values()) {
            for (OrderBook.Stand stand : market.book.standing(side, Desk.OWNER)) {
                standing.add(stand.id());
                Place known = places.get(stand.id());
                if (known == null || known.arrived != stand.arrived()) {
                    places.put(stand.id(), new Place(side, stand, market.ahead(side, stand.px())));
                }
            }
        }
        places.keySet().retainAll(standing);
        seen = market.book.changes();
    }

    /** Returns what stands ahead of an order; nothing as long as nothing is known of its price. */
    BigDecimal ahead(long id) {
        Place place = places.get(id);
        return place == null || place.ahead == null ? BigDecimal.ZERO : place.ahead;
    }

    /** Lets a trade at an order's price consume what stands ahead of it. */
    void consume(long id, BigDecimal traded) {
        Place place = places.get(id);
        if (place != null && place.ahead != null) {
            place.ahead = place.ahead.subtract(traded).max(BigDecimal.ZERO);
        }
    }

    @Override
    public void appeared(Side side, BigDecimal px, BigDecimal sz) {
        for (Place place : places.values()) {
            if (place.ahead == null && place.side == side && place.px.compareTo(px) == 0) {
                place.ahead = sz;
            }
        }
    }

    @Override
    public void withdrawn(Side side, BigDecimal px, BigDecimal part, BigDecimal whole) {
        for (Place place : places.values()) {
            if (place.ahead != null && place.side == side && place.px.compareTo(px) == 0) {
                place.ahead = place.ahead
                        .multiply(whole.subtract(part))
                        .divide(whole, DECIMALS, RoundingMode.UP)
                        .stripTrailingZeros();
            }
        }
    }

    /** Returns the places, for the digest. */
    String digest() {
        StringBuilder text = new StringBuilder();
        places.forEach((id, place) -> text.append(id)
                .append(" ahead ")
                .append(place.ahead == null ? "unknown" : place.ahead.toPlainString())
                .append("; "));
        return text.toString();
    }
}
