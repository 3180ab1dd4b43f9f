package dev.okx4j.client.rest;

import dev.okx4j.client.intent.WriteIntent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How a write becomes an intent, and how it is found again when its answer is lost.
 *
 * @param kind what it does to the exposure
 * @param clientId the name of the client id in the request; empty when there is none. It is minted for what is placed, closed or
 *     transferred without one
 * @param serverId the name of OKX's id in the acknowledgement; empty when there is none
 * @param expires whether OKX honours an expiry time on it
 * @param inArray whether the body is an array of requests
 * @param mints the name of a second id that is minted when it is absent, such as an amendment's; null for none
 * @param lookUp finds out what became of it
 * @param <A> the acknowledgement
 */
public record WritePlan<A>(
        Kind kind,
        String clientId,
        String serverId,
        boolean expires,
        boolean inArray,
        @Nullable String mints,
        LookUp<A> lookUp) {

    /** Returns a plan for a write of any kind. */
    public static <A> WritePlan<A> of(Kind kind, String clientId, String serverId, LookUp<A> lookUp) {
        return new WritePlan<>(kind, clientId, serverId, false, false, null, lookUp);
    }

    /** Returns a plan for a write that places something. */
    public static <A> WritePlan<A> place(String clientId, String serverId, LookUp<A> lookUp) {
        return of(Kind.PLACE, clientId, serverId, lookUp);
    }

    /** Returns a plan for a write that cancels something. */
    public static <A> WritePlan<A> cancel(String clientId, String serverId, LookUp<A> lookUp) {
        return of(Kind.CANCEL, clientId, serverId, lookUp);
    }

    /** Returns this plan for an endpoint that refuses requests after their expiry time. */
    public WritePlan<A> expiring() {
        return new WritePlan<>(kind, clientId, serverId, true, inArray, mints, lookUp);
    }

    /** Returns this plan for an endpoint that takes its requests in an array. */
    public WritePlan<A> inAnArray() {
        return new WritePlan<>(kind, clientId, serverId, expires, true, mints, lookUp);
    }

    /** Returns this plan for requests that carry an id of their own beside the order's, such as {@code reqId}. */
    public WritePlan<A> minting(String name) {
        return new WritePlan<>(kind, clientId, serverId, expires, inArray, name, lookUp);
    }

    /** Returns whether the client id names something new, so that one is minted when the caller gave none. */
    boolean namesSomethingNew() {
        return !clientId.isEmpty() && (kind == Kind.PLACE || kind == Kind.CLOSE || kind == Kind.TRANSFER);
    }
}
