package dev.okx4j.paper.stream;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.paper.wire.Grant;
import dev.okx4j.paper.wire.StreamDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a client as OKX keeps it: what it has logged in as and subscribed to, and the rules that it must keep to.
 * It knows texts, not sockets.
 *
 * <p>Frames are received one at a time; everything else may happen on any thread.
 */
public final class Connection {
    /** The longest frame that is taken. */
    public static final int MOST_BYTES = 65_536;

    /** How many logins, subscriptions and ends of them an hour may hold. */
    static final int MOST_OPERATIONS = 480;

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long FAREWELL = TimeUnit.SECONDS.toNanos(10);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern EXP_TIME = Pattern.compile("[0-9]{1,19}");

    private final String connId;
    private final Door door;
    private final Hub hub;
    private final StreamDesk desk;
    private final Transport transport;
    private final Outbox outbox;
    private final Map<Arg, List<Subscription>> subscriptions = new LinkedHashMap<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Deque<Long> operations = new ArrayDeque<>();
    private volatile long lastFrame;
    private volatile boolean closed;

    Connection(String connId, Door door, Hub hub, StreamDesk desk, Transport transport) {
        this.connId = connId;
        this.door = door;
        this.hub = hub;
        this.desk = desk;
        this.transport = transport;
        this.outbox = new Outbox(transport);
        this.lastFrame = desk.clock().nanos();
    }

    String connId() {
        return connId;
    }

    Door door() {
        return door;
    }

    /** Returns what it has logged in to; orders go to the first. */
    synchronized List<Grant> grants() {
        return List.copyOf(grants);
    }

    /** Takes a text frame of the client. */
    public void received(String text) {
        if (closed) {
            return;
        }
        lastFrame = desk.clock().nanos();
        if (text.equals("ping")) {
            say("pong");
        } else if (text.length() > MOST_BYTES) {
            close(1009, "Request message exceeds the maximum frame length");
        } else {
            request(text);
        }
    }

    private void request(String text) {
        if (!(parsed(text) instanceof Map<?, ?> frame) || !(frame.get("op") instanceof String op)) {
            error("60012", "Invalid request: " + (text.length() <= 300 ? text : text.substring(0, 300)), null);
            return;
        }
        String id = frame.get("id") == null ? null : String.valueOf(frame.get("id"));
        try {
            if (id != null && !ID.matcher(id).matches()) {
                throw new Refused("60033", "Parameter id error");
            }
            if (!(frame.get("args") instanceof List<?> args) || args.isEmpty()) {
                throw new Refused(
                        "60012", "Invalid request: " + (text.length() <= 300 ? text : text.substring(0, 300)));
            }
            if (desk.isOperation(op)) {
                operate(op, id, args, frame.get("expTime"));
            } else {
                count(op);
                switch (op) {
                    case "login" -> login(args, id);
                    case "subscribe" -> args.forEach(arg -> each(id, () -> subscribe(Arg.of(arg), id)));
                    default -> args.forEach(arg -> each(id, () -> unsubscribe(Arg.of(arg), id)));
                }
            }
        } catch (Refused e) {
            error(e.code(), e.msg(), id);
        } catch (RuntimeException e) {
            LOG.error("The paper exchange failed on a frame of connection {}", connId, e);
            error("64007", "Operation failed at WebSocket gateway, and its outcome is unknown", id);
        }
    }

    private static @Nullable Object parsed(String text) {
        try {
            return Json.parse(text);
        } catch (JsonException e) {
            return null;
        }
    }

    /** Refuses an operation that OKX does not know, and one too many. */
    private void count(String op) {
        if (!List.of("login", "subscribe", "unsubscribe").contains(op)) {
            throw new Refused("60019", "Invalid op: " + (op.length() <= 40 ? op : op.substring(0, 40)));
        }
        long now = desk.clock().nanos();
        while (!operations.isEmpty() && now - operations.getFirst() >= HOUR) {
            operations.removeFirst();
        }
        if (operations.size() >= MOST_OPERATIONS) {
            throw new Refused("60014", "Requests too frequent");
        }
        operations.addLast(now);
    }

    /** Does something about one argument, whose refusal stops no other. */
    private void each(@Nullable String id, Runnable work) {
        try {
            work.run();
        } catch (Refused e) {
            error(e.code(), e.msg(), id);
        }
    }

