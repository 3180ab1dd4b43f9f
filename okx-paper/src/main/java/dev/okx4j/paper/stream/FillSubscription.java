package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import dev.okx4j.paper.wire.PushRow;
import java.util.List;

/** The fills channel: every fill of an order of the user's own, none of the exchange's. */
final class FillSubscription extends PrivateSubscription {
    FillSubscription(Connection connection, Arg arg, AccountStream stream, String uid) {
        super(connection, arg, stream, uid);
    }

    @Override
    void begin(Moment now) {}

    @Override
    void happened(Venue venue, VenueEvent event) {
        String instId = arg.get("instId");
        if (event instanceof VenueEvent.Filled filled
                && (instId == null || instId.equals(event.instId()))
                && !filled.fill().tradeId().startsWith("-")) {
            later("", List.of(PushRow.fill(filled.fill()).fields()));
        }
    }
}
