package dev.okx4j.client.stream;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.stream.Ticket.Phase;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One socket from its opening to its end: connecting, logging in, keeping alive, and how far each topic has come on it.
 *
 * <p>A pure machine: what happens, and the time, are handed in; what follows goes out over the line and to the owner. Its caller
 * lets one thing happen at a time.
 */
final class Leg {
    /** The longest frame that is taken, in characters. */
    static final int LONGEST_FRAME = 4 << 20;

    /** OKX ends a connection after thirty seconds without a word. With the time for an answer, and for ticks, this is less than 25. */
    static final long IDLE = Duration.ofMillis(14_500).toNanos();

    /** How long an answer to a ping may take. */
    static final long PONG = Duration.ofSeconds(10).toNanos();

    static final long OPENING = Duration.ofSeconds(15).toNanos();
    static final long LOGIN = Duration.ofSeconds(15).toNanos();

    /** The channels of which OKX sends something every minute, and how long they may be silent. */
    private static final Set<String> CONFIRMED = Set.of("books", "books-l2-tbt", "books50-l2-tbt");

    static final long SILENCE = Duration.ofSeconds(75).toNanos();

    private final Owner owner;
    private final @Nullable Login login;
    private final Counters counters;
    private final Map<Feed<?>, Ticket> tickets = new LinkedHashMap<>();
    private final Map<String, List<Feed<?>>> byArg = new HashMap<>();
    private final Set<String> departed = new HashSet<>();
    private final Commands commands;
    private StreamWire.@Nullable Line line;
    private State state = State.CONNECTING;
    private long began;
    private boolean wasReady;
    private long readySince;
    private long signedAt;
    private long pinged;
    private int pings;
    private int pongs;

    /** The steps of a connection. */
    enum State {
        CONNECTING,
        LOGIN_SENT,
        READY,
        OVER
    }

    /** Whose socket it is. */
    interface Owner {
        /** It is open, and logged in where that is needed. */
        void ready(Leg leg);

        /** OKX has acknowledged a topic. */
        void live(Leg leg, Feed<?> feed);

        /** A push has come. */
        void push(Leg leg, Feed<?> feed, String frame);

        /** OKX does not serve a topic. */
        void refused(Leg leg, Feed<?> feed, String code, String msg);

        /** A topic is not what it should be and must be asked for anew. */
        void broken(Leg leg, Feed<?> feed, String reason);

        /** OKX has announced that it will close the connection. */
        void leaving(Leg leg);

        /** OKX does not accept the login. */
        void loginRefused(Leg leg, String code, String msg);

        /** An answer to an operation has come. */
        void answered(String id, String frame);

        /** The answer to the last ping has come. */
        void caughtUp(Leg leg);

        /** The connection may send no more requests for a while. */
        void spent(Leg leg);

        /** It has ended; the line is closed. */
        void over(Leg leg, String reason, int code);
    }

    Leg(Owner owner, @Nullable Login login, Counters counters, long now) {
        this.owner = owner;
        this.login = login;
        this.counters = counters;
        this.began = now;
        this.commands = new Commands(this::send, () -> owner.spent(this));
    }

    boolean isReady() {
        return state == State.READY;
    }

    /** Returns for how long it has been ready, also when it has just ended. */
    Duration healthy(long now) {
        return wasReady ? Duration.ofNanos(now - readySince) : Duration.ZERO;
    }

    /** Returns when its login was signed. */
    long signedAt() {
        return signedAt;
    }

    /** Takes its line, which may have opened already. */
    void on(StreamWire.Line opening) {
        line = opening;
    }

    /** Takes the news that the line is open. */
    void opened(long now) {
        if (state != State.CONNECTING) {
            return;
        }
        began = now;
        pinged = now;
        if (login == null) {
            becomeReady(now);
        } else {
            state = State.LOGIN_SENT;
            signedAt = now;
            commands.count(now);
            send(login.frame());
        }
    }

    private void becomeReady(long now) {
        state = State.READY;
        wasReady = true;
        readySince = now;
        owner.ready(this);
        commands.flush(tickets.values(), now);
    }

    /** Asks for topics, each once. */
    void want(Collection<Feed<?>> feeds, long now) {
        for (Feed<?> feed : feeds) {
            if (!tickets.containsKey(feed)) {
                leaveNamesake(feed);
                tickets.put(feed, new Ticket(feed));
            }
            departed.remove(feed.arg());
        }
        byArg.clear();
        flush(now);
    }

    /** Ends the topic of the same name that is about to be dropped: whoever closed it was overtaken by who asks for it again. */
    private void leaveNamesake(Feed<?> feed) {
        for (Ticket other : List.copyOf(tickets.values())) {
            if (other.feed.arg().equals(feed.arg())) {
                tickets.remove(other.feed);
                leave(other);
            }
        }
    }

    /** Ends a topic. */
    void drop(Feed<?> feed, long now) {
        Ticket ticket = tickets.remove(feed);
        if (ticket != null) {
            leave(ticket);
            forget(feed);
            flush(now);
        }
    }

