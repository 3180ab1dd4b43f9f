package dev.okx4j.client.internal;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.error.PermissionException;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import dev.okx4j.client.rest.WritePlan;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one open write once, and says what that leads to.
 *
 * <p>Seeing the write decides it. Not seeing it proves nothing until OKX's own clock is past the moment at which OKX would have
 * refused it, two looks after that, a second apart, have missed it, and neither fills nor history know of it.
 */
final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    /** For how long an order can be there and not yet be shown. */
    private static final Duration LAG = Duration.ofSeconds(3);
    /** How long after its expiry time a write may still come into view. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    /** How far apart two misses have to be. */
    private static final Duration APART = Duration.ofSeconds(1);
    /** How long to look for what no expiry time bounds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** After so long OKX no longer tells of orders that were cancelled unfilled. */
    private static final Duration FORGOTTEN = Duration.ofHours(2);
    /** After so long OKX no longer tells of fills. */
    private static final Duration HISTORY = Duration.ofDays(90);

    /** A key that may not ask is not to ask often. */
    private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(30);

    private static final int MOST_ATTEMPTS = 3;
    /** What broke the first repeat may break a second that follows at once. */
    private static final Duration LAST_REPEAT_AFTER = Duration.ofSeconds(3);

    <A> Finding<A> look(Rest rest, OpenWrite<A> write, long now) {
        Endpoint<A> endpoint = write.endpoint();
        WritePlan<A> plan = endpoint == null ? null : endpoint.plan();
        if (endpoint == null || plan == null) {
            return new Finding.ForAPerson<>(
                    "this client does not know how to look up " + write.intent().path());
        }
        Duration age = write.age(now);
        try {
            return judged(rest, endpoint, plan.lookUp(), write, age);
        } catch (AuthenticationException | PermissionException e) {
            LOG.warn("{} cannot be looked up: {}", write.intent().path(), e.getMessage());
            return age.compareTo(PATIENCE) < 0
                    ? new Finding.LookAgain<>(AFTER_A_REFUSAL)
                    : undecided(write, age, "OKX does not let this key ask: " + e.getMessage());
        } catch (OkxException e) {
            LOG.debug("{} could not be looked up: {}", write.intent().path(), e.getMessage());
            return new Finding.LookAgain<>(write.nextDelay());
        }
    }

    private <A> Finding<A> judged(Rest rest, Endpoint<A> endpoint, LookUp<A> lookUp, OpenWrite<A> write, Duration age) {
        WriteIntent intent = write.intent();
        // OKX's time is read before the look: the look is then certainly no older.
        Instant time = age.compareTo(bound(intent)) > 0 || write.isOfEarlierRun() ? rest.time() : null;
        Sight<A> sight = lookUp.look(rest, intent);
        if (sight instanceof Sight.Decided<A> decided) {
            return new Finding.Ended<>(decided.outcome());
        }
        if (sight instanceof Sight.Gone<A> gone) {
            // By the time that this process has known of it: the write of a cancel does not wait for OKX's clock.
            return age.compareTo(gone.after()) >= 0
                    ? new Finding.Ended<>(gone.outcome())
                    : repeatedOrLater(rest, endpoint, write, known(write, age, time));
        }
        if (sight instanceof Sight.Pending<A>) {
            write.seen();
            return pending(rest, endpoint, write, known(write, age, time));
        }
        if (write.isSighted() && (intent.kind() == Kind.PLACE || intent.kind() == Kind.CLOSE)) {
            // The order was pushed: it exists, and REST is late. No number of misses makes it one that never did.
            write.seen();
            return undecided(write, known(write, age, time), "OKX has pushed the order, and does not show it");
        }
        return missing(rest, endpoint, lookUp, write, age, time);
    }

    /** Returns for how long after its creation a write may still take effect unseen: to its expiry and the grace, or our patience. */
    private static Duration bound(WriteIntent intent) {
        Instant expTime = intent.expTime();
        return expTime == null
                ? PATIENCE
                : Duration.between(intent.createdAt(), expTime).plus(GRACE);
    }

    private <A> Finding<A> pending(Rest rest, Endpoint<A> endpoint, OpenWrite<A> write, Duration known) {
        if (mayRepeat(write, known)) {
            return repeatedOrLater(rest, endpoint, write, known);
        }
        Outcome<A> otherwise = write.otherwise();
        if (otherwise != null && write.intent().kind() == Kind.PLACE) {
            return new Finding.Ended<>(otherwise);
        }
        Finding<A> finding = undecided(write, known, "OKX shows nothing that decides it");
        return finding instanceof Finding.ForAPerson<A> && otherwise != null ? new Finding.Ended<>(otherwise) : finding;
    }

    /**
     * Returns what it leads to that OKX shows nothing of the write. A refusal needs no more than that: of a change, once what it was
     * to change would be in view; of anything else, once it is proven that the write has left nothing.
     */
    private <A> Finding<A> missing(
            Rest rest,
            Endpoint<A> endpoint,
            LookUp<A> lookUp,
            OpenWrite<A> write,
            Duration age,
            @Nullable Instant time) {
        WriteIntent intent = write.intent();
        Outcome<A> refusal = write.otherwise();
        if (refusal != null && (intent.kind() == Kind.AMEND || intent.kind() == Kind.CANCEL)) {
            return age.compareTo(LAG) >= 0 ? new Finding.Ended<>(refusal) : new Finding.LookAgain<>(write.nextDelay());
        }
        if (time == null || !time.isAfter(intent.createdAt().plus(bound(intent)))) {
            return repeatedOrLater(rest, endpoint, write, known(write, age, time));
        }
        if (!write.missed(time, APART)) {
            return new Finding.LookAgain<>(APART);
        }
        boolean timely = Duration.between(intent.createdAt(), time).compareTo(FORGOTTEN) <= 0;
        Outcome<A> ending = refusal != null ? refusal : absent(intent, intent.expTime() != null && timely);
        return silent(rest, lookUp, write, time, ending);
    }

    /**
     * Returns what it leads to that OKX has twice not known the write.
     *
     * @param ending what became of it when it has left no trace either
     */
    private <A> Finding<A> silent(Rest rest, LookUp<A> lookUp, OpenWrite<A> write, Instant time, Outcome<A> ending) {
        WriteIntent intent = write.intent();
        Duration known = Duration.between(intent.createdAt(), time);
        if (known.compareTo(HISTORY) > 0) {
            return new Finding.ForAPerson<>("it is older than what OKX tells of");
        }
        boolean forgotten = known.compareTo(FORGOTTEN) > 0;
        boolean bounded = intent.expTime() != null || forgotten || intent.kind() == Kind.CANCEL;
        if (bounded && lookUp.leftNoTrace(rest, intent)) {
            return new Finding.Ended<>(ending);
        }
        if (bounded && lookUp.lookBack(rest, intent) instanceof Sight.Decided<A> decided) {
            return new Finding.Ended<>(decided.outcome());
        }
        if (known.compareTo(PATIENCE) < 0) {
            return new Finding.LookAgain<>(write.nextDelay());
        }
        return new Finding.ForAPerson<>(
                bounded ? "OKX shows no order, but a trace of one" : "OKX does not know it, which proves nothing here");
    }

    private static <A> Outcome<A> absent(WriteIntent intent, boolean never) {
        return never
                ? new Outcome.Rejected<>(
                        Outcome.Rejected.NEVER_EXISTED,
                        "It never reached OKX in its time: OKX knows neither the write nor any fill of it.",
                        null,
                        intent.clOrdId())
                : new Outcome.Rejected<>(
                        Outcome.Rejected.NO_EFFECT,
                        "OKX no longer knows the order, nor any fill of it: no money moved.",
                        null,
                        intent.clOrdId());
    }

    /** Returns that a person has to decide, once OKX has twice answered nothing better for longer than it should take. */
    private static <A> Finding<A> undecided(OpenWrite<A> write, Duration known, String reason) {
        if (known.compareTo(PATIENCE) < 0) {
            return new Finding.LookAgain<>(write.nextDelay());
        }
        return write.stuckOnceMore() < 2 ? new Finding.LookAgain<>(APART) : new Finding.ForAPerson<>(reason);
    }

    private <A> Finding<A> repeatedOrLater(Rest rest, Endpoint<A> endpoint, OpenWrite<A> write, Duration known) {
        if (mayRepeat(write, known)) {
            WriteIntent again = write.intent().again();
            write.leftAgain(again);
            if (rest.repeat(endpoint, again) instanceof Outcome.Confirmed<A> confirmed) {
                return new Finding.Ended<>(confirmed);
            }
        }
        return new Finding.LookAgain<>(write.nextDelay());
    }

    /**
     * Returns whether a cancel may be sent once more. After a restart a timer's is not, for it would start the count anew, and a mass
     * cancel's is not, for it would reach orders that were placed since.
     */
    private static boolean mayRepeat(OpenWrite<?> write, Duration known) {
        WriteIntent intent = write.intent();
        return (intent.attempt() == 1 || (intent.attempt() < MOST_ATTEMPTS && known.compareTo(LAST_REPEAT_AFTER) >= 0))
                && (intent.kind() == Kind.CANCEL || (intent.kind().takesRiskBack() && !write.isOfEarlierRun()));
    }

    /** Returns how long ago the write was made, as far as is known. */
    private static Duration known(OpenWrite<?> write, Duration age, @Nullable Instant time) {
        Duration since = time == null ? age : Duration.between(write.intent().createdAt(), time);
        return since.compareTo(age) > 0 ? since : age;
    }
}
