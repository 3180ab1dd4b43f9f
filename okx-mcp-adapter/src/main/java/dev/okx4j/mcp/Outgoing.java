package dev.okx4j.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What the SDK's session writes to, and the transport itself where the session has nothing to say. */
final class Outgoing implements McpServerTransport {
    private static final Logger log = LoggerFactory.getLogger(Outgoing.class);

    private final LineSink out;
    private final McpJsonMapper mapper;
    private final Calls calls;
    private final Lifecycle lifecycle;

    Outgoing(LineSink out, McpJsonMapper mapper, Calls calls, Lifecycle lifecycle) {
        this.out = out;
        this.mapper = mapper;
        this.calls = calls;
        this.lifecycle = lifecycle;
    }

    /**
     * Answers with an error. While a request of the same id is running, the error carries no id, or the client would take it
     * for the answer to that request.
     */
    void refuse(@Nullable Object id, int code, String why) {
        boolean taken = id != null && calls.inFlight(id);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", taken ? null : id);
        answer.put("error", new JSONRPCError(code, why, taken ? Map.of("id", id) : null));
        out.write(answer);
    }

    /** Writes a message as it is. */
    void write(McpSchema.JSONRPCMessage message) {
        out.write(message);
    }

    @Override
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
        return Mono.fromRunnable(() -> send(message));
    }

    private void send(McpSchema.JSONRPCMessage message) {
        if (!(message instanceof JSONRPCResponse response)) {
            out.write(message);
            return;
        }
        if (response.result() instanceof McpSchema.InitializeResult) {
            lifecycle.greeted();
        }
        if (calls.mayAnswer(response.id())) {
            out.write(harmless(response));
        }
    }

    /** The SDK puts an exception's own words into an internal error; they belong into the log. */
    private static JSONRPCResponse harmless(JSONRPCResponse response) {
        JSONRPCError error = response.error();
        if (error == null || error.code() != ErrorCodes.INTERNAL_ERROR) {
            return response;
        }
        log.error("internal error: {}", error.message());
        return JSONRPCResponse.error(response.id(), new JSONRPCError(ErrorCodes.INTERNAL_ERROR, "Internal error"));
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return mapper.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