    private void leave(Ticket ticket) {
        if (ticket.phase == Phase.ASKED || ticket.phase == Phase.LIVE) {
            commands.leave(ticket);
        }
        if (ticket.request != null) {
            ticket.request.open.remove(ticket);
        }
    }

    private void forget(Feed<?> feed) {
        byArg.clear();
        if (departed.size() > 1_000) {
            departed.clear();
        }
        departed.add(feed.arg());
    }

    /** Asks for a topic anew, at a time to come. */
    void renew(Feed<?> feed, long at, long now) {
        Ticket ticket = tickets.get(feed);
        if (ticket != null) {
            leave(ticket);
            ticket.request = null;
            ticket.phase = Phase.PAUSED;
            ticket.until = at;
            flush(now);
        }
    }

    boolean isLive(Feed<?> feed) {
        Ticket ticket = tickets.get(feed);
        return ticket != null && ticket.phase == Phase.LIVE;
    }

    /** Returns whether a topic is on its way to be asked for anew, or for the first time. */
    boolean isUnderWay(Feed<?> feed) {
        Ticket ticket = tickets.get(feed);
        return ticket != null && ticket.phase != Phase.LIVE;
    }

    /** Returns whether all topics have been acknowledged. */
    boolean isComplete() {
        return state == State.READY && tickets.values().stream().allMatch(ticket -> ticket.phase == Phase.LIVE);
    }

    /** Takes a frame. */
    void text(String frame, long now) {
        if (state == State.OVER) {
            return;
        }
        counters.frames.increment();
        if (frame.length() > LONGEST_FRAME) {
            end("a frame was too long", 0);
            return;
        }
        if (frame.equals("pong")) {
            pongs = Math.min(pings, pongs + 1); // one too many must not answer for the next
            if (pongs >= pings) {
                owner.caughtUp(this);
            }
            return;
        }
        int end = Arg.end(frame);
        if (end > 0 && frame.indexOf("\"data\"", end) > 0) {
            String arg = Arg.text(frame, end);
            List<Feed<?>> feeds = byArg.get(arg);
            push(feeds == null ? owners(arg) : feeds, frame, now);
        } else {
            tell(frame, now);
        }
    }

    private List<Feed<?>> owners(String arg) {
        Map<String, String> fields;
        try {
            fields = Arg.fields(arg);
        } catch (JsonException e) {
            spoiled(e);
            return List.of();
        }
        List<Feed<?>> feeds = Arg.owners(fields, tickets.keySet());
        if (feeds.isEmpty()
                && departed.stream().noneMatch(left -> arg.startsWith(left.substring(0, left.length() - 1)))) {
            counters.unknown("push of a channel", String.valueOf(fields.get("channel")));
        }
        if (byArg.size() > 1_000) {
            byArg.clear();
        }
        byArg.put(arg, feeds);
        return feeds;
    }

    private void push(List<Feed<?>> feeds, String frame, long now) {
        for (Feed<?> feed : feeds) {
            Ticket ticket = tickets.get(feed);
            if (ticket != null && ticket.phase == Phase.ASKED) {
                acknowledged(ticket, now); // a push says as much
            }
            if (ticket != null && ticket.phase == Phase.LIVE) {
                ticket.heard = now;
                owner.push(this, feed, frame);
            }
        }
    }

    private void acknowledged(Ticket ticket, long now) {
        Request request = ticket.request;
        if (ticket.phase != Phase.ASKED || request == null) {
            return;
        }
        request.open.remove(ticket);
        request.touched = now;
        ticket.request = null;
        ticket.phase = Phase.LIVE;
        ticket.heard = now;
        owner.live(this, ticket.feed);
        settle(request, now);
    }

    private void spoiled(JsonException e) {
        counters.undecodable("something without a channel", e);
        end("a frame could not be read, and it is not known whose it was", 0);
    }

    /** Takes a frame that is no push, or one that is written in another way than OKX's. */
    private void tell(String frame, long now) {
        Map<?, ?> tree;
        try {
            tree = Json.parse(frame) instanceof Map<?, ?> map ? map : Map.of();
        } catch (JsonException e) {
            spoiled(e);
            return;
        }
        if (tree.get("event") instanceof String event) {
            event(event, tree, now);
        } else if (tree.get("arg") instanceof Map<?, ?> arg && tree.containsKey("data")) {
            push(owners(Json.write(arg)), frame, now);
        } else if (tree.get("op") != null && tree.get("id") instanceof String id) {
            owner.answered(id, frame);
        } else {
            counters.unknown("frame", "frame");
        }
    }

