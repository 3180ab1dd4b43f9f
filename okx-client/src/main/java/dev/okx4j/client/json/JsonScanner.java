package dev.okx4j.client.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document from front to end without building a tree, for rows that come by the hundred thousand.
 *
 * <p>It takes what {@link Json} takes, with the same limits, and nothing else; what it has no fast way for is read by the same parser.
 * Names and words are told as places in a table that the caller gives, decimals as a mantissa with a scale where 18 digits suffice.
 * Not safe for use by several threads.
 */
public final class JsonScanner {
    /** There is no further name: the object is over. */
    public static final int END = -1;
    /** A name or word that is not in the table. */
    public static final int OTHER = -2;

    private static final int FAST_DIGITS = 18;
    private static final int TABLE = 64;

    private final String text;
    private final int length;
    private final String[] table;
    private int at;
    private int depth;
    /** Whether the innermost array or object has not been read from yet. */
    private boolean first;

    private final SeenNames seen = new SeenNames();

    private long mantissa;
    private int scale;
    private @Nullable BigDecimal wide;
    private String wideText = "";

    /**
     * Begins to read a document.
     *
     * @param table the names and words that the caller wants to be told apart, at most 64
     */
    public JsonScanner(String text, String[] table) {
        if (text.length() > JsonLimits.DEFAULT.maxBytes()) {
            throw new JsonException("Longer than " + JsonLimits.DEFAULT.maxBytes() + " bytes");
        }
        if (table.length > TABLE) {
            throw new IllegalArgumentException("A table of " + table.length + " names");
        }
        this.text = text;
        this.length = text.length();
        this.table = table;
    }

    /** Goes into an object; {@link #name} follows. */
    public void beginObject() {
        begin('{');
        seen.begin(depth);
    }

    /** Goes into an array; {@link #element} follows. */
    public void beginArray() {
        begin('[');
    }

    private void begin(char bracket) {
        expect(bracket);
        if (++depth > JsonLimits.DEFAULT.maxDepth()) {
            throw error("Nested deeper than " + JsonLimits.DEFAULT.maxDepth() + " levels");
        }
        first = true;
    }

    /** Returns whether the array goes on; the value is read next. Leaves the array where it ends. */
    public boolean element() {
        return more(']');
    }

    /** Returns the place of the object's next name in the table, {@link #OTHER} or {@link #END}; unless it is over, the value is read next. */
    public int name() {
        return name(null);
    }

    /** Returns the place of the object's next name in a larger table, or in this one's where there is none. */
    int name(@Nullable Names names) {
        if (!more('}')) {
            return END;
        }
        if (peek() != '"') {
            throw error("Expected a name");
        }
        int start = at;
        int word = word(names);
        boolean added = word >= 0
                ? seen.add(depth, word)
                : seen.add(depth, new TreeParser(text, JsonLimits.DEFAULT).stringAt(start));
        if (!added) {
            throw error("A name occurs twice");
        }
        expect(':');
        return word;
    }

    /** Returns the object's next name, or null if it is over; otherwise the value is read next. */
    @Nullable
    String anyName() {
        if (!more('}')) {
            return null;
        }
        if (peek() != '"') {
            throw error("Expected a name");
        }
        String name = text();
        if (!seen.add(depth, name)) {
            throw error("A name occurs twice");
        }
        expect(':');
        return name;
    }

    private boolean more(char end) {
        char c = peek();
        if (c == end) {
            at++;
            depth--;
            first = false;
            return false;
        }
        if (!first) {
            if (c != ',') {
                throw error("Expected ',' or '" + end + "'");
            }
            at++;
            if (peek() == end) {
                throw error("Expected a value");
            }
        }
        first = false;
        return true;
    }

    /** Reads a string and returns its place in the table, or {@link #OTHER}. */
    public int word() {
        return word(null);
    }

    private int word(@Nullable Names names) {
        if (peek() != '"') {
            throw error("Expected a string");
        }
        int start = at + 1;
        int end = plainEnd(start);
        if (end < 0) {
            String word = unescaped();
            return names == null ? place(word, 0, word.length()) : names.place(word, 0, word.length());
        }
        at = end + 1;
        return names == null ? place(text, start, end) : names.place(text, start, end);
    }

    private int place(String within, int start, int end) {
        int size = end - start;
        for (int i = 0; i < table.length; i++) {
            if (table[i].length() == size && within.startsWith(table[i], start)) {
                return i;
            }
        }
        return OTHER;
    }

