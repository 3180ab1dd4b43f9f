package dev.okx4j.client.rest;

import dev.okx4j.client.intent.WriteIntent.Kind;

/**
 * How a write becomes an intent, and how it is found again when its answer is lost.
 *
 * @param kind what it does to the exposure
 * @param clientId the name of the request's client id, which is minted for a placed order that has none
 * @param serverId the name of OKX's id, in the request and in the acknowledgement
 * @param expires whether OKX honours an expiry time on it
 * @param inArray whether the body is an array that holds the request
 * @param lookUp finds out what became of it
 * @param <A> the acknowledgement
 */
public record WritePlan<A>(
        Kind kind, String clientId, String serverId, boolean expires, boolean inArray, LookUp<A> lookUp) {

    /** Returns a plan for a write that places something. */
    public static <A> WritePlan<A> place(String clientId, String serverId, LookUp<A> lookUp) {
        return new WritePlan<>(Kind.PLACE, clientId, serverId, false, false, lookUp);
    }

    /** Returns a plan for a write that cancels something. */
    public static <A> WritePlan<A> cancel(String clientId, String serverId, LookUp<A> lookUp) {
        return new WritePlan<>(Kind.CANCEL, clientId, serverId, false, false, lookUp);
    }

    /** Returns this plan for an endpoint that refuses requests after their expiry time. */
    public WritePlan<A> expiring() {
        return new WritePlan<>(kind, clientId, serverId, true, inArray, lookUp);
    }

    /** Returns this plan for an endpoint that takes its requests in an array. */
    public WritePlan<A> inAnArray() {
        return new WritePlan<>(kind, clientId, serverId, expires, true, lookUp);
    }
}
