package dev.okx4j.paper.venue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to the account, in order: fills, bills, and the events of the command being carried out. */
final class Tape {

    final List<FillView> fills = new ArrayList<>();
    final List<BillView> bills = new ArrayList<>();
    private List<VenueEvent> events = new ArrayList<>();
    /** What is new to those who watch; null when nobody does, so that it costs nothing. */
    private transient @Nullable List<VenueEvent> news;

    /** Records a fill, and the event of it. */
    void fill(FillView fill) {
        fills.add(fill);
        event(new VenueEvent.Filled(fill));
    }

    /** Records an event of the command being carried out. */
    void event(VenueEvent event) {
        events.add(event);
        tell(event);
    }

    /** Records an event for those who watch, who alone are told of it. */
    void tell(VenueEvent event) {
        if (news != null) {
            news.add(event);
        }
    }

    /** Returns whether anybody watches. */
    boolean isWatched() {
        return news != null;
    }

    /** Begins to keep what those who watch are told. */
    void watched() {
        news = news == null ? new ArrayList<>() : news;
    }

    /** Returns what is new since the last call and forgets it. */
    List<VenueEvent> news() {
        if (news == null || news.isEmpty()) {
            return List.of();
        }
        List<VenueEvent> told = List.copyOf(news);
        news.clear();
        return told;
    }

    /** Returns the place of the next event, for an event that is known only after what it has caused. */
    int bookmark() {
        return events.size();
    }

    /** Puts an event where {@link #bookmark()} was taken. */
    void insert(int bookmark, VenueEvent event) {
        events.add(bookmark, event);
        tell(event);
    }

    /** Returns the events since the last call and forgets them. */
    List<VenueEvent> drain() {
        List<VenueEvent> drained = List.copyOf(events);
        events = new ArrayList<>();
        return drained;
    }
}
