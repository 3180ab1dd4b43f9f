package dev.okx4j.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordMapperTest {
    private final RecordMapper mapper = new RecordMapper();

    @Test
    void initializeRequest_ofARealClient_isRead() throws Exception {
        McpSchema.InitializeRequest request = mapper.readValue(
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"roots\":{\"listChanged\":true},\"sampling\":{},"
                        + "\"elicitation\":{\"form\":{},\"url\":{}},\"experimental\":{\"x\":{\"n\":1.50}},\"tasks\":{\"list\":{}}},"
                        + "\"clientInfo\":{\"name\":\"c\",\"title\":\"C\",\"version\":\"1\",\"websiteUrl\":\"https://c\","
                        + "\"icons\":[{\"src\":\"a\",\"mimeType\":\"image/png\",\"sizes\":[\"48x48\"]}],\"new\":1},"
                        + "\"_meta\":{\"progressToken\":7}}",
                McpSchema.InitializeRequest.class);

        assertThat(request.protocolVersion()).isEqualTo("2025-11-25");
        assertThat(request.capabilities().roots().listChanged()).isTrue();
        assertThat(request.capabilities().sampling()).isNotNull();
        assertThat(request.capabilities().elicitation().url()).isNotNull();
        assertThat(request.capabilities().experimental()).isEqualTo(Map.of("x", Map.of("n", new BigDecimal("1.50"))));
        assertThat(request.clientInfo().title()).isEqualTo("C");
        assertThat(request.clientInfo().icons().get(0).sizes()).containsExactly("48x48");
        assertThat(request.meta()).containsEntry("progressToken", new BigDecimal("7"));
    }

    @Test
    void initializeRequest_withGaps_isFilledByTheSdksDefaults() throws Exception {
        McpSchema.InitializeRequest request = mapper.readValue("{}", McpSchema.InitializeRequest.class);

        assertThat(request.protocolVersion()).isEmpty();
        assertThat(request.capabilities()).isNotNull();
        assertThat(request.clientInfo()).isNotNull();
    }

    @Test
    void callToolRequest_argumentsStayExact() throws Exception {
        McpSchema.CallToolRequest request = mapper.readValue(
                "{\"name\":\"t\",\"arguments\":{\"sz\":0.1,\"n\":1,\"l\":[{\"a\":null}]},\"_meta\":{\"a\":1}}",
                McpSchema.CallToolRequest.class);

        assertThat(request.name()).isEqualTo("t");
        assertThat(request.arguments().get("sz")).isEqualTo(new BigDecimal("0.1"));
        assertThat(request.arguments().get("n")).isEqualTo(new BigDecimal("1"));
        assertThat(mapper.writeValueAsString(request.arguments()))
                .isEqualTo("{\"sz\":0.1,\"n\":1,\"l\":[{\"a\":null}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"debug", "info", "notice", "warning", "error", "critical", "alert", "emergency"})
    void setLevelRequest_everyLevel_isReadAndWritten(String level) throws Exception {
        String json = "{\"level\":\"" + level + "\"}";

        McpSchema.SetLevelRequest request = mapper.readValue(json, McpSchema.SetLevelRequest.class);

        assertThat(request.level().name()).isEqualToIgnoringCase(level);
        assertThat(mapper.writeValueAsString(request)).isEqualTo(json);
    }

    @Test
    void paginatedRequest_isRead() throws Exception {
        assertThat(mapper.readValue("{\"cursor\":\"c\",\"x\":1}", McpSchema.PaginatedRequest.class)
                        .cursor())
                .isEqualTo("c");
    }

    @Test
    void rpcEnvelopes_areReadWithIdsInTheSdksForm() throws Exception {
        McpSchema.JSONRPCRequest request = mapper.readValue(
                "{\"jsonrpc\":\"2.0\",\"id\":9007199254740993,\"method\":\"m\",\"params\":{\"a\":1.0}}",
                McpSchema.JSONRPCRequest.class);
        McpSchema.JSONRPCResponse response = mapper.readValue(
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32600,\"message\":\"m\",\"data\":[1]}}",
                McpSchema.JSONRPCResponse.class);

        assertThat(request.id()).isEqualTo(9007199254740993L);
        assertThat(request.params()).isEqualTo(Map.of("a", new BigDecimal("1.0")));
        assertThat(response.id()).isEqualTo(3);
        assertThat(response.error().code()).isEqualTo(-32600);
    }

    @Test
    void messages_roundTripThroughTheSdksOwnReader() throws Exception {
        for (String line : List.of(
                "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":\"a\",\"params\":{}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"x\":[1,2.50,\"s\",true,{}]}}")) {
            assertThat(mapper.writeValueAsString(McpSchema.deserializeJsonRpcMessage(mapper, line)))
                    .isEqualTo(line);
        }
    }

    @Test
    void initializeResult_isWrittenWithoutAbsentParts() {
        McpSchema.InitializeResult result = McpSchema.InitializeResult.builder(
                        "2025-11-25",
                        McpSchema.ServerCapabilities.builder()
                                .tools(false)
                                .logging()
                                .build(),
                        McpSchema.Implementation.builder("okx4j", "1").build())
                .instructions("i")
                .build();

        assertThat(mapper.writeValueAsString(result))
                .isEqualTo(
                        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"logging\":{},\"tools\":{\"listChanged\":false}},"
                                + "\"serverInfo\":{\"name\":\"okx4j\",\"version\":\"1\"},\"instructions\":\"i\"}");
    }

    @Test
    void listToolsResult_isWrittenWithAnnotationsAndSchema() {
        McpSchema.Tool tool = McpSchema.Tool.builder("t", Map.of("type", "object"))
                .title("T")
                .description("d")
                .annotations(McpSchema.ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .openWorldHint(false)
                        .build())
                .meta(Map.of("k", 1))
                .build();

        assertThat(mapper.writeValueAsString(
                        McpSchema.ListToolsResult.builder(List.of(tool)).build()))
                .isEqualTo(
                        "{\"tools\":[{\"name\":\"t\",\"title\":\"T\",\"description\":\"d\",\"inputSchema\":{\"type\":\"object\"},"
                                + "\"annotations\":{\"readOnlyHint\":true,\"openWorldHint\":false},\"_meta\":{\"k\":1}}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"text\",\"annotations\":{\"audience\":[\"user\",\"assistant\"],\"priority\":0.5},\"text\":\"t\"}",
                "{\"type\":\"image\",\"data\":\"AA==\",\"mimeType\":\"image/png\"}",
                "{\"type\":\"audio\",\"data\":\"AA==\",\"mimeType\":\"audio/wav\"}",
                "{\"type\":\"resource\",\"resource\":{\"uri\":\"u\",\"mimeType\":\"m\",\"text\":\"t\"}}",
                "{\"type\":\"resource\",\"resource\":{\"uri\":\"u\",\"mimeType\":\"m\",\"blob\":\"AA==\"}}"
            })
    void content_ofEveryKind_roundTrips(String content) throws Exception {
        String json = "{\"content\":[" + content + "],\"isError\":false}";

        McpSchema.CallToolResult result = mapper.readValue(json, McpSchema.CallToolResult.class);

        assertThat(mapper.writeValueAsString(result)).isEqualTo(json);
    }

    @Test
    void loggingNotification_isWritten() {
        McpSchema.LoggingMessageNotification notification = McpSchema.LoggingMessageNotification.builder(
                        McpSchema.LoggingLevel.WARNING, "d")
                .logger("l")
                .build();

        assertThat(mapper.writeValueAsString(notification))
                .isEqualTo("{\"level\":\"warning\",\"logger\":\"l\",\"data\":\"d\"}");
    }

    @Test
    void bytesAndTypeRefs_areTheSameAsTextAndClasses() throws Exception {
        byte[] json = "{\"a\":[1]}".getBytes(StandardCharsets.UTF_8);

        assertThat(mapper.readValue(json, new TypeRef<Map<String, Object>>() {}))
                .isEqualTo(mapper.readValue("{\"a\":[1]}", new TypeRef<Map<String, Object>>() {}));
        assertThat(mapper.readValue(json, Map.class)).hasSize(1);
        assertThat(mapper.writeValueAsBytes(Map.of("a", 1.5)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"a\":1.5}");
    }

    @Test
    void convertValue_ofTheRightTypeAlready_isTheSame() {
        McpSchema.SetLevelRequest request = new McpSchema.SetLevelRequest(McpSchema.LoggingLevel.INFO);

        assertThat(mapper.convertValue(request, McpSchema.SetLevelRequest.class))
                .isSameAs(request);
    }

    @Test
    void misfits_areInvalidParamsThatNameThePlace() {
        for (String[] misfit : new String[][] {
            {"{\"name\":7}", "params.name: expected a string"},
            {"{\"name\":\"t\",\"arguments\":[]}", "params.arguments: expected an object"},
            {"{\"name\":\"t\",\"_meta\":\"m\"}", "params._meta: expected an object"}
        }) {
            assertThatThrownBy(() -> mapper.readValue(misfit[0], McpSchema.CallToolRequest.class))
                    .isInstanceOf(McpError.class)
                    .hasMessageContaining(misfit[1]);
        }
        assertThatThrownBy(
                        () -> mapper.readValue("{\"content\":[{\"type\":\"smell\"}]}", McpSchema.CallToolResult.class))
                .hasMessageContaining("params.content[0].type");
        assertThatThrownBy(() -> mapper.readValue(
                        "{\"capabilities\":{\"roots\":{\"listChanged\":1}}}", McpSchema.InitializeRequest.class))
                .hasMessageContaining("params.capabilities.roots.listChanged: expected true or false");
    }

    @Test
    void textThatIsNotJson_isAnIoException() {
        assertThatThrownBy(() -> mapper.readValue("{", Map.class)).isInstanceOf(IOException.class);
    }

    @Test
    void objectsThatAreNotJson_areRefused() {
        assertThatThrownBy(() -> mapper.writeValueAsString(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
