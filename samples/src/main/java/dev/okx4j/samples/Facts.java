package dev.okx4j.samples;

import dev.okx4j.client.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object that an answer holds, read field by field; a field that is not there is an error that names it. */
record Facts(Map<?, ?> fields) {

    /** Reads the text of an answer. */
    static Facts parse(String json) {
        return of(Json.parse(json));
    }

    private static Facts of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> object) {
            return new Facts(object);
        }
        throw new IllegalStateException("expected an object, got " + tree);
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    /** Returns an object in this one. */
    Facts at(String name) {
        return of(value(name));
    }

    /** Returns the objects of a list in this one. */
    List<Facts> rows(String name) {
        if (value(name) instanceof List<?> list) {
            return list.stream().map(Facts::of).toList();
        }
        throw new IllegalStateException(name + " is not a list in " + fields.keySet());
    }

    /** Returns the objects of a list in this one, which OKX sends newest first, in the order in which they came about. */
    List<Facts> oldestFirst(String name) {
        List<Facts> rows = new ArrayList<>(rows(name));
        Collections.reverse(rows);
        return rows;
    }

    /** Returns the only object of a list in this one. */
    Facts only(String name) {
        List<Facts> rows = rows(name);
        if (rows.size() != 1) {
            throw new IllegalStateException("expected one row of " + name + ", got " + rows.size());
        }
        return rows.get(0);
    }

    String text(String name) {
        return String.valueOf(value(name));
    }

    /** Returns a number, whether it was sent as a string or as a literal. */
    BigDecimal decimal(String name) {
        return value(name) instanceof BigDecimal number ? number : new BigDecimal(text(name));
    }

    private Object value(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " among " + fields.keySet());
        }
        return value;
    }
}
