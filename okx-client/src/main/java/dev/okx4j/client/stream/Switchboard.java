package dev.okx4j.client.stream;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.OkxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Knows which connection carries which topic, and opens as many connections as the topics need.
 *
 * <p>This class is thread-safe. It asks nothing of a connection while it holds its lock.
 */
final class Switchboard implements Source, Roads.Events, AutoCloseable {
    private final StreamSetup setup;
    private final ConnectPace pace;
    private final @Nullable Pulse pulse;
    private final Executor threads;
    private final Counters counters = new Counters();
    private final Map<Topic<?>, Place> places = new HashMap<>();
    private final Map<Pool, List<Shard>> pools = new LinkedHashMap<>();
    private final OperationDesk orders = new OperationDesk(this);
    private @Nullable AuthenticationException refused;
    private boolean closed;

    /** Which connections a topic may travel on. */
    private record Pool(StreamUrl url, boolean login) {}

    /** Where a topic is carried, and by how many it is used. */
    private static final class Place {
        final Feed<?> feed;
        Shard shard;
        int users;

        Place(Feed<?> feed, Shard shard) {
            this.feed = feed;
            this.shard = shard;
        }
    }

    /**
     * @param pulse makes the time pass; null when somebody else does, by {@link #tick}
     * @param threads where the listeners are called, and what blocks is done
     */
    Switchboard(StreamSetup setup, ConnectPace pace, @Nullable Pulse pulse, Executor threads) {
        this.setup = setup;
        this.pace = pace;
        this.pulse = pulse;
        this.threads = threads;
    }

    Counters counters() {
        return counters;
    }

    Executor threads() {
        return threads;
    }

    StreamSetup setup() {
        return setup;
    }

    /** Opens the connection that operations on orders go over. */
    void prepareOrders() {
        orders.prepare();
    }

    /** Returns what sends operations on orders. */
    Operations orders() {
        return orders;
    }

    @Override
    @SuppressWarnings("unchecked") // a feed is kept by its topic
    public <E> Subscription<E> tap(Topic<E> topic, Tap<E> tap) {
        Feed<E> feed;
        Connection connection;
        Listening<E> listening;
        boolean added = false;
        synchronized (this) {
            requireOpen(topic);
            Place place = places.get(topic);
            if (place == null && refused != null && topic.channel().login()) {
                return refusedAlready(topic, tap, refused);
            }
            if (place == null) {
                feed = new Feed<>(topic, setup.clock());
                place = new Place(feed, shardFor(feed));
                place.shard.add(feed);
                places.put(topic, place);
                added = true;
            } else {
                feed = (Feed<E>) place.feed;
            }
            place.users++;
            connection = place.shard.connection;
            listening = new Listening<>(feed, tap, this::leave);
        }
        connection.listen(feed, listening);
        if (added) {
            connection.want(List.of(feed));
        }
        return listening;
    }

    private void requireOpen(Topic<?> topic) {
        if (closed) {
            throw new IllegalStateException("The client has been closed");
        }
        if (setup.base().isEmpty()) {
            throw new IllegalStateException(
                    "This client calls REST through a wire of its own, and has none for streams;"
                            + " give its builder a streamWire");
        }
        if (topic.channel().login() && setup.credentials() == null) {
            throw new IllegalStateException("The channel " + topic.channel() + " needs an API key");
        }
    }

    private <E> Subscription<E> refusedAlready(Topic<E> topic, Tap<E> tap, OkxException cause) {
        Feed<E> feed = new Feed<>(topic, setup.clock());
        feed.ended("the key was refused", cause);
        Listening<E> listening = new Listening<>(feed, tap, gone -> {});
        feed.add(listening);
        return listening;
    }

    private Shard shardFor(Feed<?> feed) {
        Channel<?> channel = feed.topic().channel();
        Pool pool = new Pool(channel.url(), channel.login());
        List<Shard> shards = pools.computeIfAbsent(pool, key -> new ArrayList<>());
        for (Shard shard : shards) {
            if (shard.hasRoomFor(feed)) {
                return shard;
            }
        }
        Shard shard = opened(pool);
        shards.add(shard);
        return shard;
    }

    private Shard opened(Pool pool) {
        if (pulse != null) {
            pulse.start(this::tick);
        }
        return new Shard(new Connection(roads(pool)));
    }

    private Roads roads(Pool pool) {
        Credentials credentials = setup.credentials();
        return new Roads(
                setup.base() + pool.url().path(),
                setup.wire(),
                pool.login() && credentials != null ? new Login(credentials, setup.rest()::serverTime) : null,
                pace,
                setup.base(),
                setup.clock(),
                setup.entropy(),
                counters,
                this);
    }

