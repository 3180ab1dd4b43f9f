package dev.okx4j.paper.state;

import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;

/** Told of every command that is in force, under the account's lock. */
@FunctionalInterface
public interface AccountFollower {

    /** The venue has carried out a command, which the journal has. */
    void followed(Command command, Venue venue);
}
