package dev.okx4j.tools.paper;

import dev.okx4j.client.rest.Access;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.RateLimit.Scope;
import java.util.Map;

/** The endpoints that only the paper exchange has; they cost it nothing, so they have no limit worth the name. */
final class PaperEndpoints {
    @SuppressWarnings("unchecked") // the row is whatever object the exchange answers
    private static final Class<Map<String, Object>> ROW = (Class<Map<String, Object>>) (Class<?>) Map.class;

    /** In two seconds; the client remembers that many times, so the number is not larger than what can be reached. */
    private static final int CALLS = 20_000;

    static final Endpoint<Map<String, Object>> CLOCK =
            Endpoint.get("/paper/v1/clock", ROW).needs(Access.READ).limit(CALLS, Scope.USER);

    static final Endpoint<Map<String, Object>> MOVE =
            Endpoint.post("/paper/v1/clock", ROW).limit(CALLS, Scope.USER);

    static final Endpoint<Map<String, Object>> RESET =
            Endpoint.post("/paper/v1/reset", ROW).limit(CALLS, Scope.USER);

    private PaperEndpoints() {}
}
