package dev.okx4j.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares our rule for JSON names with what the SDK says in Jackson's annotations. */
class RecordShapeTest {

    /** Of elicitation and completion, which this server does not offer. */
    private static final List<String> NEVER_MET =
            List.of("Schema", "Elicit", "SelectItems", "EnumSchemaOption", "ResourceReference");

    static Stream<Class<?>> records() {
        return nested(McpSchema.class)
                .filter(Class::isRecord)
                .filter(type -> NEVER_MET.stream()
                        .noneMatch(name -> type.getSimpleName().contains(name)));
    }

    static Stream<Class<?>> enums() {
        return nested(McpSchema.class).filter(Class::isEnum);
    }

    private static Stream<Class<?>> nested(Class<?> type) {
        return Stream.of(type.getDeclaredClasses()).flatMap(inner -> Stream.concat(Stream.of(inner), nested(inner)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void componentNames_areTheSdks(Class<?> type) throws Exception {
        List<String> expected = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
            expected.add(name == null ? component.getName() : name.value());
        }

        assertThat(new RecordShape(type).parts())
                .extracting(RecordShape.Part::json)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("records")
    void factoryParameters_areInTheOrderOfTheComponents(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(JsonCreator.class)) {
                List<String> names = new ArrayList<>();
                for (Parameter parameter : method.getParameters()) {
                    names.add(parameter.getAnnotation(JsonProperty.class).value());
                }
                assertThat(method.getName()).isEqualTo("fromJson");
                assertThat(new RecordShape(type).parts())
                        .extracting(RecordShape.Part::json)
                        .isEqualTo(names);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("enums")
    void enumNames_areTheSdks(Class<?> type) throws Exception {
        for (Object constant : type.getEnumConstants()) {
            JsonProperty name = type.getField(((Enum<?>) constant).name()).getAnnotation(JsonProperty.class);
            assertThat(RecordShape.jsonName((Enum<?>) constant))
                    .isEqualTo(name == null ? ((Enum<?>) constant).name() : name.value());
        }
    }

    @Test
    void contentTypes_areTheSdks() throws Exception {
        for (JsonSubTypes.Type type :
                McpSchema.Content.class.getAnnotation(JsonSubTypes.class).value()) {
            assertThat(TreeReader.contentType(type.name())).isEqualTo(type.value());
        }
    }

    @Test
    void sdk_hasRecordsToCompare() {
        assertThat(records().count()).isGreaterThan(60);
        assertThat(enums().count()).isGreaterThanOrEqualTo(4);
    }
}
