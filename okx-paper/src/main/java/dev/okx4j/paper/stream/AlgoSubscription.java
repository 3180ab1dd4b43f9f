package dev.okx4j.paper.stream;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.venue.AlgoView;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.wire.PushRow;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The channels of algo orders: one of those that wait for a price, one of those that work by themselves. */
final class AlgoSubscription extends PrivateSubscription {
    private static final Set<String> ADVANCED = Set.of("move_order_stop", "iceberg", "smart_iceberg", "twap");

    private final Filter filter;
    private final boolean advanced;

    AlgoSubscription(Connection connection, Arg arg, AccountStream stream, String uid, boolean advanced) {
        super(connection, arg, stream, uid);
        this.filter = Filter.of(arg);
        this.advanced = advanced;
    }

    @Override
    void begin(Moment now) {
        if (advanced) {
            now.venue().liveAlgos().stream()
                    .filter(algo -> concerns(now.venue(), algo))
                    .forEach(algo -> now(List.of(row(now.venue(), algo))));
        }
    }

    @Override
    void changed(Venue venue, HoldingsChange change) {
        change.algos.stream()
                .filter(algo -> concerns(venue, algo))
                .forEach(algo -> later("", List.of(row(venue, algo))));
    }

    private boolean concerns(Venue venue, AlgoView algo) {
        InstrumentSpec spec = venue.instrument(algo.ticket().instId());
        String algoId = arg.get("algoId");
        return spec != null
                && ADVANCED.contains(algo.ticket().ordType().wire()) == advanced
                && filter.matches(spec)
                && (!advanced || algoId == null || algoId.equals(algo.algoId()));
    }

    private Map<String, Object> row(Venue venue, AlgoView algo) {
        InstrumentSpec spec =
                java.util.Objects.requireNonNull(venue.instrument(algo.ticket().instId()));
        return (advanced ? PushRow.advanced(algo, spec, venue.now()) : PushRow.algo(algo, spec)).fields();
    }
}
