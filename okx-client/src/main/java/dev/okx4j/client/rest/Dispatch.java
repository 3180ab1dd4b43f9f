package dev.okx4j.client.rest;

import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.Outcome.NotSent.Cause;
import dev.okx4j.client.intent.WriteIntent;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One crossing of the wire: a permit, then the time and the signature, then one write.
 *
 * <p>What happens before the crossing has certainly not reached OKX; what happens from it on may have, unless the answer proves
 * otherwise.
 */
final class Dispatch<A> {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Exchange exchange;
    private final Endpoint<A> endpoint;
    private final WritePlan<A> plan;

    Dispatch(Exchange exchange, Endpoint<A> endpoint, WritePlan<A> plan) {
        this.exchange = exchange;
        this.endpoint = endpoint;
        this.plan = plan;
    }

    /**
     * Sends the writes in one request, and returns a verdict for each, in their order.
     *
     * @param queue how long they may wait for the rate limit
     * @param timeout how long the exchange may take
     */
    List<Verdict<A>> send(List<WriteIntent> intents, Duration queue, Duration timeout) {
        RequestForm form = RequestForm.ofWrites(endpoint, intents, plan.inArray());
        WireRequest request;
        Limiter.Permit permit;
        Doors.Blocked blocked = exchange.shut(endpoint);
        if (blocked != null) {
            return notSent(Cause.BLOCKED, blocked.sentence() + ".", intents);
        }
        try {
            permit = exchange.permit(endpoint, form, priority(intents), queue);
            if (permit == null) {
                return notSent(
                        Cause.LIMIT,
                        "The rate limit leaves no room within " + queue.toMillis()
                                + " ms. Nothing happened; call later, and less often.",
                        intents);
            }
            blocked = exchange.blocked(endpoint);
            if (blocked != null) {
                return notSent(Cause.BLOCKED, blocked.sentence() + ".", intents);
            }
            request = exchange.sign(endpoint, form, intents.get(0).expTime(), timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notSent(
                    Cause.INTERRUPTED, "The thread was interrupted while it waited for the rate limit.", intents);
        } catch (RuntimeException e) {
            LOG.error("{} could not be signed", endpoint, e);
            return notSent(
                    Cause.SIGNATURE,
                    "It could not be signed: " + e + ". Nothing happened; put the signer right.",
                    intents);
        }
        if (Thread.currentThread().isInterrupted()) {
            return notSent(Cause.INTERRUPTED, "The thread was interrupted before it left.", intents);
        }
        return crossed(request, permit, form, intents);
    }

    private List<Verdict<A>> crossed(
            WireRequest request, Limiter.Permit permit, RequestForm form, List<WriteIntent> intents) {
        Envelope answer;
        try {
            WireResponse response = exchange.send(request, permit);
            if (response.status() >= 500 || response.status() == 408) {
                return unknown("OKX answered with HTTP " + response.status(), intents);
            }
            answer = Envelope.of(response, endpoint);
        } catch (Wire.NotSentException e) {
            return notSent(
                    Cause.UNREACHABLE,
                    "OKX was not reached: " + e.getMessage() + ". Nothing happened; see to the connection first.",
                    intents);
        } catch (IOException e) {
            return unknown("the answer was lost: " + e, intents);
        } catch (OkxException e) {
            return unknown(String.valueOf(e.getMessage()), intents);
        } catch (RuntimeException e) {
            LOG.error("The wire failed on {}", endpoint, e);
            return unknown("the wire failed: " + e, intents);
        }
        List<Verdict<A>> verdicts = Answers.judge(endpoint, plan, answer, intents);
        verdicts.stream().map(Verdict::code).distinct().forEach(code -> exchange.heard(endpoint, form, code));
        return verdicts;
    }

    private static Priority priority(List<WriteIntent> intents) {
        return intents.stream().anyMatch(WriteIntent::mayAddExposure) ? Priority.EXPOSURE : Priority.RELIEF;
    }

    private List<Verdict<A>> unknown(String why, List<WriteIntent> intents) {
        return Collections.nCopies(intents.size(), Verdict.unknown(why));
    }

    private List<Verdict<A>> notSent(Cause cause, String reason, List<WriteIntent> intents) {
        return intents.stream()
                .map(intent -> Verdict.decided((Outcome<A>) new Outcome.NotSent<A>(cause, reason, intent.clOrdId())))
                .toList();
    }
}
