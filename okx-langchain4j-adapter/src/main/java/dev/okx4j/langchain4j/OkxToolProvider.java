package dev.okx4j.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.langchain4j.service.tool.ToolProviderResult;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolRegistry;
import java.util.function.Predicate;

/**
 * The tools of a registry, offered to a LangChain4j AI service.
 *
 * <pre>{@code
 * Trader trader = AiServices.builder(Trader.class)
 *     .chatModel(model)
 *     .toolProvider(OkxToolProvider.of(registry))
 *     .build();
 * }</pre>
 *
 * <p>A refused or failed call reaches the model as the registry's structured error, marked as an error; it does not throw
 * through the service. This class is threadsafe.
 */
public final class OkxToolProvider implements ToolProvider {
    private final ToolProviderResult tools;

    private OkxToolProvider(Builder builder) {
        ToolProviderResult.Builder result = ToolProviderResult.builder();
        builder.registry.tools().stream()
                .filter(builder.filter)
                .forEach(tool -> result.add(specification(tool), new RegistryExecutor(builder.registry)));
        this.tools = result.build();
    }

    /** Returns a provider of every tool of the registry. */
    public static OkxToolProvider of(ToolRegistry registry) {
        return builder(registry).build();
    }

    /** Returns the beginning of a provider of some tools of the registry. */
    public static Builder builder(ToolRegistry registry) {
        return new Builder(registry);
    }

    @Override
    public ToolProviderResult provideTools(ToolProviderRequest request) {
        return tools;
    }

    private static ToolSpecification specification(Tool<?> tool) {
        return ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(Parameters.of(tool.inputSchema()))
                .addMetadata("title", tool.title())
                .addMetadata("module", tool.module())
                .addMetadata("readOnlyHint", tool.readOnlyHint())
                .addMetadata("destructiveHint", tool.destructiveHint())
                .addMetadata("idempotentHint", tool.idempotentHint())
                .addMetadata("openWorldHint", tool.openWorldHint())
                .build();
    }

    /** The choice of tools to offer. This class is not threadsafe. */
    public static final class Builder {
        private final ToolRegistry registry;
        private Predicate<Tool<?>> filter = tool -> true;

        private Builder(ToolRegistry registry) {
            this.registry = registry;
        }

        /** Offers only the tools that pass, and that passed every filter before: {@code Tool::readOnlyHint}, say. */
        public Builder filter(Predicate<Tool<?>> filter) {
            Predicate<Tool<?>> before = this.filter;
            this.filter = tool -> before.test(tool) && filter.test(tool);
            return this;
        }

        public OkxToolProvider build() {
            return new OkxToolProvider(this);
        }
    }
}
