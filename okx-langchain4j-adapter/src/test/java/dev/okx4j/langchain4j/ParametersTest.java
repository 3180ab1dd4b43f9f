package dev.okx4j.langchain4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void object_keepsPropertiesRequiredAndClosedness() {
        JsonObjectSchema schema = Parameters.of("""
                {"type":"object","description":"An order.","properties":{"instId":{"type":"string"},"sz":{"type":"string"}},
                 "required":["instId"],"additionalProperties":false}""");

        assertThat(schema.description()).isEqualTo("An order.");
        assertThat(schema.properties()).containsOnlyKeys("instId", "sz");
        assertThat(schema.required()).containsExactly("instId");
        assertThat(schema.additionalProperties()).isFalse();
    }

    @Test
    void object_withoutProperties_isEmpty() {
        assertThat(Parameters.of("{\"type\":\"object\",\"additionalProperties\":false}")
                        .properties())
                .isEmpty();
    }

    @Test
    void string_losesItsBounds_keepsItsDescription() {
        assertThat(property("{\"type\":\"string\",\"description\":\"Instrument\",\"maxLength\":64}"))
                .isEqualTo(JsonStringSchema.builder().description("Instrument").build());
    }

    @Test
    void enumeration_keepsItsValuesInOrder() {
        assertThat(property("{\"type\":\"string\",\"enum\":[\"sell\",\"buy\"],\"description\":\"d\"}"))
                .isEqualTo(JsonEnumSchema.builder()
                        .description("d")
                        .enumValues("sell", "buy")
                        .build());
    }

    @Test
    void scalars_becomeTheirTypes() {
        assertThat(property("{\"type\":\"integer\"}")).isInstanceOf(JsonIntegerSchema.class);
        assertThat(property("{\"type\":\"number\"}")).isInstanceOf(JsonNumberSchema.class);
        assertThat(property("{\"type\":\"boolean\"}")).isInstanceOf(JsonBooleanSchema.class);
    }

    @Test
    void array_keepsItsItems() {
        assertThat(property("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}"))
                .isEqualTo(JsonArraySchema.builder()
                        .items(JsonStringSchema.builder().build())
                        .build());
    }

    @Test
    void nestedObject_isConvertedToo() {
        assertThat(property(
                        "{\"type\":\"object\",\"properties\":{\"ccy\":{\"type\":\"string\"}},\"required\":[\"ccy\"]}"))
                .isInstanceOfSatisfying(
                        JsonObjectSchema.class,
                        nested -> assertThat(nested.required()).containsExactly("ccy"));
    }

    @Test
    void anyOf_keepsEveryChoice() {
        assertThat(property("{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"number\"}]}"))
                .isInstanceOfSatisfying(
                        JsonAnyOfSchema.class,
                        choice -> assertThat(choice.anyOf()).hasSize(2));
    }

    @Test
    void shapeThatTheTypesCannotHold_passesThroughRaw() {
        String amounts = "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}";

        assertThat(property(amounts))
                .isInstanceOfSatisfying(
                        JsonRawSchema.class,
                        raw -> assertThat(Json.parse(raw.schema())).isEqualTo(Json.parse(amounts)));
        assertThat(property("{\"type\":[\"string\",\"number\"]}")).isInstanceOf(JsonRawSchema.class);
    }

    private static JsonSchemaElement property(String schema) {
        return requireNonNull(Parameters.of("{\"type\":\"object\",\"properties\":{\"it\":" + schema + "}}")
                .properties()
                .get("it"));
    }
}
