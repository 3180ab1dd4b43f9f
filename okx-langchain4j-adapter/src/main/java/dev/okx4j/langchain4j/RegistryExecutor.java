package dev.okx4j.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.tools.ToolRegistry;
import dev.okx4j.tools.ToolResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of a model's call into the registry. Numbers arrive as the decimals that the model wrote. */
final class RegistryExecutor implements ToolExecutor {
    private final ToolRegistry registry;

    RegistryExecutor(ToolRegistry registry) {
        this.registry = registry;
    }

    @Override
    public ToolExecutionResult executeWithContext(ToolExecutionRequest request, @Nullable InvocationContext context) {
        ToolResult result = call(request);
        return ToolExecutionResult.builder()
                .isError(result.isError())
                .result(result)
                .resultText(result.text())
                .build();
    }

    @Override
    public String execute(ToolExecutionRequest request, @Nullable Object memoryId) {
        return call(request).text();
    }

    private ToolResult call(ToolExecutionRequest request) {
        String written = request.arguments();
        try {
            // Models send nothing at all, rather than {}, to a tool without arguments.
            Object arguments = written == null || written.isBlank() ? Map.of() : Json.parse(written);
            return arguments instanceof Map<?, ?> object
                    ? registry.call(request.name(), Parameters.asObject(object))
                    : notAnObject(request.name(), "they are some other JSON value");
        } catch (JsonException e) {
            return notAnObject(request.name(), e.getMessage());
        }
    }

    /** Returns the error for arguments that never became a call, in the form of the registry's own. */
    private static ToolResult notAnObject(String tool, @Nullable String why) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("tool", tool);
        error.put("error", true);
        error.put("type", "ValidationError");
        error.put("code", "INVALID_ARGUMENTS");
        error.put("message", "The arguments are not a JSON object: " + why);
        error.put("suggestion", "Call the tool again with one JSON object as its arguments.");
        return new ToolResult(Json.write(error), true);
    }
}
