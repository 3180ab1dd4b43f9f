package dev.okx4j.paper.state;

import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import java.util.List;

/**
 * Told what happens to an account, under its lock and on the thread of whoever commands it. What a command did is told while
 * it runs, and is in force only once {@link #committed} says so.
 */
public interface AccountWatch {
    /** A step of the command that runs: the command itself, or a market event that the market clock has come to. */
    void stepped(Venue venue, List<VenueEvent> events);

    /** All steps since the last call are in force, and the journal has them. */
    void committed(Venue venue, long revision);

    /** None of the steps since the last commitment has happened after all. */
    void dropped();
}
