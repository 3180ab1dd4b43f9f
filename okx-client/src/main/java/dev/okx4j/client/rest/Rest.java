package dev.okx4j.client.rest;

import dev.okx4j.client.error.BadAnswerException;
import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.error.OkxIoException;
import dev.okx4j.client.error.RateLimitedException;
import dev.okx4j.client.error.WriteCode;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to endpoints and decodes the answers: the door to every endpoint, modelled by a section or not.
 *
 * <p>A GET flattens its request into the query, a POST writes it as the body, and nulls are left out. This class is thread-safe.
 */
public final class Rest {
    private static final Endpoint<Time> TIME =
            Endpoint.get("/api/v5/public/time", Time.class).limit(10, RateLimit.Scope.IP);

    private final RestSetup setup;
    private final ServerClock time;
    private final Exchange exchange;

    public Rest(RestSetup setup) {
        this(setup, new ServerClock(setup.clock()));
    }

    private Rest(RestSetup setup, ServerClock time) {
        this.setup = setup;
        this.time = time;
        this.exchange = new Exchange(setup, time);
    }

    /** What OKX's clock shows. */
    public record Time(Instant ts) {}

    /** Returns a rest whose exchanges each end after the timeout; it shares everything else with this one. */
    public Rest within(Duration timeout) {
        return new Rest(setup.within(timeout), time);
    }

    /** Returns a rest whose calls, all together, end after the time; it shares everything else with this one. */
    public Rest forTheNext(Duration total) {
        return new Rest(
                setup.over(new Deadline(setup.wire(), setup.clock(), total)).within(total), time);
    }

    /** Returns what OKX's clock shows. */
    public Instant time() {
        return one(TIME, Params.none()).ts();
    }

    /** Returns the one row of the answer; an answer with none or several is an error. */
    public <R> R one(Endpoint<R> endpoint, Object request) {
        List<R> rows = list(endpoint, request);
        if (rows.size() != 1) {
            String what = endpoint + " answered with " + rows.size() + " rows where one was expected";
            throw new BadAnswerException(what, endpoint.toString(), null, null);
        }
        return rows.get(0);
    }

    /** Returns the rows of the answer, in OKX's order. */
    public <R> List<R> list(Endpoint<R> endpoint, Object request) {
        if (endpoint.plan() != null) {
            throw new IllegalArgumentException(endpoint + " is a write, whose result is an outcome");
        }
        if (endpoint.isWrite() && (endpoint.access() == Access.TRADE || endpoint.access() == Access.WITHDRAW)) {
            requireWriting(endpoint);
        }
        RequestForm form = RequestForm.of(endpoint, request);
        Envelope answer = call(endpoint, form);
        if (CodeTable.ofWrite(answer.code()) == WriteCode.WRONG_TIME && measure() && !endpoint.isWrite()) {
            answer = call(endpoint, form);
        }
        if (!answer.isSuccess()) {
            if (CodeTable.ofWrite(answer.code()) == WriteCode.TOO_MANY) {
                exchange.tooMany(endpoint, form);
            }
            throw Refusal.of(endpoint, answer);
        }
        return rows(endpoint, answer);
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
        return new Write<>(this, setup, requireWriting(endpoint), exchange, time, endpoint, plan);
    }

    private static <A> WritePlan<A> plan(Endpoint<A> endpoint) {
        WritePlan<A> plan = endpoint.plan();
        if (plan == null) {
            throw new IllegalArgumentException(endpoint + " has no plan for writing");
        }
        return plan;
    }

    /** Measures how far OKX's clock is from ours, and returns whether it answered. */
    boolean measure() {
        Instant before = setup.clock().now();
        long start = setup.clock().nanos();
        Envelope answer = call(TIME, RequestForm.of(TIME, Params.none()));
        Duration trip = Duration.ofNanos(setup.clock().nanos() - start);
        if (!answer.isSuccess()) {
            return false;
        }
        time.set(rows(TIME, answer).get(0).ts(), before, trip);
        return true;
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

    private Envelope call(Endpoint<?> endpoint, RequestForm form) {
        try {
            if (!exchange.permit(endpoint, form, setup.timeout())) {
                throw new RateLimitedException(
                        endpoint + " was not sent: its limit leaves no room within " + setup.timeout(),
                        null,
                        null,
                        endpoint.toString(),
                        null);
            }
            return Envelope.of(send(endpoint, form), endpoint);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OkxIoException(endpoint + " was interrupted before it was sent", endpoint.toString(), e);
        } catch (InterruptedIOException e) {
            throw new OkxIoException(endpoint + " did not answer within " + setup.timeout(), endpoint.toString(), e);
        } catch (IOException e) {
            throw new OkxIoException(endpoint + " got no answer: " + e.getMessage(), endpoint.toString(), e);
        }
    }

    /** Sends, and sends a read a second time when the first is certain not to have left. */
    private WireResponse send(Endpoint<?> endpoint, RequestForm form) throws IOException {
        try {
            return exchange.send(exchange.sign(endpoint, form, null, setup.timeout()));
        } catch (Wire.NotSentException e) {
            if (endpoint.isWrite() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return exchange.send(exchange.sign(endpoint, form, null, setup.timeout()));
        }
    }

    private static <R> List<R> rows(Endpoint<R> endpoint, Envelope answer) {
        List<R> rows = new ArrayList<>(answer.data().size());
        for (@Nullable Object row : answer.data()) {
            rows.add(row(endpoint, row, answer));
        }
        return Collections.unmodifiableList(rows);
    }

    private static <R> R row(Endpoint<R> endpoint, @Nullable Object row, Envelope answer) {
        try {
            return Json.fromTree(row, endpoint.rowType());
        } catch (JsonException e) {
            String what = endpoint + " answered with a row that does not fit: " + e.getMessage();
            throw new BadAnswerException(what, endpoint.toString(), answer.traceId(), e);
        }
    }
}
