package dev.okx4j.client.stream;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.stream.Ticket.Phase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    static final long OPENING = Duration.ofSeconds(15).toNanos();
    static final long LOGIN = Duration.ofSeconds(15).toNanos();

    private final LegOwner owner;
    private final @Nullable Login login;
    private final Counters counters;
    private final Tickets tickets = new Tickets();
    private final Heartbeat heartbeat = new Heartbeat();
    private final Commands commands;
    private StreamWire.@Nullable Line line;
    private State state = State.CONNECTING;
    private long began;
    private boolean wasReady;
    private long readySince;
    private long signedAt;

    /** The steps of a connection. */
    enum State {
        CONNECTING,
        LOGIN_SENT,
        READY,
        OVER
    }

    Leg(LegOwner owner, @Nullable Login login, Counters counters, long now) {
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
        heartbeat.begin(now);
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
        flush(now);
    }

    /** Asks for topics, each once. */
    void want(Collection<Feed<?>> feeds, long now) {
        feeds.forEach(feed -> tickets.add(feed).forEach(this::leave));
        flush(now);
    }

    /** Ends a topic. */
    void drop(Feed<?> feed, long now) {
        Ticket ticket = tickets.remove(feed);
        if (ticket != null) {
            leave(ticket);
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

    /** Asks for a topic anew, at a time to come. */
    void renew(Feed<?> feed, long at, long now) {
        Ticket ticket = tickets.get(feed);
        if (ticket != null) {
            leave(ticket);
            ticket.pause(at);
            flush(now);
        }
    }

    boolean isLive(Feed<?> feed) {
        Ticket ticket = tickets.get(feed);
        return ticket != null && ticket.phase == Phase.LIVE;
    }

    /** Returns whether all topics have been acknowledged. */
    boolean isComplete() {
        return state == State.READY && tickets.areLive();
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
            if (heartbeat.pong()) {
                owner.caughtUp(this);
            }
            return;
        }
        int end = Arg.end(frame);
        if (end > 0 && frame.indexOf("\"data\"", end) > 0) {
            push(Arg.text(frame, end), frame, now);
        } else {
            tell(frame, now);
        }
    }

    private void push(String arg, String frame, long now) {
        List<Feed<?>> feeds;
        try {
            feeds = tickets.owners(arg);
        } catch (JsonException e) {
            spoiled(e);
            return;
        }
        if (feeds.isEmpty() && !tickets.isDeparted(arg)) {
            counters.unknown("push of a channel", String.valueOf(Arg.fields(arg).get("channel")));
        }
        push(feeds, frame, now);
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
        ticket.live(now);
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
            push(Json.write(arg), frame, now);
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
                for (Feed<?> feed : tickets.named(tree)) {
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
                for (Feed<?> feed : tickets.of(channel)) {
                    tickets.remove(feed);
                    owner.refused(this, feed, event, "");
                }
            }
            default -> counters.unknown("event", event);
        }
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
                ticket.pause(Ticket.FOR_GOOD);
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
        if (heartbeat.isMissed(now)) {
            end("nothing answered a ping", 0);
            return;
        }
        if (heartbeat.isDue(now)) {
            ping(now);
        }
        if (commands.isUnanswered(now)) {
            end("a subscription was not answered", 0);
            return;
        }
        commands.split(now);
        for (Ticket ticket : List.copyOf(tickets.all())) {
            if (ticket.isSilent(now)) {
                owner.broken(this, ticket.feed, "the channel has fallen silent");
            } else {
                ticket.wake(now);
            }
        }
        flush(now);
    }

    /** Sends a ping now; what was pushed before it was answered has arrived when the answer has. */
    void ping(long now) {
        heartbeat.ping(now);
        send("ping");
    }

    private void flush(long now) {
        if (isReady()) {
            commands.flush(tickets.all(), now);
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
