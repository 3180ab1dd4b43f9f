package dev.okx4j.client.stream;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.merge.OrderStatement;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the orders of an account true: after every login what the channel pushes is held back until REST has told what was missed,
 * and while it is live REST is asked whether it still tells everything.
 */
final class OrderUpkeep implements Tap<Order> {
    private static final Logger LOG = LoggerFactory.getLogger(OrderUpkeep.class);
    /** After this OKX may have forgotten orders that were cancelled unfilled; it does after two hours. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(115);
    /** What came into being just before the channel was live may not be shown by REST at once. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(5);

    private static final Duration AUDIT = Duration.ofSeconds(30);
    /** For how long a push may be on its way that REST has overtaken. */
    private static final Duration PUSH_PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_OVER = 20_000;
    private static final int MOST_GONE = 200_000;
    private static final int MOST_HELD = 50_000;
    private static final int RELEASE_AFTER = 5;
    private static final int UNKNOWN_TWICE = 2;
    private static final int MOST_SEARCHES = 6;

    private enum Phase {
        AWAY,
        READING,
        LIVE,
        OVER
    }

    private final Source source;
    private final Topic<Order> topic;
    private final OrderReader reader;
    private final Clock clock;
    private final Sighting sighting;
    private final Errands errands;
    private final OrderTable table = new OrderTable(MOST_OVER, MOST_GONE);
    private final List<OrderStatement> held = new ArrayList<>();
    private final OrderStory story;

    private Phase phase = Phase.AWAY;
    private Standing sourceStanding;
    private boolean begun;
    /** Counts the times that the channel was lost: what was read for an earlier one proves nothing. */
    private long epoch;

    private long pushes;
    /** Whether pushes are told although what was before them is not known. */
    private boolean released;

    private @Nullable String gap;
    private final Proof proved = new Proof();

