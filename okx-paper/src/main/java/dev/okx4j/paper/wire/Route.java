package dev.okx4j.paper.wire;

import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A path that is served: who may call it, how often, and what answers.
 *
 * @param path without the query
 * @param count how many calls are taken
 * @param seconds in how long
 * @param scope what the calls are counted by
 * @param array whether the body is an array, each of whose items counts
 * @param single path whose calls an array of one item is counted with, or null when it counts as any other
 * @param handler answers a call that was let in
 */
record Route(
        String method,
        String path,
        Access access,
        int count,
        int seconds,
        Scope scope,
        boolean array,
        @Nullable String single,
        Function<Call, Answer> handler) {

    enum Access {
        /** Anybody, unsigned. */
        PUBLIC,
        /** The key of the account, to look. */
        READ,
        /** The key of the account, to change something. */
        TRADE
    }

    /** What calls are counted by; there is one user and one address, so only the second half tells buckets apart. */
    enum Scope {
        /** Every call of the path from one address. */
        IP,
        /** Those of one address for one instrument. */
        IP_AND_INSTRUMENT,
        /** Those of one address for one kind of instrument. */
        IP_AND_TYPE,
        /** Every call of the path by one user. */
        USER,
        /** Those of one user for one instrument; an order of one never slows another. */
        USER_AND_INSTRUMENT,
        /** Those of one user for one kind of instrument. */
        USER_AND_TYPE,
        /** Those of one user for one currency. */
        USER_AND_CURRENCY,
        /** Those of one user for one tag. */
        USER_AND_TAG,
        /** Those of one address for one family. */
        IP_AND_FAMILY,
        /** Those of one address for one kind and family. */
        IP_AND_TYPE_AND_FAMILY
    }

    /** Returns a route whose parameters are in the query. */
    static Route get(String path, Access access, int count, int seconds, Scope scope, Function<Call, Answer> handler) {
        return new Route("GET", path, access, count, seconds, scope, false, null, handler);
    }

    /** Returns a route that looks at the venue of an account; its parameters are in the query. */
    static Route look(
            PaperAccount account,
            String path,
            Access access,
            int count,
            int seconds,
            Scope scope,
            BiFunction<Venue, Params, Answer> tell) {
        return get(path, access, count, seconds, scope, call -> account.read(v -> tell.apply(v, call.params())));
    }

    /** Returns a route whose body is one object, and which may change the account. */
    static Route post(String path, int count, int seconds, Scope scope, Function<Call, Answer> handler) {
        return new Route("POST", path, Access.TRADE, count, seconds, scope, false, null, handler);
    }

    /** Returns this route with an array of objects for its body. */
    Route ofArray() {
        return new Route(method, path, access, count, seconds, scope, true, null, handler);
    }

    /** Returns this route with an array for its body, which counts as a call of another path when it holds one item only. */
    Route ofArray(String single) {
        return new Route(method, path, access, count, seconds, scope, true, single, handler);
    }

    boolean isPublic() {
        return access == Access.PUBLIC;
    }
}
