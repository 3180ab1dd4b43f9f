package dev.okx4j.client.rest;

/** Who goes first when several calls wait for one limit; among equals, the one that has waited longest. */
enum Priority {
    /** Cancels, and what can only make a position smaller. */
    RELIEF,
    /** What may make a position larger. */
    EXPOSURE,
    /** Looking. */
    READ
}
