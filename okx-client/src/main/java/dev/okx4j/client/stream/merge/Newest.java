package dev.okx4j.client.stream.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For each of several things, such as positions or currencies, the newest statement about it; a thing that the newest statement says
 * is no more has none.
 *
 * <p>It does not matter in which order the statements come in, how often each does, or how they were grouped. This class is not
 * thread-safe.
 *
 * @param <V> what is stated
 */
public final class Newest<V> {
    /**
     * What was stated of one thing.
     *
     * @param value what it is; null when it is no more
     * @param changed when it came to be so, by OKX's clock
     * @param stated when OKX said so; the same as changed where OKX does not tell
     * @param heard its place among all that was heard, which decides between statements of the same time
     */
    public record Statement<V>(@Nullable V value, Instant changed, Instant stated, long heard) {
        boolean isNewerThan(Statement<V> other) {
            int order = changed.compareTo(other.changed);
            order = order != 0 ? order : stated.compareTo(other.stated);
            order = order != 0 ? order : Long.compare(heard, other.heard);
            // Two statements in one breath about one thing: the wording decides, so that it does so always alike.
            return order > 0 || (order == 0 && String.valueOf(value).compareTo(String.valueOf(other.value)) > 0);
        }
    }

    private final Map<String, Statement<V>> statements = new LinkedHashMap<>();

    /** Takes a statement in, and returns whether it is the newest about the thing. */
    public boolean add(String key, Statement<V> statement) {
        Statement<V> known = statements.get(key);
        if (known != null && !statement.isNewerThan(known)) {
            return false;
        }
        statements.put(key, statement);
        return true;
    }

    /** Takes in all that another one knows. */
    public void add(Newest<V> other) {
        Map.copyOf(other.statements).forEach(this::add);
    }

    /** Returns the newest statement about a thing; null when there is none. */
    public @Nullable Statement<V> statement(String key) {
        return statements.get(key);
    }

    /** Returns the keys of the things that are. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        statements.forEach((key, statement) -> {
            if (statement.value() != null) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** Returns the things that are, in the order in which they were first heard of. */
    public List<V> values() {
        List<V> values = new ArrayList<>();
        for (Statement<V> statement : statements.values()) {
            V value = statement.value();
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Forgets the things that are no more since a while. */
    public void forgetBefore(Instant time) {
        statements.values().removeIf(s -> s.value() == null && s.changed().isBefore(time));
    }
}
