package dev.okx4j.paper.wire;

import java.util.function.Function;

/**
 * A path that is served: who may call it, how often, and what answers.
 *
 * @param count how many calls are taken
 * @param seconds in how long
 * @param scope what the calls are counted by
 * @param array whether the body is an array, each of whose items counts
 */
record Route(
        String method,
        String path,
        Access access,
        int count,
        int seconds,
        Scope scope,
        boolean array,
        Function<Call, Answer> handler) {

    enum Access {
        PUBLIC,
        READ,
        TRADE
    }

    /** What calls are counted by; there is one user and one address, so only the second half tells buckets apart. */
    enum Scope {
        IP,
        IP_AND_INSTRUMENT,
        IP_AND_TYPE,
        USER,
        USER_AND_INSTRUMENT,
        USER_AND_TYPE
    }

    static Route get(String path, Access access, int count, int seconds, Scope scope, Function<Call, Answer> handler) {
        return new Route("GET", path, access, count, seconds, scope, false, handler);
    }

    static Route post(String path, int count, int seconds, Scope scope, Function<Call, Answer> handler) {
        return new Route("POST", path, Access.TRADE, count, seconds, scope, false, handler);
    }

    Route ofArray() {
        return new Route(method, path, access, count, seconds, scope, true, handler);
    }

    boolean isPublic() {
        return access == Access.PUBLIC;
    }
}
