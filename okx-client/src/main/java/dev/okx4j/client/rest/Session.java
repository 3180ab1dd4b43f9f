package dev.okx4j.client.rest;

import java.time.Duration;
import java.time.Instant;

/** What all exchanges of one client share, however long each may take: OKX's time, shut doors, the budget of re-sends, and odd codes. */
final class Session {
    static final Endpoint<Rest.Time> TIME =
            Endpoint.get("/api/v5/public/time", Rest.Time.class).limit(10, RateLimit.Scope.IP);

    private final RestSetup setup;
    private final Doors doors;
    private final RetryBudget resends;
    private final ServerClock time;
    private final UndocumentedCodes undocumented = new UndocumentedCodes();

    Session(RestSetup setup) {
        this.setup = setup;
        this.doors = new Doors(setup.limiter().circuit(setup.site()), setup.clock(), setup.entropy());
        this.resends = new RetryBudget(setup.clock().nanos());
        this.time = new ServerClock(setup.clock(), this::readTime);
    }

    ServerClock time() {
        return time;
    }

    Doors doors() {
        return doors;
    }

    RetryBudget resends() {
        return resends;
    }

    UndocumentedCodes undocumented() {
        return undocumented;
    }

    private Instant readTime(Duration within) {
        Duration timeout = within.compareTo(setup.timeout()) < 0 ? within : setup.timeout();
        RestSetup brief = setup.within(timeout);
        RequestForm form = RequestForm.of(TIME, Params.none());
        Envelope answer = new Read(brief, this, new Exchange(brief, this), TIME, form).once();
        if (!answer.isSuccess()) {
            throw Refusal.of(TIME, answer);
        }
        return answer.onlyRow(TIME).ts();
    }
}
