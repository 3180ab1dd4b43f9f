package dev.okx4j.tools.paper;

import dev.okx4j.client.rest.Access;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.RateLimit.Scope;

/** The endpoints that only the paper exchange has; they cost it nothing, so they have no limit worth the name. */
final class PaperEndpoints {
    /** In two seconds; the client remembers that many times, so the number is not larger than what can be reached. */
    private static final int CALLS = 20_000;

    static final Endpoint<PaperClock> CLOCK =
            Endpoint.get("/paper/v1/clock", PaperClock.class).needs(Access.READ).limit(CALLS, Scope.USER);

    static final Endpoint<PaperClock> MOVE =
            Endpoint.post("/paper/v1/clock", PaperClock.class).limit(CALLS, Scope.USER);

    static final Endpoint<PaperClock> RESET =
            Endpoint.post("/paper/v1/reset", PaperClock.class).limit(CALLS, Scope.USER);

    static final Endpoint<PaperEvent> FIDELITY = Endpoint.get("/paper/v1/fidelity", PaperEvent.class)
            .needs(Access.READ)
            .limit(CALLS, Scope.USER);

    private PaperEndpoints() {}
}
