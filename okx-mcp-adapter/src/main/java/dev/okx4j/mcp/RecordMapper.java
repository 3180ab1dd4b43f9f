package dev.okx4j.mcp;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The MCP SDK's records as JSON, on the client's strict JSON tree: numbers are never doubles, and no JSON library is loaded
 * for it. Unknown keys are ignored, as the protocol asks; absent components are left out.
 */
final class RecordMapper implements McpJsonMapper {

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8), type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return read(content, type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8), type.getType());
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return read(content, type.getType());
    }

    @Override
    public <T> T convertValue(Object value, Class<T> type) {
        return convert(value, type);
    }

    @Override
    public <T> T convertValue(Object value, TypeRef<T> type) {
        return convert(value, type.getType());
    }

    @Override
    public String writeValueAsString(Object value) {
        return Json.write(TreeWriter.tree(value));
    }

    @Override
    public byte[] writeValueAsBytes(Object value) {
        return writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the type says what T is
    private static <T> T read(byte[] content, Type type) throws IOException {
        try {
            return convert(Json.parse(content), type);
        } catch (JsonException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    // The SDK's interface is unmarked: it passes and expects null for JSON's null.
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T convert(@Nullable Object tree, Type type) {
        return (T) TreeReader.read(tree, type, "params");
    }
}
