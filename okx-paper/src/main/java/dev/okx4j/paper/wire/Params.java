package dev.okx4j.paper.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, from its query or its body; {@code ""}, null and absent are the same. */
record Params(Map<String, ? extends @Nullable Object> values) {
    // Bounded before any arithmetic: an exponent of nine digits would cost the exchange its memory.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,24}(\\.[0-9]{1,24})?");
    /** An id or a number of milliseconds. */
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,19}");

    private static final String LARGEST = Long.toString(Long.MAX_VALUE);
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9]{1,16}");

    /**
     * Returns a parameter as text, or null when it has no value; a JSON number is written plainly. Others are
     * refused with 51000.
     */
    @Nullable
    String optional(String name) {
        Object value = values.get(name);
        if (value == null || value.equals("")) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            if (number.precision() > 48 || Math.abs(number.scale()) > 24) {
                throw RefusedException.bad(name);
            }
            return number.toPlainString();
        }
        if (value instanceof String || value instanceof Boolean) {
            return value.toString();
        }
        throw RefusedException.bad(name);
    }

    /** Returns whether a parameter has a value of whatever kind. */
    boolean has(String name) {
        Object value = values.get(name);
        return value != null && !value.equals("");
    }

    /** Returns a parameter that must be there, else 50014. */
    String text(String name) {
        String value = optional(name);
        if (value == null) {
            throw RefusedException.missing(name);
        }
        return value;
    }

    /** Returns a plain decimal of at most 24 digits on each side of the point, or null; no exponent. */
    @Nullable
    BigDecimal optionalDecimal(String name) {
        String value = optional(name);
        if (value == null) {
            return null;
        }
        if (!DECIMAL.matcher(value).matches()) {
            throw RefusedException.bad(name);
        }
        return new BigDecimal(value);
    }

    /** Returns a decimal that must be there, else 50014. */
    BigDecimal decimal(String name) {
        BigDecimal value = optionalDecimal(name);
        if (value == null) {
            throw RefusedException.missing(name);
        }
        return value;
    }

    /** Returns a time in milliseconds. */
    @Nullable
    Instant time(String name) {
        String value = whole(name);
        return value == null ? null : Instant.ofEpochMilli(Long.parseLong(value));
    }

    /** Returns an id, or null. */
    @Nullable
    String whole(String name) {
        String value = optional(name);
        if (value != null && !fitsLong(value)) {
            throw RefusedException.bad(name);
        }
        return value;
    }

    private static boolean fitsLong(String value) {
        boolean longest = value.length() == LARGEST.length();
        return WHOLE.matcher(value).matches() && (!longest || value.compareTo(LARGEST) <= 0);
    }

    /** Returns a client's id, which is up to 32 letters and digits, or null. */
    @Nullable
    String clientId(String name) {
        return matching(name, CLIENT_ID);
    }

    /** Returns a tag, which is up to 16 letters and digits, or null. */
    @Nullable
    String tag() {
        return matching("tag", TAG);
    }

    private @Nullable String matching(String name, Pattern pattern) {
        String value = optional(name);
        if (value != null && !pattern.matcher(value).matches()) {
            throw RefusedException.bad(name);
        }
        return value;
    }

    /** Returns whether a parameter is {@code true}, as JSON or as text; absent is false. */
    boolean flag(String name) {
        String value = optional(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw RefusedException.bad(name);
        }
        return "true".equals(value);
    }

    /** Returns whether a parameter is {@code 1} rather than {@code 0} or absent. */
    boolean choice(String name) {
        String value = optional(name);
        if (value != null && !value.equals("0") && !value.equals("1")) {
            throw RefusedException.bad(name);
        }
        return "1".equals(value);
    }

    /** Returns the number of rows wanted: the default when absent, the most that OKX gives when more. */
    int limit(int byDefault, int most) {
        String value = whole("limit");
        if (value == null) {
            return byDefault;
        }
        long wanted = Long.parseLong(value);
        if (wanted == 0) {
            throw RefusedException.bad("limit");
        }
        return (int) Math.min(most, wanted);
    }

    /** Returns which of some words a parameter is; the first one when absent, and another is refused with 51000. */
    String oneOf(String name, String... words) {
        String value = optional(name);
        if (value == null) {
            return words[0];
        }
        if (!Arrays.asList(words).contains(value)) {
            throw RefusedException.bad(name);
        }
        return value;
    }

    /** Returns the words of a comma-separated list; empty when absent. */
    List<String> list(String name) {
        String value = optional(name);
        return value == null ? List.of() : Arrays.asList(value.split(",", -1));
    }

    /** Returns the constant that OKX calls this, or null; a word that is OKX's but not offered here is refused as such. */
    <E extends Enum<E>> @Nullable E optionalWord(
            String name, E[] constants, Function<E, String> wire, String... notOffered) {
        String value = optional(name);
        if (value == null) {
            return null;
        }
        for (E constant : constants) {
            if (wire.apply(constant).equals(value)) {
                return constant;
            }
        }
        if (Arrays.asList(notOffered).contains(value)) {
            throw RefusedException.unsupported(name + " " + value);
        }
        throw RefusedException.bad(name);
    }

    /** Returns the constant of a parameter that must be there, else 50014. */
    <E extends Enum<E>> E word(String name, E[] constants, Function<E, String> wire, String... notOffered) {
        E constant = optionalWord(name, constants, wire, notOffered);
        if (constant == null) {
            throw RefusedException.missing(name);
        }
        return constant;
    }

    /** Refuses the request when it has one of these parameters, which OKX knows and this exchange does not obey. */
    void refuse(String... names) {
        for (String name : names) {
            if (has(name) && !"false".equals(String.valueOf(values.get(name)))) {
                throw RefusedException.unsupported("parameter " + name);
            }
        }
    }
}
