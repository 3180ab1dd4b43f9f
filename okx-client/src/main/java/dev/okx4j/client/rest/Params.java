package dev.okx4j.client.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named arguments of a request that is too small to deserve a record of its own, in the order they were named. */
public final class Params {
    private final Map<String, Object> values;

    private Params(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Returns no arguments. */
    public static Params none() {
        return new Params(new LinkedHashMap<>());
    }

    /** Returns one argument; a null value is left out. */
    public static Params of(String name, @Nullable Object value) {
        return none().and(name, value);
    }

    /** Returns these arguments and one more; a null value is left out. */
    public Params and(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Params(more);
    }

    /** Returns names and values. */
    public Map<String, Object> asMap() {
        return values;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
