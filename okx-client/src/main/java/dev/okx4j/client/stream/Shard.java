package dev.okx4j.client.stream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A connection and what has been given to it; guarded by its switchboard. */
final class Shard {
    /** How many topics travel on one connection. */
    static final int MOST = 100;

    /** How many of them may be order books: OKX asks for fewer than thirty. */
    static final int MOST_BOOKS = 29;

    private static final int FEWEST = 10;

    final Connection connection;
    private final Set<Feed<?>> feeds = new LinkedHashSet<>();
    private int most = MOST;

    Shard(Connection connection) {
        this.connection = connection;
    }

    boolean hasRoomFor(Feed<?> feed) {
        return feeds.size() < most
                && (!isBook(feed) || feeds.stream().filter(Shard::isBook).count() < MOST_BOOKS);
    }

    boolean isEmpty() {
        return feeds.isEmpty();
    }

    void add(Feed<?> feed) {
        feeds.add(feed);
    }

    void remove(Feed<?> feed) {
        feeds.remove(feed);
    }

    /** Takes away half of what it carries, because OKX finds it too much, and takes as many from now on. */
    List<Feed<?>> halve() {
        most = Math.max(FEWEST, feeds.size() / 2);
        List<Feed<?>> all = new ArrayList<>(feeds);
        List<Feed<?>> surplus = List.copyOf(all.subList(Math.min(most, all.size()), all.size()));
        surplus.forEach(feeds::remove);
        return surplus;
    }

    private static boolean isBook(Feed<?> feed) {
        String name = feed.topic().channel().name();
        return name.startsWith("books") || name.startsWith("sprd-books") || name.endsWith("bbo-tbt");
    }
}
