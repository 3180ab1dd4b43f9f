package dev.okx4j.tools.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import dev.okx4j.tools.Golden;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolRegistry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class SchemaCatalogTest {
    @Test
    void bundled_isWhatTheRecordsGive() {
        Map<String, String> schemas = new LinkedHashMap<>();
        for (Tool<?> tool : ToolRegistry.allTools()) {
            schemas.put(
                    tool.name(),
                    Json.write(ArgumentsType.of(tool.argumentsType()).schema()));
        }
        Golden.check(Path.of("src/main/resources" + SchemaCatalog.RESOURCE), SchemaCatalog.format(schemas));
    }

    @Test
    void schemaOf_everyTool_isTheJsonOfItsLine() {
        for (Tool<?> tool : ToolRegistry.allTools()) {
            Map<String, Object> fromRecord =
                    ArgumentsType.of(tool.argumentsType()).schema();
            assertThat(tool.inputSchema()).as(tool.name()).isEqualTo(Json.write(fromRecord));
        }
    }

    @Test
    void schemas_haveABoundOnEveryProperty() {
        for (Tool<?> tool : ToolRegistry.allTools()) {
            Map<?, ?> schema = (Map<?, ?>) Json.parse(tool.inputSchema());
            assertThat(schema.get("additionalProperties")).as(tool.name()).isEqualTo(false);
            ((Map<?, ?>) schema.get("properties"))
                    .forEach((name, property) -> assertThat(((Map<?, ?>) property).keySet())
                            .as("%s.%s", tool.name(), name)
                            .satisfiesAnyOf(
                                    keys -> assertThat(keys).asString().contains("maxLength", "pattern"),
                                    keys -> assertThat(keys).asString().contains("minimum", "maximum"),
                                    keys -> assertThat(keys).asString().contains("maxProperties"),
                                    keys -> assertThat(keys).asString().contains("minItems", "maxItems"),
                                    keys -> assertThat(keys).asString().contains("enum"),
                                    keys -> assertThat(((Map<?, ?>) property).get("type"))
                                            .isEqualTo("boolean")));
        }
    }

    @Test
    void schemas_askForNoAddressFileOrCommand() {
        for (Tool<?> tool : ToolRegistry.allTools()) {
            Map<?, ?> schema = (Map<?, ?>) Json.parse(tool.inputSchema());
            assertThat(((Map<?, ?>) schema.get("properties"))
                            .keySet()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT))
                    .as(tool.name())
                    .doesNotContain("url", "host", "path", "file", "command", "header");
        }
    }
}
