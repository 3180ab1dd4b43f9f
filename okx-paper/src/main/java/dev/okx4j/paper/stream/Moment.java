package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.Venue;

/**
 * A state of the account that is in force, looked at under its lock.
 *
 * @param revision the number of the command that made it
 * @param nanos the wire's monotonic clock
 */
record Moment(Venue venue, long revision, long nanos) {}
