package dev.okx4j.langchain4j;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.okx4j.client.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a JSON schema as LangChain4j's schema types.
 *
 * <p>Bounds such as {@code maxLength} and {@code pattern} have no place in those types and are left out here: the registry
 * checks every call against the whole schema, and its error says which bound was broken. A shape that the types cannot hold
 * at all passes through raw.
 */
final class Parameters {
    private Parameters() {}

    /** Returns the schema of a tool's arguments. */
    static JsonObjectSchema of(String schema) {
        return object(asObject(Json.parse(schema)));
    }

    private static JsonSchemaElement element(Map<String, Object> schema) {
        String description = text(schema.get("description"));
        if (schema.get("enum") instanceof List<?> values && values.stream().allMatch(String.class::isInstance)) {
            return JsonEnumSchema.builder()
                    .description(description)
                    .enumValues(values.stream().map(String.class::cast).toList())
                    .build();
        }
        if (schema.get("anyOf") instanceof List<?> choices) {
            return JsonAnyOfSchema.builder()
                    .description(description)
                    .anyOf(choices.stream()
                            .map(choice -> element(asObject(choice)))
                            .toList())
                    .build();
        }
        return switch (schema.get("type") instanceof String type ? type : "") {
            case "string" -> JsonStringSchema.builder().description(description).build();
            case "integer" ->
                JsonIntegerSchema.builder().description(description).build();
            case "number" -> JsonNumberSchema.builder().description(description).build();
            case "boolean" ->
                JsonBooleanSchema.builder().description(description).build();
            case "array" -> array(schema, description);
            case "object" -> schema.containsKey("properties") ? object(schema) : raw(schema);
            default -> raw(schema);
        };
    }

    private static JsonSchemaElement array(Map<String, Object> schema, @Nullable String description) {
        return schema.containsKey("items")
                ? JsonArraySchema.builder()
                        .description(description)
                        .items(element(asObject(schema.get("items"))))
                        .build()
                : raw(schema);
    }

    private static JsonObjectSchema object(Map<String, Object> schema) {
        JsonObjectSchema.Builder object = JsonObjectSchema.builder().description(text(schema.get("description")));
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, property) -> object.addProperty((String) name, element(asObject(property))));
        }
        if (schema.get("required") instanceof List<?> required) {
            object.required(required.stream().map(String.class::cast).toList());
        }
        if (schema.get("additionalProperties") instanceof Boolean allowed) {
            object.additionalProperties(allowed);
        }
        return object.build();
    }

    private static JsonRawSchema raw(Map<String, Object> schema) {
        return JsonRawSchema.from(Json.write(schema));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    /** Returns a parsed JSON object as such. */
    @SuppressWarnings("unchecked") // Json.parse gives every object String keys
    static Map<String, Object> asObject(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> object) {
            return (Map<String, Object>) object;
        }
        throw new IllegalArgumentException("not a JSON object: " + tree);
    }
}
