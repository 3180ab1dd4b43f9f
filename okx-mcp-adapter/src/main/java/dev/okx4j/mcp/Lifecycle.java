package dev.okx4j.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the client has come with its greeting. The SDK's session lets a request that comes too early wait for ever; here it
 * is refused. This class is not threadsafe: the reading thread owns it.
 */
final class Lifecycle {
    private static final Set<String> LATER =
            Set.of(McpSchema.METHOD_TOOLS_LIST, McpSchema.METHOD_TOOLS_CALL, McpSchema.METHOD_LOGGING_SET_LEVEL);

    private enum Phase {
        NEW,
        GREETED,
        OPEN
    }

    private Phase phase = Phase.NEW;

    /** Returns why a request comes at the wrong time, or null. */
    @Nullable
    String refusal(String method) {
        if (method.equals(McpSchema.METHOD_INITIALIZE)) {
            return phase == Phase.NEW ? null : "Invalid request: already initialized";
        }
        return phase == Phase.NEW && LATER.contains(method) ? "Invalid request: send \"initialize\" first" : null;
    }

    boolean isNew() {
        return phase == Phase.NEW;
    }

    /** Notes that an initialize was answered with a result. */
    void greeted() {
        phase = Phase.GREETED;
    }

    /** Returns true once: when the client, or its first request, says that it has read that result. */
    boolean opens() {
        if (phase != Phase.GREETED) {
            return false;
        }
        phase = Phase.OPEN;
        return true;
    }
}
