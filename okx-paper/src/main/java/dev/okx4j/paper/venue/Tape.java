package dev.okx4j.paper.venue;

import java.util.ArrayList;
import java.util.List;

/** What has happened to the account, in order: fills, bills, and the events of the command being carried out. */
final class Tape {

    final List<FillView> fills = new ArrayList<>();
    final List<BillView> bills = new ArrayList<>();
    private List<VenueEvent> events = new ArrayList<>();

    /** Records a fill, and the event of it. */
    void fill(FillView fill) {
        fills.add(fill);
        events.add(new VenueEvent.Filled(fill));
    }

    /** Records an event of the command being carried out. */
    void event(VenueEvent event) {
        events.add(event);
    }

    /** Returns the place of the next event, for an event that is known only after what it has caused. */
    int bookmark() {
        return events.size();
    }

    /** Puts an event where {@link #bookmark()} was taken. */
    void insert(int bookmark, VenueEvent event) {
        events.add(bookmark, event);
    }

    /** Returns the events since the last call and forgets them. */
    List<VenueEvent> drain() {
        List<VenueEvent> drained = List.copyOf(events);
        events = new ArrayList<>();
        return drained;
    }
}
