package dev.okx4j.paper.feed;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads single values of recorded data; what cannot be read is refused by its name. */
final class Values {

    private Values() {}

    /** Returns a decimal. */
    static BigDecimal decimal(String name, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        try {
            return new BigDecimal(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, not " + shown(value), e);
        }
    }

    /** Returns a price, which is above zero. */
    static BigDecimal price(String name, @Nullable Object value) {
        BigDecimal px = decimal(name, value);
        if (px.signum() <= 0) {
            throw new IllegalArgumentException(name + " must be above zero, not " + shown(value));
        }
        return px;
    }

    /** Returns a size, which is not below zero. */
    static BigDecimal size(String name, @Nullable Object value) {
        BigDecimal sz = decimal(name, value);
        if (sz.signum() < 0) {
            throw new IllegalArgumentException(name + " must not be below zero: " + shown(value));
        }
        return sz;
    }

    /** Returns a time that is told in milliseconds. */
    static Instant time(String name, @Nullable Object value) {
        if (value == null || !String.valueOf(value).matches("\\d{1,15}")) {
            throw new IllegalArgumentException(name + " must be a time in milliseconds, not " + shown(value));
        }
        return Instant.ofEpochMilli(Long.parseLong(String.valueOf(value)));
    }

    /** Returns a side. */
    static Side side(String name, @Nullable Object value) {
        if ("buy".equals(value)) {
            return Side.BUY;
        }
        if ("sell".equals(value)) {
            return Side.SELL;
        }
        throw new IllegalArgumentException(name + " must be buy or sell, not " + shown(value));
    }

    /** Returns a text field of a row. */
    static String text(Map<?, ?> row, String name) {
        return Manifest.text(row, name);
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.isEmpty() ? "empty" : text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
