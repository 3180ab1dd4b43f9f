package dev.okx4j.client.rest;

import dev.okx4j.client.intent.Decision;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.Outcome.NotSent.Cause;
import dev.okx4j.client.intent.WriteIntent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call that writes, from its requests to their outcomes; a single write is a batch of one.
 *
 * <p>The order of the steps is what makes it safe: the gate judges before anything is kept, the journal keeps before anything
 * leaves, and the time and the signature are taken after the last wait. It crosses the wire once, and a second time only after
 * an answer which proves that nothing happened; everything else is looked up.
 */
final class Write<A> {
    private static final Logger LOG = LoggerFactory.getLogger(Write.class);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
    /** Longer than this, and the write would reach OKX with too little of its five seconds left. */
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(4);

    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(12);

    private final Rest rest;
    private final RestSetup setup;
    private final RestSetup.Writing hooks;
    private final ServerClock time;
    private final Endpoint<A> endpoint;
    private final WritePlan<A> plan;
    private final Dispatch<A> dispatch;

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
        this.time = time;
        this.endpoint = endpoint;
        this.plan = plan;
        this.dispatch = new Dispatch<>(exchange, endpoint, plan);
    }

    /** Returns what became of the requests, in their order. */
    List<Outcome<A>> run(List<?> requests) {
        long start = setup.clock().nanos();
        if (setup.credentials() == null) {
            throw new IllegalStateException(endpoint + " needs an API key; give the client's builder credentials");
        }
        // The expiry time is by OKX's clock; a cancel has none, and does not wait for it.
        String unclear = plan.kind().takesRiskBack() ? null : time.forWriting();
        List<WriteIntent> intents = new Drafts(endpoint, plan, setup.entropy()).of(requests, time.now());
        List<Resolver.@Nullable Hold> holds = new ArrayList<>();
        intents.forEach(intent -> holds.add(hold(intent, unclear)));
        if (holds.stream().anyMatch(hold -> hold != null)) {
            return heldBack(intents, holds);
        }
        String unkept = journalled(intents);
        if (unkept != null && !plan.kind().takesRiskBack()) {
            return notSent(intents, Cause.JOURNAL, unkept);
        }
        SecondChance<A> attempts = new SecondChance<>(setup, time, dispatch, this::journalled);
        attempts.run(intents, start, LONGEST_QUEUE, timeout(start));
        return outcomes(attempts, start);
    }

    /** Sends once more what takes risk back, and returns what that proves; unknown when it proves nothing. */
    Outcome<A> repeat(WriteIntent intent) {
        if (!plan.kind().takesRiskBack() || intent.attempt() < 2) {
            throw new IllegalArgumentException("Only what takes risk back may be sent once more: " + intent.kind());
        }
        journalled(List.of(intent));
        Verdict<A> verdict = dispatch.send(
                        List.of(intent), LONGEST_QUEUE, timeout(setup.clock().nanos()))
                .get(0);
        Outcome<A> outcome = verdict.outcome();
        return outcome != null
                ? outcome
                : new Outcome.Unknown<>(intent.intentId(), intent.clOrdId(), verdict.why(), false);
    }

    private Resolver.@Nullable Hold hold(WriteIntent intent, @Nullable String unclear) {
        try {
            Decision decision = hooks.gate().check(intent);
            if (decision.refusal() != null) {
                return new Resolver.Hold(Cause.GATE, decision.refusal());
            }
        } catch (RuntimeException e) {
            LOG.error("The gate failed on {}", endpoint, e);
            return new Resolver.Hold(Cause.GATE, "The gate failed, and what it cannot judge does not go: " + e);
        }
        Resolver.Hold hold = hooks.resolver().hold(rest, intent);
        return hold == null && unclear != null ? new Resolver.Hold(Cause.CLOCK, unclear) : hold;
    }

    /** Returns that nothing went: each item with its own reason, and the others with the first of these. */
    private List<Outcome<A>> heldBack(List<WriteIntent> intents, List<Resolver.@Nullable Hold> holds) {
        int first = 0;
        while (holds.get(first) == null) {
            first++;
        }
        List<Outcome<A>> outcomes = new ArrayList<>(intents.size());
        for (int i = 0; i < intents.size(); i++) {
            WriteIntent intent = intents.get(i);
            Resolver.Hold own = holds.get(i);
            Resolver.Hold other = holds.get(first);
            if (own == null && other != null) {
                String id = intents.get(first).clOrdId();
                String which = "Item " + (first + 1) + (id.isEmpty() ? "" : ", " + id + ",");
                own = new Resolver.Hold(
                        other.cause(), which + " was held back, and then nothing of the batch goes: " + other.reason());
            }
            if (own != null) {
                outcomes.add(kept(intent, new Outcome.NotSent<>(own.cause(), own.reason(), intent.clOrdId())));
            }
        }
        return outcomes;
    }

    /** Keeps the intents, and returns null, or why that failed. */
    private @Nullable String journalled(List<WriteIntent> intents) {
        try {
            hooks.journal().intents(intents);
            return null;
        } catch (IOException | RuntimeException e) {
            LOG.error("The journal did not take {} intents of {}", intents.size(), endpoint, e);
            return "The journal did not take it, and without a record no order goes: " + e
                    + ". Nothing happened; put the journal right first.";
        }
    }

    private List<Outcome<A>> outcomes(SecondChance<A> attempts, long start) {
        List<Doubt<A>> doubts = attempts.doubts();
        for (Doubt<A> doubt : doubts) {
            LOG.warn("{} {} is unknown: {}", endpoint, doubt.intent().clOrdId(), doubt.why());
        }
        List<Outcome<A>> resolved = doubts.isEmpty()
                ? List.of()
                : hooks.resolver().resolve(rest, endpoint, doubts, since(start), ANSWERS_WITHIN);
        List<Outcome<A>> outcomes = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < attempts.size(); i++) {
            Outcome<A> proven = attempts.verdict(i).outcome();
            outcomes.add(proven != null ? kept(attempts.intent(i), proven) : resolved.get(next++));
        }
        return outcomes;
    }

    /** Returns how long the exchange may take, so that the call, which began at a time, can answer in its own. */
    private Duration timeout(long start) {
        Duration left = ANSWERS_WITHIN.minus(LONGEST_QUEUE).minus(since(start));
        Duration longest = left.compareTo(LONGEST_EXCHANGE) < 0 ? left : LONGEST_EXCHANGE;
        return setup.timeout().compareTo(longest) < 0 ? setup.timeout() : longest;
    }

    private Duration since(long start) {
        return Duration.ofNanos(setup.clock().nanos() - start);
    }

    private List<Outcome<A>> notSent(List<WriteIntent> intents, Cause cause, String reason) {
        return intents.stream()
                .map(intent -> (Outcome<A>) new Outcome.NotSent<A>(cause, reason, intent.clOrdId()))
                .toList();
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
