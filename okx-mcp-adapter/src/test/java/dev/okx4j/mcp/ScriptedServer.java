package dev.okx4j.mcp;

import dev.okx4j.client.json.Json;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;

/**
 * Our transport under the SDK's server with three tools, over two pipes of the operating system: {@code echo} returns its
 * arguments, {@code hold} returns when the test says so, {@code fail} throws.
 */
@NullMarked
final class ScriptedServer implements AutoCloseable {
    static final StdioTransport.Limits LIMITS = new StdioTransport.Limits(4096, 4, 8, 1 << 20, Duration.ofSeconds(20));
    static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":\"init\",\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";

    final AtomicInteger executed = new AtomicInteger();
    final Semaphore holding = new Semaphore(0);
    private final CountDownLatch release = new CountDownLatch(1);
    private final OutputStream toServer;
    private final InputStream serverOut;
    private final BufferedReader fromServer;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private ScriptedServer(StdioTransport.Limits limits) throws IOException {
        Pipe in = Pipe.open();
        Pipe out = Pipe.open();
        toServer = Channels.newOutputStream(in.sink());
        serverOut = Channels.newInputStream(out.source());
        fromServer = new BufferedReader(new InputStreamReader(serverOut, StandardCharsets.UTF_8));
        RecordMapper mapper = new RecordMapper();
        StdioTransport transport = new StdioTransport(
                mapper,
                Channels.newInputStream(in.source()),
                Channels.newOutputStream(out.sink()),
                name -> List.of("echo", "hold", "fail").contains(name) ? null : "Did you mean echo?",
                limits);
        serve(transport, mapper);
        Thread main = new Thread(() -> {
            try {
                exit.complete(transport.serve());
            } catch (InterruptedException e) {
                exit.completeExceptionally(e);
            }
        });
        main.setDaemon(true);
        main.start();
    }

    private void serve(StdioTransport transport, RecordMapper mapper) {
        McpServer.sync(transport)
                .jsonMapper(mapper)
                .jsonSchemaValidator(new RegistryValidates())
                .validateToolInputs(false)
                .immediateExecution(true)
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .logging()
                        .build())
                .toolCall(tool("echo"), (exchange, request) -> {
                    executed.incrementAndGet();
                    return text(Json.write(request.arguments()));
                })
                .toolCall(tool("hold"), (exchange, request) -> {
                    executed.incrementAndGet();
                    holding.release();
                    awaitRelease();
                    return text("held");
                })
                .toolCall(tool("fail"), (exchange, request) -> {
                    throw new IllegalStateException("secret word swordfish");
                })
                .build();
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static McpSchema.Tool tool(String name) {
        return McpSchema.Tool.builder(name, Map.of("type", "object"))
                .description(name)
                .build();
    }

    private static McpSchema.CallToolResult text(String text) {
        return McpSchema.CallToolResult.builder(
                        List.of(McpSchema.TextContent.builder(text).build()))
                .build();
    }

    static ScriptedServer fresh() throws IOException {
        return new ScriptedServer(LIMITS);
    }

    /** Returns a server that has been greeted. */
    static ScriptedServer ready() throws IOException {
        ScriptedServer server = new ScriptedServer(LIMITS);
        server.send(INITIALIZE);
        server.answer();
        server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return server;
    }

    static String call(Object id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + Json.write(id) + ",\"method\":\"tools/call\",\"params\":{\"name\":\""
                + tool + "\",\"arguments\":" + arguments + "}}";
    }

    static String ping(Object id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + Json.write(id) + ",\"method\":\"ping\"}";
    }

    void send(String line) throws IOException {
        send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        toServer.write(bytes);
        toServer.flush();
    }

    /** Returns the next answer. */
    Answer answer() throws IOException {
        String line = fromServer.readLine();
        if (line == null) {
            throw new IOException("the server has ended");
        }
        return Answer.of(line);
    }

    /** Sends a line and returns the next answer. */
    Answer ask(String line) throws IOException {
        send(line);
        return answer();
    }

    void letGo() {
        release.countDown();
    }

    void endInput() throws IOException {
        toServer.close();
    }

    void closeOutput() throws IOException {
        serverOut.close();
    }

    int exitCode() {
        return exit.join();
    }

    @Override
    public void close() throws IOException {
        letGo();
        toServer.close();
        exit.join();
        serverOut.close();
    }
}