    /** Returns where the string that begins at a place ends, or -1 if it needs a closer look. */
    private int plainEnd(int start) {
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\' || c < ' ' || Character.isSurrogate(c)) {
                return -1;
            }
        }
        return -1;
    }

    private String unescaped() {
        TreeParser parser = new TreeParser(text, JsonLimits.DEFAULT);
        String string = parser.stringAt(at);
        at = parser.at();
        return string;
    }

    /** Returns the first character of the next value, which is not read by this. */
    char next() {
        return peek();
    }

    /** Reads and returns a string, or a number as text. */
    String text() {
        if (peek() != '"') {
            decimal();
            return (wide == null ? BigDecimal.valueOf(mantissa, scale) : wide).toString();
        }
        int start = at + 1;
        int end = plainEnd(start);
        if (end < 0) {
            return unescaped();
        }
        at = end + 1;
        return text.substring(start, end);
    }

    /** Reads and returns a yes or no, written as a literal or as a string. */
    public boolean bool() {
        boolean quoted = peek() == '"';
        int start = quoted ? at + 1 : at;
        boolean value = charAt(start) == 't';
        String word = value ? "true" : "false";
        int end = start + word.length();
        if (!text.startsWith(word, start) || (quoted && charAt(end) != '"')) {
            throw error("Neither true nor false");
        }
        at = quoted ? end + 1 : end;
        return value;
    }

    /** Reads {@code null} or an empty string, as OKX writes what is absent, and returns true; or reads nothing and returns false. */
    public boolean absent() {
        char c = peek();
        if (c == '"' && charAt(at + 1) == '"') {
            at += 2;
            return true;
        }
        if (c == 'n') {
            skip();
            return true;
        }
        return false;
    }

    /** Reads a decimal, written as a number or as a string. */
    public void decimal() {
        boolean quoted = peek() == '"';
        int i = quoted ? at + 1 : at;
        boolean negative = charAt(i) == '-';
        int start = negative ? i + 1 : i;
        long value = 0;
        char c = charAt(i = start);
        while (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            c = charAt(++i);
        }
        int whole = i - start;
        int fraction = 0;
        if (c == '.') {
            int point = i;
            c = charAt(++i);
            while (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                c = charAt(++i);
            }
            fraction = i - point - 1;
            whole = fraction == 0 ? 0 : whole;
        }
        boolean ended = quoted ? c == '"' : i == length || "+-.eE".indexOf(c) < 0;
        boolean plain = whole > 0 && (whole == 1 || charAt(start) != '0') && whole + fraction <= FAST_DIGITS;
        if (plain && ended && !(negative && value == 0)) {
            mantissa = negative ? -value : value;
            scale = fraction;
            wide = null;
            at = quoted ? i + 1 : i;
        } else {
            wideDecimal(quoted);
        }
    }

    private void wideDecimal(boolean quoted) {
        if (quoted) {
            wideText = unescaped();
            wide = Decimals.parse(wideText);
            return;
        }
        TreeParser parser = new TreeParser(text, JsonLimits.DEFAULT);
        if (!(parser.valueAt(at) instanceof BigDecimal decimal)) {
            throw error("Expected a decimal");
        }
        wideText = text.substring(at, parser.at());
        wide = decimal;
        at = parser.at();
    }

    /** Returns the digits of the decimal that was read last, unless it is {@link #wide}. */
    public long mantissa() {
        return mantissa;
    }

    /** Returns how many of the digits are behind the point. */
    public int scale() {
        return scale;
    }

    /** Returns the decimal that was read last if it has more than 18 digits or an exponent; null otherwise. */
    public @Nullable BigDecimal wide() {
        return wide;
    }

    /** Returns how {@link #wide} was spelled. */
    public String wideText() {
        return wideText;
    }

    /** Reads and returns a whole number, written as a number or as a string. */
    public long whole() {
        decimal();
        if (wide == null && scale == 0) {
            return mantissa;
        }
        try {
            return (wide == null ? BigDecimal.valueOf(mantissa, scale) : wide).longValueExact();
        } catch (ArithmeticException e) {
            throw error("Expected a whole number");
        }
    }

    /** Reads a value of any kind. */
    public void skip() {
        switch (peek()) {
            case '{' -> {
                beginObject();
                while (name() != END) {
                    skip();
                }
            }
            case '[' -> {
                beginArray();
                while (element()) {
                    skip();
                }
            }
            case '"' -> {
                int end = plainEnd(at + 1);
                if (end < 0) {
                    unescaped();
                } else {
                    at = end + 1;
                }
            }
            default -> {
                TreeParser parser = new TreeParser(text, JsonLimits.DEFAULT);
                parser.valueAt(at);
                at = parser.at();
            }
        }
    }

    /** Makes sure that nothing follows. */
    public void end() {
        space();
        if (at < length) {
            throw error("Text after the end of the document");
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw error("Expected '" + c + "'");
        }
        at++;
    }

    /** Returns the next character that is not a space. */
    private char peek() {
        if (at < length) {
            char c = text.charAt(at);
            if (c > ' ') {
                return c;
            }
        }
        space();
        if (at >= length) {
            throw error("The text ends too early");
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < length) {
            char c = text.charAt(at);
            if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return;
            }
            at++;
        }
    }

    private char charAt(int i) {
        return i < length ? text.charAt(i) : 0;
    }

    /** Returns the exception that says what is wrong with the document, and where. */
    public JsonException error(String what) {
        int from = Math.min(at, length);
        String near = text.substring(from, Math.min(length, from + 20));
        return new JsonException(
                what + " at character " + from + (near.isEmpty() ? "" : ", near: " + JsonException.quote(near)));
    }
}
