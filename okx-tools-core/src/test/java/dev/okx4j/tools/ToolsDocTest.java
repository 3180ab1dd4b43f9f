package dev.okx4j.tools;

import dev.okx4j.tools.schema.ArgumentsType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The reference of the tools is written from the registry, so that it cannot be out of date. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ToolsDocTest {
    @Test
    void docs_areWhatTheRegistryGives() {
        StringBuilder text = new StringBuilder("""
                # Tools

                Written from the registry by a test (`-Dgolden.update` rewrites it). A name is the module, what is done, and to what;
                names and arguments are those of OKX's Agent Trade Kit where it has the tool. Amounts, prices and ids are strings;
                arguments may be numbers too.
                """);
        String module = "";
        for (Tool<?> tool : ToolRegistry.allTools()) {
            if (!tool.module().equals(module)) {
                module = tool.module();
                text.append("\n## ").append(module).append('\n');
            }
            text.append("\n### ").append(tool.name()).append("\n\n");
            text.append(tool.access() == ToolAccess.READ ? "Reads. " : "Writes. ")
                    .append(tool.description())
                    .append('\n');
            table(text, ArgumentsType.of(tool.argumentsType()).schema());
        }
        Golden.check(Path.of("../docs/tools.md"), text.toString());
    }

    private static void table(StringBuilder text, Map<?, ?> schema) {
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
        if (!properties.isEmpty()) {
            text.append("\n| argument | | values | |\n|---|---|---|---|\n");
        }
        properties.forEach((name, property) -> {
            Map<?, ?> facts = (Map<?, ?>) property;
            Object description = facts.get("description");
            text.append("| `")
                    .append(name)
                    .append("` | ")
                    .append(required.contains(name) ? "required" : "")
                    .append(" | ")
                    .append(values(facts))
                    .append(" | ")
                    .append(description == null ? "" : description)
                    .append(" |\n");
        });
    }

    private static String values(Map<?, ?> facts) {
        if (facts.get("enum") instanceof List<?> values) {
            return String.join(", ", values.stream().map(Object::toString).toList());
        }
        if (facts.get("items") instanceof Map<?, ?> item && item.get("properties") instanceof Map<?, ?> fields) {
            return facts.get("minItems") + " to " + facts.get("maxItems") + " objects with "
                    + String.join(
                            ", ", fields.keySet().stream().map(Object::toString).toList());
        }
        Object minimum = facts.get("minimum");
        return minimum == null ? facts.get("type").toString() : minimum + " to " + facts.get("maximum");
    }
}