    private @Nullable Instant since;
    private long lostAt;
    private final Attempts reads = new Attempts(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private final Attempts searches = new Attempts(Duration.ofMillis(500), Duration.ofSeconds(8));
    private long auditAt;
    private boolean secondLook;

    OrderUpkeep(
            Source source, Topic<Order> topic, OrderReader reader, Clock clock, Executor executor, Sighting sighting) {
        this.source = source;
        this.topic = topic;
        this.reader = reader;
        this.clock = clock;
        this.sighting = sighting;
        this.errands = new Errands(executor, this::next);
        this.sourceStanding = new Standing(Standing.State.WAITING, false, "Not subscribed yet", clock.now(), null);
        this.story = new OrderStory(executor, table, sourceStanding);
    }

    // What the connection says

    @Override
    public void update(Update<Order> update) {
        boolean search;
        synchronized (this) {
            for (Order row : update.rows()) {
                OrderStatement statement = new OrderStatement(row, 2 * ++pushes);
                if (phase == Phase.LIVE || released) {
                    push(statement);
                } else if (phase != Phase.OVER) {
                    hold(statement);
                }
            }
            search = !table.isComplete();
        }
        update.rows().forEach(row -> sighting.seen(row.ordId(), row.clOrdId()));
        if (search) {
            errands.see();
        }
    }

    @Override
    public void standing(Standing standing) {
        synchronized (this) {
            if (phase == Phase.OVER) {
                return;
            }
            sourceStanding = standing;
            if (standing.state() == Standing.State.ENDED) {
                phase = Phase.OVER;
            } else if (standing.state() != Standing.State.LIVE) {
                lose();
                phase = Phase.AWAY;
            } else if (phase == Phase.AWAY || standing.gap()) {
                lose();
                phase = Phase.READING;
                reads.over(clock.nanos());
            }
            restate();
        }
        errands.see();
    }

    private void lose() {
        epoch++;
        table.forgive();
        if (phase == Phase.LIVE) {
            lostAt = clock.nanos();
            since = proved.overlap();
        }
    }

    /** Ends the story. */
    void close() {
        standing(new Standing(Standing.State.ENDED, false, "The tracker has been closed", clock.now(), null));
    }

    /** Looks whether something is due; called about once a second. */
    void tick() {
        boolean deaf = false;
        synchronized (this) {
            long now = clock.nanos();
            table.evict(now, phase == Phase.LIVE ? proved.overlap() : since);
            if (phase == Phase.LIVE) {
                for (TrackedOrder order : table.owing()) {
                    if (order.isOwedSince(now - PUSH_PATIENCE.toNanos()) || order.unknown >= UNKNOWN_TWICE) {
                        deaf = true;
                    }
                }
            }
            if (deaf) {
                table.forgive();
            }
        }
        if (deaf) {
            source.reconnect(topic, "REST shows changes of orders that the channel has not pushed");
        }
        errands.see();
    }

    private void push(OrderStatement statement) {
        story.push(statement, clock.nanos());
        restate();
    }

    private void hold(OrderStatement statement) {
        if (held.size() < MOST_HELD) {
            held.add(statement);
            return;
        }
        release("More was pushed than could be held back until REST has told what was before it");
        push(statement);
    }

    private void release(String reason) {
        released = true;
        flush();
        gap = reason;
        restate();
    }

    private void flush() {
        List<OrderStatement> statements = List.copyOf(held);
        held.clear();
        statements.forEach(this::push);
    }

    // What REST is asked

    private synchronized @Nullable Runnable next() {
        long now = clock.nanos();
        if (phase == Phase.READING && reads.isDue(now)) {
            return this::read;
        }
        if (phase == Phase.LIVE && !table.isComplete() && searches.isDue(now)) {
            return this::search;
        }
        return phase == Phase.LIVE && now - auditAt >= 0 ? this::audit : null;
    }

    private void read() {
        long tried;
        long heard;
        Instant from;
        List<Order> live;
        boolean first;
        synchronized (this) {
            tried = epoch;
            heard = 2 * pushes + 1;
            from = since;
            live = table.open();
            first = !begun;
        }
        try {
            OrderReading reading = first ? reader.beginning() : reader.since(from, live, this::knows);
            synchronized (this) {
                if (tried == epoch && phase == Phase.READING) {
                    take(reading, heard, first);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("What became of the orders could not be read: {}", e.toString());
            synchronized (this) {
                again(tried);
            }
        }
    }

    private void again(long tried) {
        if (tried == epoch) {
            reads.begun(clock.nanos());
            if (reads.count() == RELEASE_AFTER && !released) {
                release("REST could not be read; what is pushed is told, what was before it is not known");
            }
        }
    }

    private synchronized boolean knows(String ordId) {
        return table.knows(ordId);
    }

    private void take(OrderReading reading, long heard, boolean first) {
        boolean longAway = !first && clock.nanos() - lostAt > FORGOTTEN.toNanos();
        if (!reading.unknown().isEmpty() && !longAway && reads.count() < UNKNOWN_TWICE) {
            again(epoch);
            return;
        }
        String missing = reading.gap();
        if (first) {
            // What was pushed belongs to the story, even if REST knows of it already; what else was over does not.
            flush();
            story.learn(reading.only(order -> table.get(order) != null), heard, false, clock.nanos());
            table.begin(reading);
        } else {
            story.learn(reading, heard, false, clock.nanos());
            flush();
            if (longAway) {
                missing =
                        "The channel was away for so long that OKX may have forgotten orders that were cancelled unfilled";
            }
        }
        for (String ordId : reading.unknown()) {
            TrackedOrder order = table.get(ordId);
            if (order != null && !order.merged.isOver()) {
                table.forget(order);
                missing = "OKX no longer knows an order that was live";
            }
        }
        proved.by(reading);
        begun = true;
        released = false;
        gap = missing;
        secondLook = true;
        searches.over(clock.nanos());
        auditAt = clock.nanos() + SECOND_LOOK.toNanos();
        phase = Phase.LIVE;
        restate();
    }

    private void audit() {
        long heard;
        long audited;
        Instant from;
        List<Order> live;
        boolean first;
        synchronized (this) {
            audited = epoch;
            heard = 2 * pushes + 1;
            from = proved.overlap();
            live = table.open();
            first = secondLook;
            secondLook = false;
            auditAt = clock.nanos() + AUDIT.toNanos();
        }
        try {
            OrderReading reading = reader.since(from, live, this::knows);
            synchronized (this) {
                if (audited != epoch || phase != Phase.LIVE) {
                    return;
                }
                // The first look after a login finds what REST was late to show; later ones what the channel owes.
                story.learn(reading, heard, !first, clock.nanos());
                for (String ordId : reading.unknown()) {
                    TrackedOrder order = table.get(ordId);
                    if (order != null) {
                        table.unknown(order);
                    }
                }
                proved.by(reading);
                gap = reading.gap();
                restate();
            }
        } catch (RuntimeException e) {
            LOG.warn("The orders could not be audited: {}", e.toString());
        }
    }

    private void search() {
        List<TrackedOrder> incomplete;
        synchronized (this) {
            incomplete = table.incomplete();
            searches.begun(clock.nanos());
        }
        for (TrackedOrder order : incomplete) {
            try {
                List<Fill> fills = reader.fillsOf(order.ordId);
                synchronized (this) {
                    story.learn(OrderReading.ofFills(fills), 0, false, clock.nanos());
                }
            } catch (RuntimeException e) {
                LOG.warn("The fills of an order could not be read: {}", e.toString());
            }
        }
        synchronized (this) {
            if (!table.isComplete() && searches.count() >= MOST_SEARCHES) {
                table.incomplete().forEach(table::leaveUntold);
                gap = "OKX does not show all fills of an order";
            }
            if (table.isComplete()) {
                searches.over(clock.nanos());
            }
            restate();
        }
    }

    // What consumers hear

    /** Tells the standing when it is another one than was told last, or when there is a gap to tell of. */
    private void restate() {
        Standing.State state = state();
        if (state != story.told().state() || gap != null) {
            boolean over = state == Standing.State.ENDED;
            String reason = gap == null ? reason(state) : gap;
            story.stand(new Standing(state, gap != null, reason, clock.now(), over ? sourceStanding.cause() : null));
            gap = null;
        }
    }

    private Standing.State state() {
        return switch (phase) {
            case OVER -> Standing.State.ENDED;
            case LIVE -> table.isComplete() ? Standing.State.LIVE : Standing.State.STALE;
            default -> begun ? Standing.State.STALE : Standing.State.WAITING;
        };
    }

    private String reason(Standing.State state) {
        return switch (phase) {
            case LIVE ->
                state == Standing.State.LIVE
                        ? "Subscribed, and compared with REST"
                        : "A fill that an order counts is being looked for";
            case READING -> "What became of the orders meanwhile is being read";
            default -> sourceStanding.reason();
        };
    }

    synchronized Standing standing() {
        return story.told();
    }

    synchronized List<Order> open() {
        return table.open();
    }

    synchronized @Nullable Order find(String instId, String id) {
        return table.find(instId, id);
    }

    synchronized Runnable join(OrderListener listener) {
        return story.join(listener);
    }
}
