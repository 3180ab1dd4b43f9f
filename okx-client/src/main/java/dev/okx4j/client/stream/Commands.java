package dev.okx4j.client.stream;

import dev.okx4j.client.rest.StreamLimits;
import dev.okx4j.client.stream.Ticket.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection to subscribe and to end subscriptions: gathered for a moment, cut to OKX's length, counted, and
 * matched with their answers.
 */
final class Commands {
    /** How long an answer may take. */
    static final long ANSWER = Duration.ofSeconds(10).toNanos();

    /** How long after an error the acknowledgements of the other topics of a request are waited for. */
    static final long REST = Duration.ofSeconds(2).toNanos();

    /** The first topic is asked for at once, and those that follow so soon together. */
    private static final long GATHER = Duration.ofMillis(200).toNanos();

    /** What a request is longer than its arguments, and some to spare. */
    private static final int FRAME = 200;

    private final Predicate<String> line;
    private final Runnable spent;
    private final CommandBudget budget = new CommandBudget();
    private final Map<String, Request> requests = new HashMap<>();
    /** The arguments whose subscriptions are to end, or are ending; a time where they have been asked to. */
    private final Map<String, Leaving> leaving = new LinkedHashMap<>();

    private long gatheredAt;
    private boolean sentBefore;
    private int ids;

    /** The end of a subscription that OKX is to acknowledge. */
    private static final class Leaving {
        final Feed<?> feed;

        @Nullable
        String id;

        long asked;

        Leaving(Feed<?> feed) {
            this.feed = feed;
        }
    }

    Commands(Predicate<String> line, Runnable spent) {
        this.line = line;
        this.spent = spent;
    }

    /** Counts a request that is sent elsewhere. */
    boolean count(long now) {
        return budget.take(now);
    }

    /** Tells that OKX has found the requests too many. */
    void refused() {
        budget.refused();
        spent.run();
    }

    /** Ends the subscription of a topic. */
    void leave(Ticket ticket) {
        leaving.putIfAbsent(ticket.feed.arg(), new Leaving(ticket.feed));
    }

    /** Takes the acknowledgement that a subscription has ended. */
    void left(Map<String, String> fields) {
        leaving.values()
                .removeIf(leave -> !Arg.owners(fields, List.of(leave.feed)).isEmpty());
    }

    /** Takes an error in answer to the end of subscriptions: they were none. */
    boolean leftWithError(@Nullable Object id) {
        return leaving.values().removeIf(leave -> leave.id != null && leave.id.equals(id));
    }

    /** Returns the request of an error; where OKX names none, the only one there is. */
    @Nullable
    Request request(@Nullable Object id) {
        if (id == null) {
            return requests.size() == 1 ? requests.values().iterator().next() : null;
        }
        return requests.get(String.valueOf(id));
    }

    void done(Request request) {
        requests.remove(request.id);
    }

    /** Sends what is due. */
    void flush(Collection<Ticket> tickets, long now) {
        boolean anything = leaving.values().stream().anyMatch(leave -> leave.id == null)
                || tickets.stream().anyMatch(this::isDue);
        if (!anything || (sentBefore && now - gatheredAt < GATHER)) {
            return;
        }
        gatheredAt = now;
        sentBefore = true;
        List<Leaving> ending =
                leaving.values().stream().filter(leave -> leave.id == null).toList();
        for (List<Leaving> part : parts(ending, leave -> leave.feed.arg())) {
            String id = nextId("u");
            if (!send(
                    "unsubscribe",
                    id,
                    part.stream().map(leave -> leave.feed.arg()).toList(),
                    now)) {
                return;
            }
            part.forEach(leave -> {
                leave.id = id;
                leave.asked = now;
            });
        }
        for (List<Ticket> part : parts(tickets.stream().filter(this::isDue).toList(), ticket -> ticket.feed.arg())) {
            if (!ask(part, now)) {
                return;
            }
        }
    }

    private boolean isDue(Ticket ticket) {
        return ticket.phase == Phase.WANTED && !leaving.containsKey(ticket.feed.arg());
    }

    /** Sends one request for topics; false when it could not be sent, and they are wanted still. */
    boolean ask(List<Ticket> tickets, long now) {
        String id = nextId("s");
        Request request = new Request(id, tickets, now);
        requests.put(id, request);
        if (!send(
                "subscribe",
                id,
                tickets.stream().map(ticket -> ticket.feed.arg()).toList(),
                now)) {
            requests.remove(id);
            tickets.forEach(ticket -> {
                ticket.phase = Phase.WANTED;
                ticket.request = null;
            });
            return false;
        }
        return true;
    }

    private boolean send(String op, String id, List<String> args, long now) {
        if (!budget.take(now)) {
            spent.run();
            return false;
        }
        return line.test("{\"id\":\"" + id + "\",\"op\":\"" + op + "\",\"args\":[" + String.join(",", args) + "]}");
    }

    private String nextId(String kind) {
        return kind + ++ids;
    }

    private static <T> List<List<T>> parts(List<T> all, Function<T, String> arg) {
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        int length = FRAME;
        for (T one : all) {
            int size = arg.apply(one).getBytes(StandardCharsets.UTF_8).length + 1;
            if (length + size > StreamLimits.LONGEST_REQUEST) {
                parts.add(part);
                part = new ArrayList<>();
                length = FRAME;
            }
            part.add(one);
            length += size;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** Returns whether OKX has said nothing at all about a request for too long; ends of subscriptions are then taken for granted. */
    boolean isUnanswered(long now) {
        leaving.values().removeIf(leave -> leave.id != null && now - leave.asked >= ANSWER);
        requests.values().removeIf(request -> request.open.isEmpty());
        return requests.values().stream()
                .anyMatch(request -> request.refusals.isEmpty() && now - request.touched >= ANSWER);
    }

    /** Asks for the topics of a request by halves when an error does not tell which of them it is about. */
    void split(long now) {
        for (Request request : List.copyOf(requests.values())) {
            if (!request.refusals.isEmpty() && now - request.touched >= REST) {
                requests.remove(request.id);
                List<Ticket> open = List.copyOf(request.open);
                int half = (open.size() + 1) / 2;
                ask(open.subList(0, half), now);
                ask(open.subList(half, open.size()), now);
            }
        }
    }
}
