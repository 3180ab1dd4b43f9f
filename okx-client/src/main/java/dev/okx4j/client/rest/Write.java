package dev.okx4j.client.rest;

import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.error.WriteCode;
import dev.okx4j.client.intent.Decision;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.Outcome.NotSent.Cause;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.intent.WriteIntent.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One write, from its arguments to its outcome.
 *
 * <p>The order of the steps is what makes it safe: the gate judges before anything is kept, the journal keeps before anything
 * leaves, and the time and the signature are taken after the last wait. It crosses the wire once; from there on only an answer
 * that proves it decides, and everything else is looked up.
 */
final class Write<A> {
    private static final Logger LOG = LoggerFactory.getLogger(Write.class);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final Duration EXPIRES_AFTER = Duration.ofSeconds(5);
    /** Longer than this, and the write would reach OKX with too little of its five seconds left. */
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(4);

    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(12);

    private final Rest rest;
    private final RestSetup setup;
    private final RestSetup.Writing hooks;
    private final Exchange exchange;
    private final ServerClock time;
    private final Endpoint<A> endpoint;
    private final WritePlan<A> plan;

    Write(
            Rest rest,
            RestSetup setup,
            RestSetup.Writing hooks,
            Exchange exchange,
            ServerClock time,
            Endpoint<A> endpoint,
            WritePlan<A> plan) {
        this.rest = rest;
        this.setup = setup;
        this.hooks = hooks;
        this.exchange = exchange;
        this.time = time;
        this.endpoint = endpoint;
        this.plan = plan;
    }

    Outcome<A> run(Object request) {
        long start = setup.clock().nanos();
        if (setup.credentials() == null) {
            throw new IllegalStateException(endpoint + " needs an API key; give the client's builder credentials");
        }
        // The intent's expiry time needs OKX's clock; a cancel has none, and does not wait for it.
        String unclear = plan.kind().takesRiskBack() ? null : time.forWriting();
        WriteIntent intent = intent(request);
        if (unclear != null) {
            return kept(intent, notSent(Cause.CLOCK, unclear, intent));
        }
        String refusal = refusal(intent);
        if (refusal != null) {
            return kept(intent, notSent(Cause.GATE, refusal, intent));
        }
        try {
            hooks.journal().intents(List.of(intent));
        } catch (IOException | RuntimeException e) {
            LOG.error("The journal did not take the intent {} of {}", intent.intentId(), endpoint, e);
            if (!plan.kind().takesRiskBack()) {
                return notSent(
                        Cause.JOURNAL, "The journal did not take it, and without a record no order goes: " + e, intent);
            }
        }
        return kept(intent, sent(intent, start));
    }

    private WriteIntent intent(Object request) {
        Map<String, Object> values = RequestForm.values(request);
        String clientId = "";
        if (values.get(plan.clientId()) instanceof String given) {
            clientId = ClientIds.check(plan.clientId(), given);
        } else if (plan.kind() == Kind.PLACE) {
            clientId = ClientIds.next(setup.entropy());
            values.put(plan.clientId(), clientId);
        }
        Instant now = time.now();
        Instant expTime = plan.expires() ? now.plus(EXPIRES_AFTER) : null;
        String id = setup.entropy().alphanumeric(22);
        return new WriteIntent(
                id, plan.kind(), endpoint.path(), clientId, Collections.unmodifiableMap(values), now, expTime, 1);
    }

    private @Nullable String refusal(WriteIntent intent) {
        try {
            Decision decision = hooks.gate().check(intent);
            return decision.refusal();
        } catch (RuntimeException e) {
            LOG.error("The gate failed on {}", endpoint, e);
            return "The gate failed, and what it cannot judge does not go: " + e;
        }
    }

