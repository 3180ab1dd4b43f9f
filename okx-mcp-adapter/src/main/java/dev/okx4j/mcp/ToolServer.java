package dev.okx4j.mcp;

import dev.okx4j.client.json.Json;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolRegistry;
import dev.okx4j.tools.ToolResult;
import dev.okx4j.tools.schema.NearestName;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry's tools as an MCP server. */
final class ToolServer {
    private static final String INSTRUCTIONS = """
            Tools for the OKX exchange. Every result names its venue: "paper" is play money on a built-in exchange, "demo" is OKX's \
            practice account, "live" is real money. "asOf" means that prices are recorded ones of that time. \
            Amounts are decimal strings: sz of a swap counts contracts unless tgtCcy says otherwise, so read ctVal, lotSz and minSz \
            from market_get_instruments before you size an order. \
            If the outcome of an order is unknown, do not place it again: look it up by its clOrdId first.""";

    private final ToolRegistry registry;

    ToolServer(ToolRegistry registry) {
        this.registry = registry;
    }

    /** Connects the registry to a transport; the transport's session answers from then on. */
    void attachTo(McpServerTransportProvider transport, RecordMapper mapper, String version) {
        List<SyncToolSpecification> tools = new ArrayList<>();
        for (Tool<?> tool : registry.tools()) {
            tools.add(new SyncToolSpecification(describe(tool), (exchange, request) -> call(request)));
        }
        McpServer.sync(transport)
                .jsonMapper(mapper)
                .jsonSchemaValidator(new RegistryValidates())
                .validateToolInputs(false)
                .immediateExecution(true) // on the transport's thread: it has brought one for each call
                .serverInfo("okx4j", version)
                .instructions(INSTRUCTIONS)
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .logging()
                        .build())
                .tools(tools)
                .build();
    }

    /** Returns why there is no such tool, or null when there is one. */
    @Nullable
    String whyUnknown(String name) {
        if (registry.find(name) != null) {
            return null;
        }
        List<String> offered = new ArrayList<>();
        for (Tool<?> tool : registry.tools()) {
            offered.add(tool.name());
        }
        for (Tool<?> tool : ToolRegistry.allTools()) {
            if (tool.name().equals(name)) {
                return name
                        + " is not offered: this server was started without it (--modules, --read-only, or the venue).";
            }
        }
        return NearestName.suggest(name, offered).strip();
    }

    private McpSchema.CallToolResult call(McpSchema.CallToolRequest request) {
        Map<String, Object> arguments = request.arguments();
        ToolResult result = registry.call(request.name(), arguments == null ? Map.of() : arguments);
        return McpSchema.CallToolResult.builder(
                        List.of(McpSchema.TextContent.builder(result.text()).build()))
                .isError(result.isError())
                .build();
    }

    @SuppressWarnings("unchecked") // a schema is a JSON object
    private static McpSchema.Tool describe(Tool<?> tool) {
        Map<String, Object> schema = (Map<String, Object>) Json.parse(tool.inputSchema());
        return McpSchema.Tool.builder(tool.name(), schema)
                .title(tool.title())
                .description(tool.description())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .title(tool.title())
                        .readOnlyHint(tool.readOnlyHint())
                        .destructiveHint(tool.destructiveHint())
                        .idempotentHint(tool.idempotentHint())
                        .openWorldHint(tool.openWorldHint())
                        .build())
                .build();
    }
}
