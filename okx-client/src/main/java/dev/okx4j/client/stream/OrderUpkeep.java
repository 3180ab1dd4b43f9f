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
    /** How far before the last that was heard REST is asked from. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);
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
    /** Up to when, by OKX's clock, the story is known to be complete; null before anything was heard. */
    private @Nullable Instant proved;

    private @Nullable Instant since;
    private long lostAt;
    private int failures;
    private long readAt;
    private long auditAt;
    private boolean secondLook;
    private int searches;
    private long searchAt;

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
                failures = 0;
                readAt = clock.nanos();
            }
            restate();
        }
        errands.see();
    }

    private void lose() {
        epoch++;
        if (phase == Phase.LIVE) {
            lostAt = clock.nanos();
            since = overlap();
        }
    }

    /** Looks whether something is due; called about once a second. */
    void tick() {
        boolean deaf = false;
        synchronized (this) {
            long now = clock.nanos();
            table.evict(now, phase == Phase.LIVE ? overlap() : since);
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
        prove(statement.row().uTime());
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

    private void prove(@Nullable Instant time) {
        if (time != null && (proved == null || time.isAfter(proved))) {
            proved = time;
        }
    }

    /** Returns since when REST is to be asked, so that nothing falls between what was heard and what is read. */
    private @Nullable Instant overlap() {
        return proved == null ? null : proved.minus(OVERLAP);
    }

    // What REST is asked

    private synchronized @Nullable Runnable next() {
        long now = clock.nanos();
        if (phase == Phase.READING && now - readAt >= 0) {
            return this::read;
        }
        if (phase == Phase.LIVE && !table.isComplete() && now - searchAt >= 0) {
            return this::search;
        }
        return phase == Phase.LIVE && now - auditAt >= 0 ? this::audit : null;
    }

    private void read() {
        long reads;
        long heard;
        Instant from;
        List<Order> live;
        boolean first;
        synchronized (this) {
            reads = epoch;
            heard = 2 * pushes + 1;
            from = since;
            live = table.open();
            first = !begun;
        }
        try {
            OrderReading reading = first ? reader.beginning() : reader.since(from, live, this::knows, true);
            synchronized (this) {
                if (reads == epoch && phase == Phase.READING) {
                    take(reading, heard, first);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("What became of the orders could not be read: {}", e.toString());
            synchronized (this) {
                again(reads);
            }
        }
    }

    private void again(long reads) {
        if (reads == epoch) {
            failures++;
            readAt = clock.nanos() + Duration.ofSeconds(Math.min(30, 1L << Math.min(failures - 1, 5))).toNanos();
            if (failures == RELEASE_AFTER && !released) {
                release("REST could not be read; what is pushed is told, what was before it is not known");
            }
        }
    }

    private synchronized boolean knows(String ordId) {
        return table.knows(ordId);
    }

    private void take(OrderReading reading, long heard, boolean first) {
        boolean longAway = !first && clock.nanos() - lostAt > FORGOTTEN.toNanos();
        if (!reading.unknown().isEmpty() && !longAway && failures < UNKNOWN_TWICE) {
            again(epoch);
            return;
        }
        String missing = reading.gap();
        if (first) {
            // What was pushed belongs to the story, even if REST knows of it already; what was over before does not.
            flush();
            story.learn(OrderReading.ofOrders(reading.pending()), heard, false, clock.nanos());
            table.begin(reading.ended(), reading.fills());
        } else {
            story.learn(reading, heard, false, clock.nanos());
            flush();
            if (longAway) {
                missing = "The channel was away for so long that OKX may have forgotten orders that were cancelled unfilled";
            }
        }
        for (String ordId : reading.unknown()) {
            TrackedOrder order = table.get(ordId);
            if (order != null && !order.merged.isOver()) {
                table.forget(order);
                missing = "OKX no longer knows an order that was live";
            }
        }
        reading.pending().forEach(order -> prove(order.uTime()));
        reading.ended().forEach(order -> prove(order.uTime()));
        reading.fills().forEach(fill -> prove(fill.ts()));
        begun = true;
        released = false;
        gap = missing;
        secondLook = true;
        searches = 0;
        auditAt = clock.nanos() + SECOND_LOOK.toNanos();
        phase = Phase.LIVE;
        restate();
    }

    private void audit() {
        long heard;
        long audited;
        Instant from;
        List<Order> live;
        boolean history;
        synchronized (this) {
            audited = epoch;
            heard = 2 * pushes + 1;
            from = overlap();
            live = table.open();
            history = secondLook;
            secondLook = false;
            auditAt = clock.nanos() + AUDIT.toNanos();
        }
        try {
            OrderReading reading = reader.since(from, live, this::knows, history);
            synchronized (this) {
                if (audited != epoch || phase != Phase.LIVE) {
                    return;
                }
                // The first look after a login finds what REST was late to show; later ones what the channel did not push.
                story.learn(reading, heard, !history, clock.nanos());
                for (String ordId : reading.unknown()) {
                    TrackedOrder order = table.get(ordId);
                    if (order != null) {
                        table.unknown(order);
                    }
                }
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
            searchAt = clock.nanos() + Duration.ofMillis(500L << Math.min(searches, 4)).toNanos();
            searches++;
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
            if (searches >= MOST_SEARCHES && !table.isComplete()) {
                table.incomplete().forEach(table::leaveUntold);
                gap = "OKX does not show all fills of an order";
            }
            if (table.isComplete()) {
                searches = 0;
                searchAt = clock.nanos();
            }
            restate();
        }
    }

    // What consumers hear

    private void restate() {
        story.stand(standing(gap != null));
        gap = null;
    }

    private Standing standing(boolean isGap) {
        if (phase == Phase.OVER) {
            return new Standing(
                    Standing.State.ENDED, isGap, sourceStanding.reason(), clock.now(), sourceStanding.cause());
        }
        Standing.State state = begun ? Standing.State.STALE : Standing.State.WAITING;
        String reason;
        if (phase == Phase.AWAY) {
            reason = sourceStanding.reason();
        } else if (phase == Phase.READING) {
            reason = "What became of the orders meanwhile is being read";
        } else if (!table.isComplete()) {
            reason = "A fill that an order counts is being looked for";
        } else {
            state = Standing.State.LIVE;
            reason = "Subscribed, and compared with REST";
        }
        return new Standing(state, isGap, gap == null ? reason : gap, clock.now(), null);
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
