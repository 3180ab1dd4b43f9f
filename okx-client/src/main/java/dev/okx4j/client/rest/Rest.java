package dev.okx4j.client.rest;

import dev.okx4j.client.intent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Sends requests to endpoints and decodes the answers: the door to every endpoint, modelled by a section or not.
 *
 * <p>A GET flattens its request into the query, a POST writes it as the body, and nulls are left out. This class is thread-safe.
 */
public final class Rest {
    private final RestSetup setup;
    private final Session session;
    private final Exchange exchange;

    public Rest(RestSetup setup) {
        this(setup, new Session(setup));
    }

    private Rest(RestSetup setup, Session session) {
        this.setup = setup;
        this.session = session;
        this.exchange = new Exchange(setup, session);
    }

    /** What OKX's clock shows. */
    public record Time(Instant ts) {}

    /** Returns a rest whose reads, with all that they wait for, end after the timeout; it shares everything else with this one. */
    public Rest within(Duration timeout) {
        return new Rest(setup.within(timeout), session);
    }

    /** Returns the one row of the answer; an answer with none or several is an error. */
    public <R> R one(Endpoint<R> endpoint, Object request) {
        return answer(endpoint, request).onlyRow(endpoint);
    }

    /** Returns the rows of the answer, in OKX's order. */
    public <R> List<R> list(Endpoint<R> endpoint, Object request) {
        return answer(endpoint, request).rows(endpoint);
    }

    private Envelope answer(Endpoint<?> endpoint, Object request) {
        if (endpoint.plan() != null) {
            throw new IllegalArgumentException(endpoint + " is a write, whose result is an outcome");
        }
        if (endpoint.isWrite() && (endpoint.access() == Access.TRADE || endpoint.access() == Access.WITHDRAW)) {
            requireWriting(endpoint);
        }
        RequestForm form = RequestForm.of(endpoint, request);
        Envelope answer = new Read(setup, session, exchange, endpoint, form).run();
        if (!answer.isSuccess()) {
            throw Refusal.of(endpoint, answer);
        }
        return answer;
    }

    /**
     * Sends a write once, and returns what became of it.
     *
     * @throws IllegalStateException when the client was built without a gate and a journal
     */
    public <A> Outcome<A> write(Endpoint<A> endpoint, Object request) {
        WritePlan<A> plan = endpoint.plan();
        if (plan == null) {
            throw new IllegalArgumentException(endpoint + " has no plan for writing");
        }
        return new Write<>(this, setup, requireWriting(endpoint), exchange, session.time(), endpoint, plan)
                .run(request);
    }

    private RestSetup.Writing requireWriting(Endpoint<?> endpoint) {
        RestSetup.Writing writing = setup.writes();
        if (writing == null) {
            throw new IllegalStateException(
                    endpoint + " changes something, and this client only reads: give its builder"
                            + " a gate (WriteGate.open() for none) and a journal (IntentJournal.inMemory() for a start)");
        }
        return writing;
    }
}
