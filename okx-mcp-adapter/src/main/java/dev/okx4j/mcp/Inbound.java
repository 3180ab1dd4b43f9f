package dev.okx4j.mcp;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line from the client, understood as far as JSON-RPC goes. */
sealed interface Inbound {

    /** A call that must be answered under its id, which is a String, an Integer or a Long. */
    record Request(Object id, String method, Map<String, Object> params) implements Inbound {}

    /** A message that is never answered. */
    record Notification(String method, Map<String, Object> params) implements Inbound {}

    /** An answer to a request of the server. */
    record Answer() implements Inbound {}

    /** A line that is answered with an error and goes no further. */
    record Refused(@Nullable Object id, int code, String message) implements Inbound {}

    /** Returns what a line says; bytes that are not UTF-8 or not JSON are refused as a whole and nothing of them is acted upon. */
    static Inbound parse(byte[] line) {
        Object tree;
        try {
            tree = Json.parse(line);
        } catch (JsonException e) {
            return new Refused(null, ErrorCodes.PARSE_ERROR, "Parse error: " + e.getMessage());
        }
        if (tree instanceof List<?>) {
            return invalid(null, "a batch; this protocol sends one message per line");
        }
        if (!(tree instanceof Map<?, ?> message)) {
            return invalid(null, "a message is a JSON object");
        }
        return understand(message);
    }

    private static Inbound understand(Map<?, ?> message) {
        Object id = id(message.get("id"));
        if (!"2.0".equals(message.get("jsonrpc"))) {
            return invalid(id, "\"jsonrpc\" must be \"2.0\"");
        }
        if (!message.containsKey("method") && (message.containsKey("result") || message.containsKey("error"))) {
            return new Answer();
        }
        if (!(message.get("method") instanceof String method)) {
            return invalid(id, "\"method\" must be a string");
        }
        if (message.containsKey("id") && id == null) {
            return invalid(null, "\"id\" must be a string or a whole number");
        }
        Object params = message.get("params");
        if (params != null && !(params instanceof Map<?, ?>)) {
            return new Refused(id, ErrorCodes.INVALID_PARAMS, "Invalid params: \"params\" must be an object");
        }
        Map<String, Object> named = named(params);
        return id == null ? new Notification(method, named) : new Request(id, method, named);
    }

    private static Refused invalid(@Nullable Object id, String why) {
        return new Refused(id, ErrorCodes.INVALID_REQUEST, "Invalid request: " + why);
    }

    @SuppressWarnings("unchecked") // a parsed JSON object has string keys
    private static Map<String, Object> named(@Nullable Object params) {
        return params == null ? Map.of() : (Map<String, Object>) params;
    }

    /** Returns an id in the form in which the MCP SDK carries it, or null when it is no valid id. */
    static @Nullable Object id(@Nullable Object id) {
        if (id instanceof BigDecimal number) {
            try {
                long whole = number.longValueExact();
                return whole == (int) whole ? (Object) (int) whole : (Object) whole;
            } catch (ArithmeticException fractionOrTooLarge) {
                return null;
            }
        }
        return id instanceof String ? id : null;
    }
}