    /** Logs in to the account of each key; when one is refused the connection ends, as on OKX. */
    private void login(List<?> args, @Nullable String id) {
        List<Grant> opened = new ArrayList<>();
        for (Object arg : args) {
            if (!(arg instanceof Map<?, ?> map)) {
                throw new Refused("60013", "Invalid args");
            }
            StreamDesk.Login login = desk.login(map);
            Grant grant = login.grant();
            if (grant == null) {
                error(login.outcome().code(), login.outcome().msg(), id);
                close(4001, "Login Failed");
                return;
            }
            opened.add(grant);
        }
        synchronized (this) {
            for (Grant grant : opened) {
                if (grants.stream().anyMatch(known -> known.account() == grant.account())) {
                    throw new Refused(
                            "60031", "The WebSocket endpoint does not support multiple logins of one account");
                }
            }
            grants.addAll(opened);
        }
        say(Events.loggedIn(id, connId));
    }

    private void subscribe(Arg arg, @Nullable String id) {
        List<Subscription> before;
        synchronized (this) {
            subscriptions.keySet().forEach(other -> Channel.refuseTogether(arg, other));
            before = subscriptions.remove(arg);
        }
        if (before != null) {
            before.forEach(Subscription::close);
            hub.ended(this, arg);
        }
        List<Subscription> begun = hub.subscribe(this, arg, Events.done("subscribe", arg, id, connId));
        boolean late;
        synchronized (this) {
            late = closed;
            subscriptions.put(arg, begun);
        }
        if (late) {
            begun.forEach(Subscription::close);
        }
    }

    private void unsubscribe(Arg arg, @Nullable String id) {
        List<Subscription> ended;
        synchronized (this) {
            ended = subscriptions.remove(arg);
        }
        if (ended == null) {
            throw Refused.unknown(arg);
        }
        ended.forEach(Subscription::close);
        hub.ended(this, arg);
        say(Events.done("unsubscribe", arg, id, connId));
    }

    private void operate(String op, @Nullable String id, List<?> args, @Nullable Object expTime) {
        Instant received = desk.clock().now();
        if (door != Door.PRIVATE) {
            throw new Refused(
                    "60028", "The current operation is not supported by this URL. Please use the correct one.");
        }
        List<Grant> opened = grants();
        if (opened.isEmpty()) {
            throw new Refused("60011", "Please log in");
        }
        StreamDesk.Outcome outcome;
        if (id == null) {
            outcome = new StreamDesk.Outcome("60027", "Parameter id can not be empty", List.of());
        } else if (expTime != null && !EXP_TIME.matcher(expTime.toString()).matches()) {
            outcome = new StreamDesk.Outcome("60033", "Parameter expTime error", List.of());
        } else {
            outcome = desk.operate(opened.get(0), op, args, expTime == null ? null : expTime.toString());
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", id == null ? "" : id);
        reply.put("op", op);
        reply.put("data", outcome.data());
        reply.put("code", outcome.code());
        reply.put("msg", outcome.data().isEmpty() ? outcome.msg() : "");
        reply.put("inTime", StreamDesk.micros(received));
        reply.put("outTime", StreamDesk.micros(desk.clock().now()));
        say(Json.write(reply));
    }

    private void error(String code, String msg, @Nullable String id) {
        say(Events.error(code, msg, id, connId));
    }

    private void say(String text) {
        push(Frame.of(text));
    }

    /** Puts a frame behind those that wait; never held up, and of no effect once too many do. */
    void push(Frame frame) {
        lastFrame = desk.clock().nanos();
        if (!closed) {
            outbox.offer(frame);
        }
    }

    /** Ends a connection on which nothing was said for thirty seconds, or too much is unread; breaks one that does not take its end. */
    void tick(long nanos) {
        long silent = nanos - lastFrame;
        if (!closed && !grants().stream().allMatch(desk::isOpen)) {
            close(4007, "API key has been updated or deleted. Please reconnect.");
        }
        if (!closed && outbox.isFull()) {
            close(4005, "Buffer is full, cannot write data");
        }
        if (closed && silent >= FAREWELL) {
            transport.abort();
            hub.left(this);
        } else if (!closed && silent >= SILENCE) {
            close(4004, "No data received in 30s.");
        }
    }

    /** Says why the exchange is about to end, and ends. */
    void dismiss() {
        say(Events.closing(connId));
        close(1001, "The exchange is closing");
    }

    /** Ends the connection behind what waits to be written. */
    void close(int code, String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        lastFrame = desk.clock().nanos();
        outbox.close(code, reason);
        endSubscriptions();
    }

    /** Waits until the end has been written, or patience is over. */
    void awaitEnd(Duration patience) {
        outbox.awaitEnd(patience);
    }

    /** Tells that the transport has ended. */
    public void gone() {
        closed = true;
        outbox.ended();
        endSubscriptions();
        hub.left(this);
    }

    private void endSubscriptions() {
        List<List<Subscription>> ending;
        synchronized (this) {
            ending = List.copyOf(subscriptions.values());
            subscriptions.clear();
        }
        ending.forEach(all -> all.forEach(Subscription::close));
    }
}
