package dev.okx4j.client.stream;

import dev.okx4j.client.stream.merge.Newest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of one sort, positions or currencies, as pushes and REST show it. This class is not thread-safe.
 *
 * @param <V> a row of it
 */
final class Held<V> {
    private final Newest<V> newest = new Newest<>();
    private final Set<String> paged = new HashSet<>();
    /** What REST did not show, and the last that had been heard of it: REST may be late with what is new. */
    private final Map<String, Long> doubted = new HashMap<>();

    private @Nullable Instant owed;
    private long owedSince;

    /** Takes a row in, or that there is none any more, and returns whether that is news. */
    boolean add(String key, Newest.Statement<V> statement) {
        Newest.Statement<V> known = newest.statement(key);
        V before = known == null ? null : known.value();
        V now = statement.value();
        return newest.add(key, statement) && (now == null ? before != null : !now.equals(before));
    }

    @Nullable
    V get(String key) {
        Newest.Statement<V> statement = newest.statement(key);
        return statement == null ? null : statement.value();
    }

    /** Returns since when a thing is as it is known to be; null for one that was never heard of. */
    @Nullable
    Instant changed(String key) {
        Newest.Statement<V> statement = newest.statement(key);
        return statement == null ? null : statement.changed();
    }

    List<V> values() {
        return newest.values();
    }

    void forgetBefore(Instant time) {
        newest.forgetBefore(time);
    }

    /** Takes down that a page of a snapshot shows a thing. */
    void onPage(String key) {
        paged.add(key);
    }

    /** Ends a snapshot, and takes away what no page of it has shown; returns what that was. */
    Map<String, V> endOfSnapshot(long heard) {
        Map<String, V> closed = new HashMap<>();
        for (String key : newest.keys()) {
            if (!paged.contains(key)) {
                close(key, heard, closed);
            }
        }
        paged.clear();
        return closed;
    }

    /** Forgets the pages of a snapshot that was broken off. */
    void breakOff() {
        paged.clear();
    }

    /** Takes away what REST has twice not shown and nothing was pushed of meanwhile; returns what that was. */
    Map<String, V> shown(Set<String> keys, long heard) {
        Map<String, V> closed = new HashMap<>();
        Map<String, Long> before = Map.copyOf(doubted);
        doubted.clear();
        for (String key : newest.keys()) {
            Newest.Statement<V> known = newest.statement(key);
            if (keys.contains(key) || known == null || known.heard() > heard) {
                continue;
            }
            Long last = before.get(key);
            if (last != null && last == known.heard()) {
                close(key, heard, closed);
            } else {
                doubted.put(key, known.heard());
            }
        }
        return closed;
    }

    /** Returns whether REST has to be asked once more about something. */
    boolean isInDoubt() {
        return !doubted.isEmpty();
    }

    private void close(String key, long heard, Map<String, V> closed) {
        Newest.Statement<V> known = newest.statement(key);
        V last = known == null ? null : known.value();
        if (known != null && last != null) {
            newest.add(key, new Newest.Statement<>(null, known.changed(), known.stated(), heard));
            closed.put(key, last);
        }
    }

    /** Takes down that REST has shown a change of this time before the channel has. */
    void owes(Instant changed, long now) {
        if (owed == null) {
            owed = changed;
            owedSince = now;
        }
    }

    /** Takes down that the channel has pushed something of this time. */
    void pushed(Instant changed) {
        if (owed != null && !changed.isBefore(owed)) {
            owed = null;
        }
    }

    boolean isOwedSince(long time) {
        return owed != null && owedSince - time <= 0;
    }

    void forgive() {
        owed = null;
    }
}
