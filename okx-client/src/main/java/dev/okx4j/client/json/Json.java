package dev.okx4j.client.json;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where JSON is read and written.
 *
 * <p>Reading is strict: one document and nothing after it, no name twice, valid UTF-8, and depth, size and digits of numbers
 * bounded. Numbers are {@link java.math.BigDecimal}s and never pass through floating point. Trees are made of Map, List,
 * String, Boolean, BigDecimal and null.
 */
public final class Json {
    private Json() {}

    /** Returns the tree of a document. */
    public static @Nullable Object parse(String text) {
        return parse(text, JsonLimits.DEFAULT);
    }

    /** Returns the tree of a document that keeps to the limits. */
    public static @Nullable Object parse(String text, JsonLimits limits) {
        if (text.length() > limits.maxBytes()) {
            throw new JsonException("Longer than " + limits.maxBytes() + " bytes");
        }
        return new TreeParser(text, limits).document();
    }

    /** Returns the tree of a document in UTF-8. */
    public static @Nullable Object parse(byte[] utf8) {
        return parse(utf8, JsonLimits.DEFAULT);
    }

    /** Returns the tree of a document in UTF-8 that keeps to the limits. */
    public static @Nullable Object parse(byte[] utf8, JsonLimits limits) {
        if (utf8.length > limits.maxBytes()) {
            throw new JsonException("Longer than " + limits.maxBytes() + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return new TreeParser(text, limits).document();
        } catch (CharacterCodingException e) {
            throw new JsonException("Not valid UTF-8", e);
        }
    }

    /** Returns the document of a tree, which may also hold whole numbers, enums, instants, durations and records. */
    public static String write(@Nullable Object tree) {
        return TreeWriter.write(tree);
    }

    /** Returns the value of a document, as the type says. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // a Type says more than a Class can
    public static <T> T read(String text, Type type) {
        return fromTree(parse(text), type);
    }

    /** Returns the value of a document in UTF-8, as the type says. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // a Type says more than a Class can
    public static <T> T read(byte[] utf8, Type type) {
        return fromTree(parse(utf8), type);
    }

    /** Returns the value of a parsed document, as the type says. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // a Type says more than a Class can
    public static <T> T fromTree(@Nullable Object tree, Type type) {
        return Typed.fromTree(tree, type);
    }

    /** Returns a record as OKX writes it: decimals, times and durations as strings, absent components left out. */
    public static Map<String, Object> toTree(Object row) {
        return Typed.toTree(row);
    }
}