    private void event(String event, Map<?, ?> tree, long now) {
        String code = String.valueOf(tree.get("code"));
        switch (event) {
            case "login" -> {
                if (state == State.LOGIN_SENT) {
                    becomeReady(now);
                }
            }
            case "subscribe" -> {
                for (Feed<?> feed : named(tree)) {
                    Ticket ticket = tickets.get(feed);
                    if (ticket != null) {
                        acknowledged(ticket, now);
                    }
                }
            }
            case "unsubscribe" -> {
                commands.left(tree.get("arg") instanceof Map<?, ?> arg ? Arg.fields(arg) : Map.of());
                flush(now);
            }
            case "error" -> error(tree, code, String.valueOf(tree.get("msg")), now);
            case "notice" -> {
                if (code.equals("64008")) {
                    owner.leaving(this);
                } else {
                    counters.unknown("notice", code);
                }
            }
            case "channel-conn-count" -> {} // how many connections have the channel, told with each subscription
            case "channel-conn-count-error" -> {
                String channel = String.valueOf(tree.get("channel"));
                for (Feed<?> feed : List.copyOf(tickets.keySet())) {
                    if (feed.topic().channel().name().equals(channel)) {
                        tickets.remove(feed);
                        forget(feed);
                        owner.refused(this, feed, event, "");
                    }
                }
            }
            default -> counters.unknown("event", event);
        }
    }

    private List<Feed<?>> named(Map<?, ?> tree) {
        return tree.get("arg") instanceof Map<?, ?> arg ? Arg.owners(Arg.fields(arg), tickets.keySet()) : List.of();
    }

    private void error(Map<?, ?> tree, String code, String msg, long now) {
        if (state == State.LOGIN_SENT) {
            if (code.equals("60031")) { // logged in before
                becomeReady(now);
            } else {
                owner.loginRefused(this, code, msg);
            }
            return;
        }
        Request request = commands.request(tree.get("id"));
        if (request != null) {
            request.refusals.add(new Request.Refusal(code, msg));
            request.touched = now;
            settle(request, now);
        } else if (!commands.leftWithError(tree.get("id"))) {
            counters.unknown("error", code);
        }
    }

    private void settle(Request request, long now) {
        boolean tooMany =
                request.refusals.stream().anyMatch(refusal -> refusal.code().equals("60014"));
        if (!tooMany && !request.isSettled()) {
            return;
        }
        commands.done(request);
        List<Ticket> open = List.copyOf(request.open);
        for (Ticket ticket : open) {
            ticket.request = null;
        }
        if (tooMany) {
            open.forEach(ticket -> ticket.phase = Phase.WANTED);
            commands.refused();
        } else if (!open.isEmpty() && !request.isUnanimous()) {
            open.forEach(ticket -> commands.ask(List.of(ticket), now));
        } else {
            for (Ticket ticket : open) {
                Request.Refusal refusal = request.refusals.get(0);
                ticket.phase = Phase.PAUSED;
                ticket.until = Long.MAX_VALUE;
                owner.refused(this, ticket.feed, refusal.code(), refusal.msg());
            }
        }
    }

    /** Takes the time. */
    void tick(long now) {
        switch (state) {
            case CONNECTING -> {
                if (now - began >= OPENING) {
                    end("the connection did not open in time", 0);
                }
            }
            case LOGIN_SENT -> {
                if (now - began >= LOGIN) {
                    end("the login was not answered in time", 0);
                }
            }
            case READY -> watch(now);
            case OVER -> {}
        }
    }

    private void watch(long now) {
        if (pongs < pings ? now - pinged >= PONG : now - pinged >= IDLE) {
            if (pongs < pings) {
                end("nothing answered a ping", 0);
                return;
            }
            ping(now);
        }
        if (commands.isUnanswered(now)) {
            end("a subscription was not answered", 0);
            return;
        }
        commands.split(now);
        for (Ticket ticket : List.copyOf(tickets.values())) {
            if (ticket.phase == Phase.LIVE
                    && now - ticket.heard >= SILENCE
                    && CONFIRMED.contains(ticket.feed.topic().channel().name())) {
                owner.broken(this, ticket.feed, "the channel has fallen silent");
            } else if (ticket.phase == Phase.PAUSED && ticket.until != Long.MAX_VALUE && now - ticket.until >= 0) {
                ticket.phase = Phase.WANTED;
            }
        }
        flush(now);
    }

    /** Sends a ping now; what was pushed before it was answered has arrived when the answer has. */
    void ping(long now) {
        pinged = now;
        pings++;
        send("ping");
    }

    private void flush(long now) {
        if (state == State.READY) {
            commands.flush(tickets.values(), now);
        }
    }

    /** Sends a frame; false when the line takes none. */
    boolean send(String frame) {
        StreamWire.Line to = line;
        if (state == State.OVER || to == null) {
            return false;
        }
        if (!to.send(frame)) {
            end("the line takes no more", 0);
            return false;
        }
        return true;
    }

    /** Ends it because of what was found out here, or because the line has ended. */
    void end(String reason, int code) {
        if (state != State.OVER) {
            state = State.OVER;
            if (line != null) {
                line.cancel();
            }
            owner.over(this, reason, code);
        }
    }

    /** Ends it without telling its owner, who wants that. */
    void close() {
        state = State.OVER;
        if (line != null) {
            line.close(1000, "");
        }
    }
}