    private Outcome<A> sent(WriteIntent intent, long start) {
        RequestForm form = RequestForm.of(endpoint, intent.request(), plan.inArray());
        WireRequest request;
        Doors.Blocked blocked = exchange.blocked(endpoint);
        if (blocked != null) {
            return notSent(Cause.BLOCKED, blocked.sentence() + ".", intent);
        }
        try {
            if (!exchange.permit(endpoint, form, priority(intent), LONGEST_QUEUE)) {
                return notSent(
                        Cause.LIMIT,
                        "The rate limit leaves no room within " + LONGEST_QUEUE.toSeconds() + " s.",
                        intent);
            }
            Duration timeout = setup.timeout().compareTo(LONGEST_EXCHANGE) < 0 ? setup.timeout() : LONGEST_EXCHANGE;
            request = exchange.sign(endpoint, form, intent.expTime(), timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notSent(Cause.INTERRUPTED, "The thread was interrupted while it waited for the rate limit.", intent);
        } catch (RuntimeException e) {
            LOG.error("{} could not be signed", endpoint, e);
            return notSent(Cause.SIGNATURE, "It could not be signed: " + e, intent);
        }
        Verdict<A> verdict = exchanged(request, form, intent);
        return verdict.outcome() != null ? verdict.outcome() : resolved(verdict, intent, start);
    }

    private Verdict<A> exchanged(WireRequest request, RequestForm form, WriteIntent intent) {
        Envelope answer;
        try {
            WireResponse response = exchange.send(request);
            if (response.status() >= 500 || response.status() == 408) {
                return Verdict.unknown("OKX answered with HTTP " + response.status());
            }
            answer = Envelope.of(response, endpoint);
        } catch (Wire.NotSentException e) {
            return Verdict.decided(notSent(Cause.UNREACHABLE, "OKX was not reached: " + e.getMessage(), intent));
        } catch (IOException e) {
            return Verdict.unknown("the answer was lost: " + e);
        } catch (OkxException e) {
            return Verdict.unknown(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The wire failed on {}", endpoint, e);
            return Verdict.unknown("the wire failed: " + e);
        }
        Verdict<A> verdict = Verdict.of(endpoint, plan, answer, intent.clOrdId());
        react(verdict.code(), form);
        return verdict;
    }

    private void react(String code, RequestForm form) {
        exchange.heard(endpoint, form, code);
        if (CodeTable.ofWrite(code) == WriteCode.WRONG_TIME) {
            time.measure();
        }
    }

    private static Priority priority(WriteIntent intent) {
        return intent.mayAddExposure() ? Priority.EXPOSURE : Priority.RELIEF;
    }

    private Outcome<A> resolved(Verdict<A> verdict, WriteIntent intent, long start) {
        LOG.warn("{} {} is unknown: {}", endpoint, intent.clOrdId(), verdict.why());
        Outcome<A> found = null;
        try {
            if (!Thread.currentThread().isInterrupted()) {
                Duration spent = Duration.ofNanos(setup.clock().nanos() - start);
                found = hooks.resolver().resolve(rest, plan.lookUp(), intent, ANSWERS_WITHIN.minus(spent));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Looking up {} {} failed", endpoint, intent.clOrdId(), e);
        }
        if (found != null) {
            return found;
        }
        Outcome<A> otherwise = verdict.otherwise();
        return otherwise != null
                ? otherwise
                : new Outcome.Unknown<>(intent.intentId(), intent.clOrdId(), nextStep(verdict), false);
    }

    private String nextStep(Verdict<A> verdict) {
        String why = "It was sent, and whether it took effect is not known (" + verdict.why() + "). ";
        return plan.kind() == Kind.PLACE
                ? why + "Do not place it again: look the order up by its client id until it is seen."
                : why + "Look the order up; if it is still live, cancelling it again is safe.";
    }

    private Outcome<A> notSent(Cause cause, String reason, WriteIntent intent) {
        return new Outcome.NotSent<>(cause, reason, intent.clOrdId());
    }

    private Outcome<A> kept(WriteIntent intent, Outcome<A> outcome) {
        try {
            hooks.journal().outcome(intent, outcome);
        } catch (IOException | RuntimeException e) {
            LOG.error("The journal did not take the outcome of {} {}", endpoint, intent.intentId(), e);
        }
        return outcome;
    }
}
