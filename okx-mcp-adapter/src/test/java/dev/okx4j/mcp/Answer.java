package dev.okx4j.mcp;

import dev.okx4j.client.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** One line of a server, read strictly: whatever else it may be, it is JSON-RPC 2.0. */
@NullMarked
record Answer(Map<?, ?> message) {

    static Answer of(String line) {
        Map<?, ?> message = (Map<?, ?>) Objects.requireNonNull(Json.parse(line));
        if (!"2.0".equals(message.get("jsonrpc")) || !message.containsKey("id")) {
            throw new AssertionError("not an answer: " + line);
        }
        if (message.containsKey("result") == message.containsKey("error")) {
            throw new AssertionError("an answer has a result or an error: " + line);
        }
        return new Answer(message);
    }

    /** Returns the id as text, or null. */
    @Nullable
    String id() {
        Object id = message.get("id");
        return id == null ? null : id.toString();
    }

    Map<?, ?> result() {
        return (Map<?, ?>) Objects.requireNonNull(message.get("result"), () -> "no result: " + message);
    }

    Map<?, ?> error() {
        return (Map<?, ?>) Objects.requireNonNull(message.get("error"), () -> "no error: " + message);
    }

    int errorCode() {
        return ((BigDecimal) Objects.requireNonNull(error().get("code"))).intValueExact();
    }

    String errorMessage() {
        return (String) Objects.requireNonNull(error().get("message"));
    }

    /** Returns an object inside the result. */
    Map<?, ?> resultObject(String name) {
        return (Map<?, ?>) Objects.requireNonNull(result().get(name), name);
    }

    /** Returns the tools in an answer to tools/list. */
    List<Map<?, ?>> tools() {
        List<Map<?, ?>> tools = new ArrayList<>();
        for (Object tool : (List<?>) Objects.requireNonNull(result().get("tools"))) {
            tools.add((Map<?, ?>) Objects.requireNonNull(tool));
        }
        return tools;
    }

    /** Returns the text of a tool's answer. */
    String text() {
        List<?> content = (List<?>) Objects.requireNonNull(result().get("content"));
        return (String) Objects.requireNonNull(((Map<?, ?>) content.get(0)).get("text"));
    }

    /** Returns what a tool's answer says. */
    Map<?, ?> tool() {
        return (Map<?, ?>) Objects.requireNonNull(Json.parse(text()));
    }

    /** Returns the names in an answer to tools/list. */
    List<String> toolNames() {
        List<String> names = new ArrayList<>();
        for (Map<?, ?> tool : tools()) {
            names.add((String) Objects.requireNonNull(tool.get("name")));
        }
        return names;
    }

    boolean failed() {
        return Boolean.TRUE.equals(result().get("isError"));
    }
}
