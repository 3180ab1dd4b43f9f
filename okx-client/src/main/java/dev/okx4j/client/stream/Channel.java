package dev.okx4j.client.stream;

import dev.okx4j.client.rest.Params;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One documented WebSocket channel: where it lives, what it needs, what its rows are, and what a push of it means.
 *
 * @param <E> a row of a push
 */
public final class Channel<E> {
    /** What may be lost when a consumer is slower than the channel. */
    public enum Backlog {
        /** Only the newest of each key is kept for a slow consumer: a newer one says all that the older did. */
        NEWEST,
        /** Nothing may be left out: a consumer that falls too far behind is told of a gap and begins anew. */
        EVERY
    }

    private final String name;
    private final StreamUrl url;
    private final boolean login;
    private final List<String> required;
    private final List<String> optional;
    private final Backlog backlog;
    private final Function<E, Object> key;
    private final Decoder<E> decoder;

    Channel(
            String name,
            StreamUrl url,
            boolean login,
            List<String> required,
            List<String> optional,
            Backlog backlog,
            Function<E, Object> key,
            Decoder<E> decoder) {
        this.name = name;
        this.url = url;
        this.login = login;
        this.required = required;
        this.optional = optional;
        this.backlog = backlog;
        this.key = key;
        this.decoder = decoder;
    }

    /** Returns this channel of one instrument, family or currency: of whatever its one required argument names. */
    public Topic<E> of(String value) {
        if (required.size() != 1) {
            throw new IllegalArgumentException("The channel " + name + " needs " + required + ", not one value");
        }
        return of(Params.of(required.get(0), value));
    }

    /** Returns this channel without arguments. */
    public Topic<E> of() {
        return of(Params.none());
    }

    /** Returns this channel with arguments by OKX's names. */
    public Topic<E> of(Params params) {
        Map<String, String> args = new LinkedHashMap<>();
        params.asMap().forEach((key, value) -> args.put(key, value.toString()));
        Set<String> known = new HashSet<>(optional);
        for (String key : required) {
            List<String> either = List.of(key.split("\\|", -1));
            if (Collections.disjoint(either, args.keySet())) {
                throw new IllegalArgumentException("The channel " + name + " needs " + key);
            }
            known.addAll(either);
        }
        if (!known.containsAll(args.keySet())) {
            throw new IllegalArgumentException("The channel " + name + " takes " + known + ", not " + args.keySet());
        }
        return new Topic<>(this, args);
    }

    /** Returns the name on the wire. */
    public String name() {
        return name;
    }

    /** Returns which address serves it. */
    public StreamUrl url() {
        return url;
    }

    /** Returns whether the connection must be logged in. */
    public boolean login() {
        return login;
    }

    /** Returns the arguments that it cannot be without; {@code a|b} where one of several will do. */
    public List<String> required() {
        return required;
    }

    /** Returns the arguments that it may have. */
    public List<String> optional() {
        return optional;
    }

    /** Returns what may be left out for a slow consumer. */
    public Backlog backlog() {
        return backlog;
    }

    /**
     * Returns what a row is about, as an instrument or the start of a candle: of two rows with equal keys, the newer one says all that the older
     * did. Where nothing may be left out, every row is its own key.
     */
    Function<E, Object> key() {
        return key;
    }

    /** Returns what makes updates of frames. */
    Decoder<E> decoder() {
        return decoder;
    }

    @Override
    public String toString() {
        return name;
    }
}
