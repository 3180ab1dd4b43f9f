package dev.okx4j.client.stream;

import dev.okx4j.client.account.AccountApi;
import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.event.BalanceAndPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps balances and positions true: three channels push them, and REST is asked after every login, now and then, and whenever the
 * channels do not agree.
 */
final class AccountUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(AccountUpkeep.class);
    private static final Duration AUDIT = Duration.ofSeconds(30);
    /** For how long one channel may be behind another, or REST behind both. */
    private static final Duration LAG = Duration.ofSeconds(3);
    /** The channels repeat themselves every five seconds. */
    private static final Duration PUSH_PATIENCE = Duration.ofSeconds(15);

    private final Source source;
    private final AccountTopics topics;
    private final AccountApi api;
    private final Clock clock;
    private final Errands errands;
    private final Story<AccountListener> story;
    private final AccountBook book;
    private final Map<Topic<?>, Standing> standings = new LinkedHashMap<>();

    private Standing told;
    private boolean begun;
    private boolean read;
    private long epoch;
    private long heard;
    private final Attempts retries = new Attempts(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private long readAt;

    AccountUpkeep(Source source, AccountTopics topics, AccountApi api, Clock clock, Executor executor) {
        this.source = source;
        this.topics = topics;
        this.api = api;
        this.clock = clock;
        this.errands = new Errands(executor, this::next);
        this.story = new Story<>(executor, () -> beginning(true));
        this.book = new AccountBook(story::tell);
        this.told = new Standing(Standing.State.WAITING, false, "Not subscribed yet", clock.now(), null);
    }

    /** Begins to listen, and returns what ends it. */
    List<Subscription<?>> listen() {
        synchronized (this) {
            for (Topic<?> topic : List.of(topics.account(), topics.positions(), topics.balanceAndPosition())) {
                standings.put(topic, told);
            }
        }
        return List.of(
                tap(topics.account(), book::balances),
                tap(topics.positions(), book::positions),
                tap(topics.balanceAndPosition(), this::compare));
    }

    private <E> Subscription<E> tap(Topic<E> topic, BiConsumer<Update<E>, Long> take) {
        return source.tap(topic, new Tap<>() {
            @Override
            public void update(Update<E> update) {
                synchronized (AccountUpkeep.this) {
                    take.accept(update, 2 * ++heard);
                }
            }

            @Override
            public void standing(Standing standing) {
                changed(topic, standing);
            }
        });
    }

    private void compare(Update<BalanceAndPosition> update, long number) {
        long soon = clock.nanos() + LAG.toNanos();
        for (BalanceAndPosition row : update.rows()) {
            if (read && book.isBehind(row) && soon - readAt < 0) {
                // The other channels may be on their way with it; REST is asked in case that they are not.
                readAt = soon;
            }
        }
    }

    private void changed(Topic<?> topic, Standing standing) {
        synchronized (this) {
            standings.put(topic, standing);
            if (standing.state() == Standing.State.STALE) {
                book.balances.breakOff();
                book.positions.breakOff();
            }
            book.balances.forgive();
            book.positions.forgive();
            epoch++;
            read = false;
            retries.over(clock.nanos());
            readAt = clock.nanos();
            restate();
        }
        errands.see();
    }

    /** Ends the view. */
    void close() {
        changed(
                topics.account(),
                new Standing(Standing.State.ENDED, false, "The tracker has been closed", clock.now(), null));
    }

    /** Looks whether something is due; called about once a second. */
    void tick() {
        List<Topic<?>> deaf = new ArrayList<>();
        synchronized (this) {
            if (read) {
                long time = clock.nanos() - PUSH_PATIENCE.toNanos();
                note(book.balances, topics.account(), time, deaf);
                note(book.positions, topics.positions(), time, deaf);
            }
        }
        deaf.forEach(
                topic -> source.reconnect(topic, "REST shows changes of the account that the channel has not pushed"));
        errands.see();
    }

    private static void note(Held<?> held, Topic<?> topic, long time, List<Topic<?>> deaf) {
        if (held.isOwedSince(time)) {
            held.forgive();
            deaf.add(topic);
        }
    }

    private boolean isLive() {
        return standings.values().stream().allMatch(standing -> standing.state() == Standing.State.LIVE);
    }

    private synchronized @Nullable Runnable next() {
        long now = clock.nanos();
        boolean due = read || retries.count() == 0 ? now - readAt >= 0 : retries.isDue(now);
        return isLive() && due ? this::read : null;
    }

    private void read() {
        long reads;
        long number;
        synchronized (this) {
            reads = epoch;
            number = 2 * heard + 1;
            // Whatever comes of this read, another may be due before it is over.
            readAt = clock.nanos() + AUDIT.toNanos();
        }
        try {
            AccountBalance balance = api.balance();
            List<Position> positions = api.positions(PositionsRequest.builder().build());
            synchronized (this) {
                if (reads == epoch) {
                    take(balance, positions, number);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The account could not be read: {}", e.toString());
            synchronized (this) {
                if (reads == epoch && !read) {
                    retries.begun(clock.nanos());
                }
            }
        }
    }

    private void take(AccountBalance balance, List<Position> positions, long number) {
        book.read(balance, positions, number, read, clock.nanos());
        if (book.balances.isInDoubt() || book.positions.isInDoubt()) {
            readAt = clock.nanos() + LAG.toNanos();
        } else {
            read = true;
            begun = true;
        }
        restate();
    }

    private void restate() {
        Standing now = current();
        if (now.state() != told.state()) {
            told = now;
            story.tell(listener -> listener.onStanding(now));
        }
    }

    private Standing current() {
        for (Standing standing : standings.values()) {
            if (standing.state() == Standing.State.ENDED) {
                return standing;
            }
        }
        if (isLive() && read) {
            return new Standing(Standing.State.LIVE, false, "Subscribed, and compared with REST", clock.now(), null);
        }
        String reason = "What the account holds is being read";
        for (Standing standing : standings.values()) {
            if (standing.state() != Standing.State.LIVE) {
                reason = standing.reason();
            }
        }
        return new Standing(begun ? Standing.State.STALE : Standing.State.WAITING, false, reason, clock.now(), null);
    }

    synchronized Standing standing() {
        return told;
    }

    /** Returns what a look at the book shows. */
    synchronized <T> T look(Function<AccountBook, T> look) {
        return look.apply(book);
    }

    synchronized Runnable join(AccountListener listener) {
        return story.join(listener, beginning(false));
    }

    private List<Consumer<AccountListener>> beginning(boolean afterGap) {
        List<Consumer<AccountListener>> words = new ArrayList<>();
        book.balances.values().forEach(balance -> words.add(to -> to.onBalance(balance)));
        book.positions.values().forEach(position -> words.add(to -> to.onPosition(position)));
        Standing first = afterGap ? Story.afterOverflow(told) : told;
        words.add(to -> to.onStanding(first));
        return words;
    }
}
