package dev.okx4j.paper.stream;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import dev.okx4j.paper.wire.PushRow;
import java.util.List;

/** The orders channel: every change of an order in a push of its own, and nothing to begin with. */
final class OrderSubscription extends PrivateSubscription {
    private final Filter filter;

    OrderSubscription(Connection connection, Arg arg, AccountStream stream, String uid) {
        super(connection, arg, stream, uid);
        this.filter = Filter.of(arg);
    }

    @Override
    void begin(Moment now) {}

    @Override
    void happened(Venue venue, VenueEvent event) {
        if (event instanceof VenueEvent.OrderChanged changed) {
            InstrumentSpec spec = venue.instrument(event.instId());
            if (spec != null && filter.matches(spec)) {
                later("", List.of(PushRow.order(changed, spec, venue).fields()));
            }
        }
    }
}
