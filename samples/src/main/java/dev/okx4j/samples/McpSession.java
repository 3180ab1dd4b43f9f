package dev.okx4j.samples;

import dev.okx4j.client.json.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A session with an MCP server that runs as a child process: one JSON-RPC message a line, one call at a time. */
final class McpSession implements AutoCloseable {
    private final Process server;
    private final BufferedReader answers;
    private final BufferedWriter requests;
    private int lastId;

    private McpSession(Process server) {
        this.server = server;
        this.answers = server.inputReader(StandardCharsets.UTF_8);
        this.requests = server.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a server and shakes hands with it.
     *
     * @param command the server's command line
     * @param home the {@code OKX_HOME} that it gets; no other {@code OKX_} variable reaches it
     * @param log where its standard error goes
     */
    static McpSession open(List<String> command, Path home, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OKX_"));
        builder.environment().put("OKX_HOME", home.toString());
        McpSession session = new McpSession(builder.start());
        try {
            session.request(
                    "initialize",
                    Map.of(
                            "protocolVersion", "2025-06-18",
                            "capabilities", Map.of(),
                            "clientInfo", Map.of("name", "okx4j-quickstart", "version", "1")));
            session.send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"));
            return session;
        } catch (IOException | RuntimeException e) {
            session.server.destroy();
            throw e;
        }
    }

    /** Returns the names of the tools that the server offers. */
    List<String> tools() throws IOException {
        return request("tools/list", Map.of()).rows("tools").stream()
                .map(tool -> tool.text("name"))
                .toList();
    }

    /** Calls a tool and returns its answer; an error answer throws. */
    Facts call(String tool, Map<String, ?> arguments) throws IOException {
        Facts result = request("tools/call", Map.of("name", tool, "arguments", arguments));
        String text = result.only("content").text("text");
        if (result.has("isError") && result.text("isError").equals("true")) {
            throw new IllegalStateException(tool + " failed: " + text);
        }
        return Facts.parse(text);
    }

    private Facts request(String method, Map<String, ?> params) throws IOException {
        int id = ++lastId;
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("jsonrpc", "2.0");
        request.put("id", id);
        request.put("method", method);
        request.put("params", params);
        send(request);
        while (true) {
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("the server hung up during " + method);
            }
            Facts answer = Facts.parse(line);
            if (!answer.has("id")) {
                continue; // a notification: nothing that this client asked for
            }
            if (answer.has("error")) {
                throw new IOException(method + ": " + answer.at("error").text("message"));
            }
            return answer.at("result");
        }
    }

    private void send(Map<String, ?> message) throws IOException {
        requests.write(Json.write(message));
        requests.write('\n');
        requests.flush();
    }

    /** Ends the server as a client does, by closing its input, and by force only if that is not enough. */
    @Override
    public void close() throws IOException {
        requests.close();
        try {
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
