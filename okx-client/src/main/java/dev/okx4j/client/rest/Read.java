package dev.okx4j.client.rest;

import dev.okx4j.client.error.BlockedException;
import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.error.OkxIoException;
import dev.okx4j.client.error.RateLimitedException;
import dev.okx4j.client.error.ReadCode;
import dev.okx4j.client.error.WriteCode;
import dev.okx4j.client.rest.Doors.Blocked;
import dev.okx4j.client.rest.Limiter.Permit;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One read, or one setting. A read may go up to twice more while its time lasts: when it did not leave, when its answer was lost,
 * or when OKX's code says that it can pass a little later, and only within the client's budget of re-sends. A setting goes once.
 */
final class Read {
    private static final int MOST_RESENDS = 2;
    /** The time that is kept for the exchange itself when a read waits for the limit. */
    private static final Duration LONGEST_EXCHANGE_KEPT = Duration.ofSeconds(1);
    /** A re-send that has less time than this is not begun. */
    private static final long SHORTEST = Duration.ofMillis(100).toNanos();
    /** The first re-send waits up to this long, the second up to twice as long. */
    private static final long PAUSE = Duration.ofMillis(250).toNanos();

    private final RestSetup setup;
    private final Session session;
    private final Exchange exchange;
    private final Endpoint<?> endpoint;
    private final RequestForm form;
    private final long end;

    Read(RestSetup setup, Session session, Exchange exchange, Endpoint<?> endpoint, RequestForm form) {
        this.setup = setup;
        this.session = session;
        this.exchange = exchange;
        this.endpoint = endpoint;
        this.form = form;
        this.end = setup.clock().nanos() + setup.timeout().toNanos();
    }

    /** Returns OKX's answer, refusals included; throws when there is none. */
    Envelope run() {
        session.resends().request(setup.clock().nanos());
        for (int resent = 0; ; resent++) {
            try {
                Envelope answer = attempt();
                if (!mayPass(answer) || !mayGoAgain(resent)) {
                    return answer;
                }
                pause(CodeTable.ofRead(answer.code()), resent);
            } catch (IOException e) {
                // An interrupt ends the read; it is thrown as a lost answer too.
                if (Thread.currentThread().isInterrupted() || !mayGoAgain(resent)) {
                    throw failure(e);
                }
                pause(ReadCode.BUSY, resent);
            }
        }
    }

    /** Returns OKX's answer to a single attempt. */
    Envelope once() {
        try {
            return attempt();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Envelope attempt() throws IOException {
        requireOpen(exchange.shut(endpoint));
        Permit permit = permit();
        if (permit == null) {
            throw new RateLimitedException(
                    endpoint + " was not sent: its limit leaves no room within " + setup.timeout(),
                    null,
                    null,
                    endpoint.toString(),
                    null);
        }
        requireOpen(exchange.blocked(endpoint));
        Duration left = Duration.ofNanos(Math.max(SHORTEST, end - setup.clock().nanos()));
        WireResponse response = exchange.send(exchange.sign(endpoint, form, null, left), permit);
        Envelope answer = Envelope.of(response, endpoint);
        exchange.heard(endpoint, form, answer.code());
        if (CodeTable.ofWrite(answer.code()) == WriteCode.WRONG_TIME) {
            session.time().measure();
        }
        return answer;
    }

    private void requireOpen(@Nullable Blocked blocked) {
        if (blocked != null) {
            throw new BlockedException(
                    endpoint + " was not sent: " + blocked.sentence(),
                    blocked.until(),
                    endpoint.toString(),
                    null,
                    null);
        }
    }

    private @Nullable Permit permit() {
        Duration quarter = setup.timeout().dividedBy(4);
        Duration kept = quarter.compareTo(LONGEST_EXCHANGE_KEPT) < 0 ? quarter : LONGEST_EXCHANGE_KEPT;
        Duration budget = Duration.ofNanos(end - setup.clock().nanos()).minus(kept);
        try {
            return exchange.permit(endpoint, form, Priority.READ, budget);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OkxIoException(endpoint + " was interrupted before it was sent", endpoint.toString(), e);
        }
    }

    private static boolean mayPass(Envelope answer) {
        return !answer.isSuccess() && CodeTable.ofRead(answer.code()).mayPass();
    }

    private boolean mayGoAgain(int resent) {
        long now = setup.clock().nanos();
        return !endpoint.isWrite()
                && resent < MOST_RESENDS
                && end - now > SHORTEST
                && session.resends().resend(now);
    }

    /** Waits a random while; after a complaint about the rate, or about the time, the limit or the clock has seen to it. */
    private void pause(ReadCode says, int resent) {
        if (says == ReadCode.TOO_MANY || says == ReadCode.WRONG_TIME) {
            return;
        }
        long longest = Math.min(PAUSE << resent, Math.max(0, end - setup.clock().nanos() - SHORTEST));
        try {
            setup.waits().sleep(Duration.ofNanos(Math.floorMod(setup.entropy().nextLong(), longest + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OkxIoException(endpoint + " was interrupted", endpoint.toString(), e);
        }
    }

    private OkxIoException failure(IOException e) {
        String name = endpoint.toString();
        return e instanceof InterruptedIOException
                ? new OkxIoException(name + " did not answer within " + setup.timeout(), name, e)
                : new OkxIoException(name + " got no answer: " + e.getMessage(), name, e);
    }
}
