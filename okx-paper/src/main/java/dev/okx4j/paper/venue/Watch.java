package dev.okx4j.paper.venue;

import java.util.List;

/** Told, step by step and on the thread that drives the venue, what happens; it may read the venue and not change it. */
@FunctionalInterface
public interface Watch {
    /**
     * A command, or one market event on the way of the market clock, has been lived through.
     *
     * @param events what happened in it, in order; may be empty
     */
    void stepped(List<VenueEvent> events);
}
