package dev.okx4j.paper.stream;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.wire.PushRow;
import dev.okx4j.paper.wire.Row;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The channel that warns of a liquidation: once for each time that a position's margin ratio falls to 300 %. */
final class WarningSubscription extends PrivateSubscription {
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final List<String> FIELDS = List.of(
            "instType",
            "mgnMode",
            "posId",
            "posSide",
            "pos",
            "posCcy",
            "instId",
            "lever",
            "markPx",
            "mgnRatio",
            "ccy",
            "cTime",
            "uTime",
            "pTime");

    private final Filter filter;
    private final Set<String> warned = new HashSet<>();

    WarningSubscription(Connection connection, Arg arg, AccountStream stream, String uid) {
        super(connection, arg, stream, uid);
        this.filter = Filter.of(arg);
    }

    @Override
    void begin(Moment now) {}

    @Override
    void changed(Venue venue, HoldingsChange change) {
        warned.retainAll(change.after.positions().keySet());
        for (PositionView position : change.after.positions().values()) {
            InstrumentSpec spec = venue.instrument(position.instId());
            BigDecimal ratio = position.mgnRatio();
            if (ratio == null || ratio.compareTo(THREE) > 0) {
                warned.remove(position.posId());
            } else if (spec != null && filter.matches(spec) && warned.add(position.posId())) {
                Row whole = PushRow.position(position, venue.now());
                Map<String, Object> row = new LinkedHashMap<>();
                FIELDS.forEach(name -> row.put(name, whole.fields().get(name)));
                later("", List.of(row));
            }
        }
    }
}
