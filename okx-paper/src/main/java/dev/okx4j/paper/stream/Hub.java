package dev.okx4j.paper.stream;

import dev.okx4j.client.seam.Waits;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.wire.Grant;
import dev.okx4j.paper.wire.StreamDesk;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * All WebSocket connections of an exchange, whatever carries them.
 *
 * <p>This class is threadsafe.
 */
public final class Hub implements AutoCloseable {
    /** How many connections of an account may follow one private channel. */
    static final int MOST_FOLLOWERS = 30;

    private static final int MOST_PER_SECOND = 3;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StreamDesk desk;
    private final Pulse pulse;
    private final Map<PaperAccount, AccountStream> streams = new HashMap<>();
    private final Set<Connection> connections = new LinkedHashSet<>();
    private final Map<Follower, Integer> followers = new HashMap<>();
    private final Map<String, Deque<Long>> arrivals = new HashMap<>();
    private long opened;
    private boolean closed;

    /** Something of an account that so many of a connection's subscriptions follow. */
    private record Follower(PaperAccount account, Channel channel, Connection connection) {}

    /** Makes a hub whose time passes with the waits, on a thread of its own that lives as long as there is a connection. */
    public Hub(StreamDesk desk, Waits waits) {
        this.desk = desk;
        this.pulse = new Pulse(this, waits);
    }

    /** Returns whether another connection from an address is let in now: three a second are. */
    public synchronized boolean admits(String address) {
        long now = desk.clock().nanos();
        arrivals.values().removeIf(times -> times.isEmpty() || now - times.getLast() >= SECOND);
        Deque<Long> times = arrivals.computeIfAbsent(address, known -> new ArrayDeque<>());
        while (!times.isEmpty() && now - times.getFirst() >= SECOND) {
            times.removeFirst();
        }
        if (closed || times.size() >= MOST_PER_SECOND) {
            return false;
        }
        times.addLast(now);
        return true;
    }

    /** Begins a connection at one of the addresses. */
    public Connection open(Door door, Transport transport) {
        Connection connection;
        boolean late;
        synchronized (this) {
            opened++;
            // Eight hexadecimal digits, as OKX's are; they need only differ.
            String connId = "%08x".formatted(opened * 0x9E3779B1L & 0xFFFFFFFFL);
            connection = new Connection(connId, door, this, desk, transport);
            late = closed;
            if (!late) {
                connections.add(connection);
            }
        }
        if (late) {
            connection.dismiss();
        } else {
            pulse.start();
        }
        return connection;
    }

    synchronized boolean isIdle() {
        return connections.isEmpty();
    }

    /** Forgets a connection. */
    synchronized void left(Connection connection) {
        connections.remove(connection);
        followers.keySet().removeIf(follower -> follower.connection() == connection);
    }

    /** Begins a subscription, one of each account that the connection has logged in to if it is about accounts, or refuses it. */
    List<Subscription> subscribe(Connection connection, Arg arg, String acknowledgement) {
        Channel channel = Channel.of(arg);
        List<Grant> grants = connection.grants();
        Refused refusal = channel.refusal(arg, connection.door(), !grants.isEmpty());
        if (refusal != null) {
            throw refusal;
        }
        if (!channel.isPrivate()) {
            Grant seen = grants.isEmpty() ? desk.house() : grants.get(0);
            return List.of(stream(seen).subscribe(connection, arg, acknowledgement));
        }
        List<Subscription> begun = new ArrayList<>();
        for (Grant grant : grants) {
            begun.add(stream(grant).subscribe(connection, arg, begun.isEmpty() ? acknowledgement : ""));
        }
        for (int i = 0; channel.isCounted() && i < grants.size(); i++) {
            count(new Follower(grants.get(i).account(), channel, connection), begun.get(i));
        }
        return begun;
    }

    /** Counts a connection that follows a private channel, tells how many do, and ends what is too much. */
    private void count(Follower follower, Subscription begun) {
        Connection connection = follower.connection();
        String channel = follower.channel().wire();
        int count;
        synchronized (this) {
            followers.merge(follower, 1, Integer::sum);
            count = (int) followers.keySet().stream()
                    .filter(other -> other.account() == follower.account() && other.channel() == follower.channel())
                    .count();
        }
        if (count > MOST_FOLLOWERS) {
            unfollow(follower);
            begun.close();
            connection.push(
                    Frame.of(Events.count("channel-conn-count-error", channel, MOST_FOLLOWERS, connection.connId())));
        } else {
            connection.push(Frame.of(Events.count("channel-conn-count", channel, count, connection.connId())));
        }
    }

    /** Counts a subscription of a connection less. */
    void ended(Connection connection, Arg arg) {
        Channel channel = Channel.of(arg);
        if (channel.isCounted()) {
            connection.grants().forEach(grant -> unfollow(new Follower(grant.account(), channel, connection)));
        }
    }

    private synchronized void unfollow(Follower follower) {
        followers.computeIfPresent(follower, (known, count) -> count == 1 ? null : count - 1);
    }

    private AccountStream stream(Grant grant) {
        synchronized (this) {
            return streams.computeIfAbsent(grant.account(), account -> new AccountStream(desk, grant));
        }
    }

    /** Does what the wire clock calls for: silent connections end, regular pushes are made. */
    void tick() {
        long now = desk.clock().nanos();
        List<Connection> open;
        List<AccountStream> all;
        synchronized (this) {
            open = List.copyOf(connections);
            all = List.copyOf(streams.values());
        }
        open.forEach(connection -> connection.tick(now));
        all.forEach(stream -> stream.tick(now));
    }

    /** Tells every connection that the exchange ends, and ends it. */
    @Override
    public void close() {
        List<Connection> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(connections);
        }
        open.forEach(Connection::dismiss);
        open.forEach(connection -> connection.awaitEnd(PATIENCE));
        pulse.close();
    }
}
