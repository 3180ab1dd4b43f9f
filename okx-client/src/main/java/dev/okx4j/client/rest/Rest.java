package dev.okx4j.client.rest;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
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

    /** Returns a rest whose calls, all together, end after the time; it shares everything else with this one. */
    public Rest forTheNext(Duration total) {
        return new Rest(
                setup.over(new Deadline(setup.wire(), setup.clock(), total)).within(total), session);
    }

    /** Returns a rest whose calls take another wire; it shares everything else with this one. */
    public Rest over(Wire other) {
        return new Rest(setup.over(other), session);
    }

    /** Returns what OKX's clock shows, read now. */
    public Instant time() {
        return one(Session.TIME, Params.none()).ts();
    }

    /** Returns what OKX's clock shows now by the last reading of it, without asking; the machine's time before the first. */
    public Instant serverTime() {
        return session.time().now();
    }

    /**
     * Reads OKX's clock because OKX found the time of a login wrong, and returns whether the next one has a better time.
     *
     * @param signedAt when the login got its time, by the monotonic clock
     */
    public boolean correctTime(long signedAt) {
        return session.time().correct(signedAt);
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
        return writeAll(endpoint, List.of(request)).get(0);
    }

    /**
     * Sends writes in one request, once, and returns what became of each, in their order.
     *
     * @throws IllegalArgumentException when there are none, or several and the endpoint takes one at a time
     * @throws IllegalStateException when the client was built without a gate and a journal
     */
    public <A> List<Outcome<A>> writeAll(Endpoint<A> endpoint, List<?> requests) {
        if (requests.size() > 1 && !plan(endpoint).inArray()) {
            throw new IllegalArgumentException(endpoint + " takes one request at a time");
        }
        return writing(endpoint).run(requests);
    }

    /**
     * Sends once more a cancel that is in doubt, without asking the gate, and returns what that proves; unknown when nothing.
     *
     * @throws IllegalArgumentException when the write is not one that takes risk back, or is not marked as leaving again
     */
    public <A> Outcome<A> repeat(Endpoint<A> endpoint, WriteIntent again) {
        return writing(endpoint).repeat(again);
    }

    private <A> Write<A> writing(Endpoint<A> endpoint) {
        WritePlan<A> plan = plan(endpoint);
        return new Write<>(this, setup, requireWriting(endpoint), exchange, session.time(), endpoint, plan);
    }

    private static <A> WritePlan<A> plan(Endpoint<A> endpoint) {
        WritePlan<A> plan = endpoint.plan();
        if (plan == null) {
            throw new IllegalArgumentException(endpoint + " has no plan for writing");
        }
        return plan;
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