    private void leave(Listening<?> listening) {
        Feed<?> feed = listening.feed();
        Connection connection = null;
        synchronized (this) {
            Place place = places.get(feed.topic());
            if (place != null && place.feed == feed && --place.users == 0) {
                places.remove(feed.topic());
                place.shard.remove(feed);
                connection = place.shard.connection;
            }
        }
        forget(feed, listening);
        if (connection != null) {
            connection.drop(feed);
        }
    }

    @SuppressWarnings("unchecked") // a tap listens to its own feed
    private static <E> void forget(Feed<E> feed, Listening<?> listening) {
        feed.remove((Listening<E>) listening);
    }

    @Override
    public void renew(Topic<?> topic, String reason) {
        Place place = place(topic);
        if (place != null) {
            place.shard.connection.renew(place.feed, reason);
        }
    }

    @Override
    public void reconnect(Topic<?> topic, String reason) {
        Place place = place(topic);
        if (place != null) {
            place.shard.connection.reconnect(reason);
        }
    }

    private synchronized @Nullable Place place(Topic<?> topic) {
        return places.get(topic);
    }

    /** Lets time pass on all connections. */
    void tick() {
        connections().forEach(Connection::tick);
    }

    private synchronized List<Connection> connections() {
        return pools.values().stream()
                .flatMap(List::stream)
                .map(shard -> shard.connection)
                .toList();
    }

    @Override
    public void ended(Connection connection, Feed<?> feed, String reason, @Nullable OkxException cause) {
        synchronized (this) {
            Place place = places.get(feed.topic());
            if (place != null && place.feed == feed) {
                places.remove(feed.topic());
                place.shard.remove(feed);
            }
        }
        feed.ended(reason, cause);
    }

    @Override
    public void keyRefused(AuthenticationException cause) {
        List<Connection> ending = new ArrayList<>();
        synchronized (this) {
            refused = cause;
            pools.entrySet().removeIf(pool -> {
                if (pool.getKey().login()) {
                    pool.getValue().forEach(shard -> ending.add(shard.connection));
                }
                return pool.getKey().login();
            });
        }
        ending.forEach(connection -> connection.close("the key was refused", cause));
    }

    @Override
    public void clockRefused(long signedAt) {
        threads.execute(() -> setup.rest().correctTime(signedAt));
    }

    /** Moves half of a connection's topics to others. */
    @Override
    public void crowded(Connection connection) {
        List<Feed<?>> moving = new ArrayList<>();
        synchronized (this) {
            for (List<Shard> shards : pools.values()) {
                for (Shard shard : shards) {
                    if (shard.connection == connection) {
                        moving.addAll(shard.halve());
                    }
                }
            }
        }
        connection.surrender(moving, () -> moving.forEach(this::placeAnew));
    }

    private void placeAnew(Feed<?> feed) {
        Connection to = null;
        OkxException cause;
        synchronized (this) {
            Place place = places.get(feed.topic());
            if (place == null || place.feed != feed) {
                return;
            }
            cause = feed.topic().channel().login() ? refused : null;
            if (closed || cause != null) {
                places.remove(feed.topic());
            } else {
                place.shard = shardFor(feed);
                place.shard.add(feed);
                to = place.shard.connection;
            }
        }
        if (to != null) {
            to.want(List.of(feed));
        } else {
            feed.ended(cause == null ? "closed with the client" : "the key was refused", cause);
        }
    }

    /** Returns the connection that operations on orders go over, which stays open from now on; null without a key that OKX takes. */
    synchronized @Nullable Connection forOrders() {
        if (closed
                || refused != null
                || setup.credentials() == null
                || setup.base().isEmpty()) {
            return null;
        }
        List<Shard> shards = pools.computeIfAbsent(new Pool(StreamUrl.PRIVATE, true), key -> new ArrayList<>());
        if (shards.isEmpty()) {
            shards.add(opened(new Pool(StreamUrl.PRIVATE, true)));
        }
        return shards.get(0).connection;
    }

    @Override
    public void answered(String id, String frame) {
        orders.answered(id, frame);
    }

    @Override
    public void lost(Connection connection) {
        orders.lost(connection);
    }

    /** Returns how many connections there are, open or on their way. */
    synchronized int size() {
        return pools.values().stream()
                .flatMap(List::stream)
                .mapToInt(shard -> shard.isEmpty() ? 0 : 1)
                .sum();
    }

    /** Returns how many topics are carried. */
    synchronized int topics() {
        return places.size();
    }

    @Override
    public void close() {
        List<Connection> ending = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            ending.addAll(connections());
            pools.clear();
        }
        if (pulse != null) {
            pulse.close();
        }
        ending.forEach(connection -> connection.close("closed with the client", null));
    }
}
