package dev.okx4j.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Turns a JSON tree into the SDK's records; what does not fit is an "invalid params" error that names the place. */
final class TreeReader {
    private TreeReader() {}

    /** Returns the tree as a value of the type; {@code at} says where the tree was found. */
    static @Nullable Object read(@Nullable Object tree, Type type, String at) {
        Class<?> raw = raw(type);
        if (tree == null || (raw.isInstance(tree) && !List.class.isAssignableFrom(raw))) {
            return raw == Object.class ? plain(tree) : tree;
        }
        if (tree instanceof List<?> elements && raw.isAssignableFrom(List.class)) {
            return list(elements, type, at);
        }
        if (tree instanceof Map<?, ?> object && raw == McpSchema.Content.class) {
            Class<?> content = object.get("type") instanceof String kind ? contentType(kind) : null;
            if (content == null) {
                throw invalid(at + ".type: not one of text, image, audio, resource, resource_link");
            }
            return record(object, content, at);
        }
        if (tree instanceof Map<?, ?> object && raw == McpSchema.ResourceContents.class) {
            boolean text = object.containsKey("text");
            return record(
                    object, text ? McpSchema.TextResourceContents.class : McpSchema.BlobResourceContents.class, at);
        }
        if (tree instanceof Map<?, ?> object && raw.isRecord()) {
            return record(object, raw, at);
        }
        if (tree instanceof BigDecimal number && Number.class.isAssignableFrom(raw)) {
            return number(number, raw, at);
        }
        if (tree instanceof String name && raw.isEnum()) {
            return constant(name, raw, at);
        }
        throw invalid(at + ": expected " + wanted(raw));
    }

    private static Object record(Map<?, ?> object, Class<?> type, String at) {
        List<RecordShape.Part> parts = TreeWriter.shape(type).parts();
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Part part = parts.get(i);
            values[i] = read(object.get(part.json()), part.type(), at + "." + part.json());
        }
        try {
            return TreeWriter.shape(type).make(values);
        } catch (IllegalArgumentException e) {
            throw invalid(at + ": " + e.getMessage());
        }
    }

    private static List<@Nullable Object> list(List<?> elements, Type type, String at) {
        Type of = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : Object.class;
        List<@Nullable Object> read = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            read.add(read(elements.get(i), of, at + "[" + i + "]"));
        }
        return read;
    }

    /** Returns the record of a kind of content, or null for a kind that is not known. */
    static @Nullable Class<?> contentType(String type) {
        return switch (type) {
            case "text" -> McpSchema.TextContent.class;
            case "image" -> McpSchema.ImageContent.class;
            case "audio" -> McpSchema.AudioContent.class;
            case "resource" -> McpSchema.EmbeddedResource.class;
            case "resource_link" -> McpSchema.ResourceLink.class;
            default -> null;
        };
    }

    private static Object constant(String name, Class<?> type, String at) {
        StringJoiner names = new StringJoiner(", ");
        for (Object constant : type.getEnumConstants()) {
            String known = RecordShape.jsonName((Enum<?>) constant);
            if (known.equals(name)) {
                return constant;
            }
            names.add(known);
        }
        throw invalid(at + ": not one of " + names);
    }

    private static Number number(BigDecimal number, Class<?> type, String at) {
        try {
            if (type == Integer.class) {
                return number.intValueExact();
            }
            if (type == Long.class) {
                return number.longValueExact();
            }
            return number.doubleValue();
        } catch (ArithmeticException e) {
            throw invalid(at + ": expected a whole number in range");
        }
    }

    /** An SDK component declared as any object holds a whole number as Integer or Long; numbers inside a tree stay exact. */
    private static @Nullable Object plain(@Nullable Object tree) {
        Object id = tree instanceof BigDecimal ? Inbound.id(tree) : null;
        return id == null ? tree : id;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static String wanted(Class<?> type) {
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == String.class || type.isEnum()) {
            return "a string";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        return List.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static McpError invalid(String why) {
        return McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
                .message("Invalid params: " + why)
                .build();
    }
}
