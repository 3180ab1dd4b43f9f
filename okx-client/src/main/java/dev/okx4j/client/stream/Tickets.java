package dev.okx4j.client.stream;

import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.stream.Ticket.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The topics of one socket, how far each has come on it, and whose a push is. */
final class Tickets {
    /** How many arguments are remembered; OKX may write those of one topic in several ways. */
    private static final int MOST_ARGS = 1_000;

    private final Map<Feed<?>, Ticket> byFeed = new LinkedHashMap<>();
    private final Map<String, List<Feed<?>>> byArg = new HashMap<>();
    private final Set<String> departed = new HashSet<>();

    /** Returns all of them, those that were asked for first before the others. */
    Collection<Ticket> all() {
        return byFeed.values();
    }

    @Nullable
    Ticket get(Feed<?> feed) {
        return byFeed.get(feed);
    }

    /**
     * Adds a topic, once.
     *
     * @return those of the same name whose place it takes: whoever closed them was overtaken by who asks again
     */
    List<Ticket> add(Feed<?> feed) {
        List<Ticket> replaced = new ArrayList<>();
        if (!byFeed.containsKey(feed)) {
            for (Ticket other : List.copyOf(byFeed.values())) {
                if (other.feed.arg().equals(feed.arg())) {
                    byFeed.remove(other.feed);
                    replaced.add(other);
                }
            }
            byFeed.put(feed, new Ticket(feed));
        }
        departed.remove(feed.arg());
        byArg.clear();
        return replaced;
    }

    /** Takes a topic out, of which some pushes may still be on their way; null when it was not there. */
    @Nullable
    Ticket remove(Feed<?> feed) {
        Ticket ticket = byFeed.remove(feed);
        if (ticket != null) {
            byArg.clear();
            if (departed.size() >= MOST_ARGS) {
                departed.clear();
            }
            departed.add(feed.arg());
        }
        return ticket;
    }

    /** Returns whether all have been acknowledged. */
    boolean areLive() {
        return byFeed.values().stream().allMatch(ticket -> ticket.phase == Phase.LIVE);
    }

    /** Returns the topics of a channel. */
    List<Feed<?>> of(String channel) {
        return byFeed.keySet().stream()
                .filter(feed -> feed.topic().channel().name().equals(channel))
                .toList();
    }

    /**
     * Returns the topics that a push's argument is about; none when it is about one that has gone, or about one that never was.
     *
     * @throws JsonException when the argument cannot be read
     */
    List<Feed<?>> owners(String arg) {
        List<Feed<?>> known = byArg.get(arg);
        if (known == null) {
            known = Arg.owners(Arg.fields(arg), byFeed.keySet());
            if (byArg.size() >= MOST_ARGS) {
                byArg.clear();
            }
            byArg.put(arg, known);
        }
        return known;
    }

    /** Returns the topics that a frame without a push is about. */
    List<Feed<?>> named(Map<?, ?> frame) {
        return frame.get("arg") instanceof Map<?, ?> arg ? Arg.owners(Arg.fields(arg), byFeed.keySet()) : List.of();
    }

    /** Returns whether an argument, which may name more than was asked for, is that of a topic that has gone. */
    boolean isDeparted(String arg) {
        return departed.stream().anyMatch(gone -> arg.startsWith(gone.substring(0, gone.length() - 1)));
    }
}
