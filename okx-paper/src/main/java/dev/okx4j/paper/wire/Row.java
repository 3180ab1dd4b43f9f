package dev.okx4j.paper.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of an answer: all fields that OKX documents for it, {@code ""} until set. */
public final class Row {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Begins a row with these fields, separated by white space. */
    public Row(String names) {
        for (String name : names.strip().split("\\s+", -1)) {
            fields.put(name, "");
        }
    }

    /** Sets a field: numbers as plain text without needless zeros, times as milliseconds, null as {@code ""}. */
    public Row set(String name, @Nullable Object value) {
        if (fields.replace(name, wire(value)) == null) {
            throw new IllegalArgumentException("OKX documents no field " + name + " here");
        }
        return this;
    }

    /** Takes over what another row has in the fields that are documented for both. */
    public Row with(Row other) {
        fields.replaceAll((name, value) -> other.fields.getOrDefault(name, value));
        return this;
    }

    /** Returns whether OKX documents a field of this name here. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Sets a field to a recorded value of JSON as it is: a number stays one. */
    public Row setRecorded(String name, @Nullable Object value) {
        set(name, "");
        fields.put(name, value == null ? "" : value);
        return this;
    }

    /** Sets several fields to the same value. */
    public Row setAll(String value, String... names) {
        for (String name : names) {
            set(name, value);
        }
        return this;
    }

    /** Returns the fields in the documented order. */
    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Returns a value as OKX writes it in JSON. */
    public static Object wire(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal decimal) {
            return text(decimal);
        }
        if (value instanceof Instant instant) {
            return Long.toString(instant.toEpochMilli());
        }
        return value instanceof Row row ? row.fields() : value;
    }

    /** Returns a decimal as plain text without needless zeros. */
    public static String text(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
