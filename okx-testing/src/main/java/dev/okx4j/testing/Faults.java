package dev.okx4j.testing;

import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules by which things go wrong, and what has gone wrong by them.
 *
 * <pre>{@code
 * okx.faults().on("POST /api/v5/trade/order").nth(2).then(Fault.silence(Effect.FILLED));
 * okx.faults().on("GET *").oneIn(20, Entropy.seeded(7)).then(Fault.status(503, Effect.NONE));
 * }</pre>
 *
 * <p>An operation is a method and a path, in which {@code *} stands for any characters. Of several rules that strike one
 * request, the first does; {@link Fault#visibilityLag}, {@link Fault#ban} and {@link Fault#skew} come on top of that.
 * Requests to {@code /paper/v1} always pass. This class is threadsafe.
 */
public final class Faults {
    private final List<FaultRule> rules = new ArrayList<>();
    private final List<Struck> seen = new ArrayList<>();
    private final Map<String, Integer> requests = new HashMap<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private final StreamFaults streams = new StreamFaults();
    private Visibility visibility = new Visibility();
    private Duration skew = Duration.ZERO;
    private Duration ban = Duration.ZERO;
    private long banned;
    private int cleared;

    /** Makes a book without rules. */
    public Faults() {}

    /**
     * A fault that has happened.
     *
     * @param operation method and path of the request that it struck
     */
    public record Struck(String operation, Fault fault) {}

    /**
     * Begins a rule for the requests of an operation; until {@link FaultRule#then} it has no effect.
     *
     * @param operation method and path, such as {@code POST /api/v5/trade/order}; {@code *} stands for any characters
     */
    public FaultRule on(String operation) {
        return new FaultRule(this, operation);
    }

    /** Begins a rule for WebSocket messages: the same as {@code streams().on(message)}. */
    public StreamRule stream(String message) {
        return streams.on(message);
    }

    /** Returns what goes wrong with WebSocket connections, which has a book of its own. */
    public StreamFaults streams() {
        return streams;
    }

    /** Forgets all rules and all that has been seen, and ends every ban, lag and skew; what is delayed never arrives. */
    public void clear() {
        synchronized (this) {
            cleared++;
            rules.clear();
            seen.clear();
            requests.clear();
            visibility = new Visibility();
            skew = Duration.ZERO;
            banned = 0;
            ban = Duration.ZERO;
        }
        streams.clear();
        changed();
    }

    /** Returns the faults that have happened since the last {@link #clear()}, oldest first. */
    public synchronized List<Struck> seen() {
        return List.copyOf(seen);
    }

    /** Returns how many requests of this method and path have come since the last {@link #clear()}, struck or not. */
    public synchronized int requests(String operation) {
        return requests.getOrDefault(operation, 0);
    }

    /** Returns the clock that an exchange must be built with for {@link Fault#skew} to work: the given one, and the skew. */
    public Clock clock(Clock clock) {
        return new Clock() {
            @Override
            public Instant now() {
                synchronized (Faults.this) {
                    return clock.now().plus(skew);
                }
            }

            @Override
            public long nanos() {
                return clock.nanos();
            }
        };
    }

    void add(FaultRule rule) {
        synchronized (this) {
            rules.add(rule);
        }
        changed();
    }

    /** Runs this now, and each time the rules change. */
    void watch(Runnable watcher) {
        synchronized (this) {
            watchers.add(watcher);
        }
        watcher.run();
    }

    /** Forgets a watcher. */
    synchronized void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    private void changed() {
        List<Runnable> told;
        synchronized (this) {
            told = List.copyOf(watchers);
        }
        told.forEach(Runnable::run);
    }

    /** Returns whether every connection is to be refused. */
    synchronized boolean portClosed() {
        return rules.stream().anyMatch(FaultRule::closesPort);
    }

    /** Returns what strikes a request that arrives now, by a monotonic clock. */
    synchronized Strike strike(String operation, long nanos) {
        requests.merge(operation, 1, Integer::sum);
        Fault struck = null;
        Duration lag = Duration.ZERO;
        for (FaultRule rule : rules) {
            Fault fault = rule.strikes(operation);
            if (fault instanceof Condition condition) {
                seen.add(new Struck(operation, condition));
                switch (condition.what()) {
                    case SKEW -> skew = condition.time();
                    case VISIBILITY_LAG -> lag = condition.time();
                    case BAN -> {
                        ban = condition.time();
                        banned = nanos;
                    }
                }
            } else if (struck == null) {
                struck = fault;
            }
        }
        if (!ban.isZero() && nanos - banned < ban.toNanos()) {
            struck = Instead.BANNED;
        }
        if (struck != null) {
            seen.add(new Struck(operation, struck));
        }
        return new Strike(struck, lag);
    }

    /** Returns how often the book has been cleared. */
    synchronized int cleared() {
        return cleared;
    }

    synchronized Visibility visibility() {
        return visibility;
    }
}
