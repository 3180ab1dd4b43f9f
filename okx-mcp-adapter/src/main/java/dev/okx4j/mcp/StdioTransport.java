package dev.okx4j.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * MCP over two byte streams, one message per line.
 *
 * <p>One thread reads. Tool calls run side by side on a bounded pool, everything else in order on the reading thread, and
 * all of them write through one lock. A line that cannot be acted upon is answered with an error and the next one is
 * read. Every request is answered once, the ones in flight at the end of the input included.
 */
final class StdioTransport implements McpServerTransportProvider {
    private static final Logger log = LoggerFactory.getLogger(StdioTransport.class);
    private static final int BUSY = -32000;

    private final LineSource in;
    private final Outgoing outgoing;
    private final Function<String, @Nullable String> whyUnknown;
    private final Lifecycle lifecycle = new Lifecycle();
    private final Limits limits;
    private final Calls calls;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean outputFailed;
    private @Nullable McpServerSession session;

    /** The bounds that keep a careless or hostile client from exhausting the process. */
    record Limits(int lineBytes, int threads, int waitingCalls, long waitingBytes, Duration drain) {
        static final Limits DEFAULT = new Limits(4 << 20, 32, 1024, 16L << 20, Duration.ofSeconds(25));
    }

    /** {@code whyUnknown} says why there is no tool of a name, or returns null when there is one. */
    StdioTransport(
            McpJsonMapper mapper,
            InputStream in,
            OutputStream out,
            Function<String, @Nullable String> whyUnknown,
            Limits limits) {
        this.in = new LineSource(in, limits.lineBytes());
        this.whyUnknown = whyUnknown;
        this.limits = limits;
        this.calls = new Calls(limits.threads(), limits.waitingCalls(), limits.waitingBytes());
        this.outgoing = new Outgoing(new LineSink(out, this::outputFailed), mapper, calls, lifecycle);
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(outgoing);
    }

    /** Serves the client until its input ends or the output fails, lets the calls in flight end, and returns the exit code. */
    int serve() throws InterruptedException {
        Thread reader = new Thread(this::readToTheEnd, "mcp-stdin");
        reader.setDaemon(true); // a read of standard input cannot be interrupted
        reader.start();
        ended.await();
        int unfinished = calls.drain(limits.drain());
        if (unfinished > 0) {
            log.error(
                    "{} calls had not ended {} s after the input did; they are given up",
                    unfinished,
                    limits.drain().toSeconds());
        }
        return outputFailed || unfinished > 0 ? 1 : 0;
    }

    /** Reads no further; {@link #serve()} ends as at the end of the input. */
    void stop() {
        ended.countDown();
    }

    private void outputFailed() {
        outputFailed = true;
        ended.countDown();
    }

    private void readToTheEnd() {
        try {
            for (LineSource.Line line = in.next(); line != null && !outputFailed; line = in.next()) {
                if (line.oversized()) {
                    String why = "Invalid request: a line longer than " + limits.lineBytes() + " bytes";
                    outgoing.refuse(null, ErrorCodes.INVALID_REQUEST, why);
                } else if (!line.blank()) {
                    take(line.bytes());
                }
            }
        } catch (IOException closed) {
            log.warn("standard input failed: {}", closed.getMessage());
        } finally {
            ended.countDown();
        }
    }

    private void take(byte[] line) {
        try {
            take(Inbound.parse(line), line.length);
        } catch (RuntimeException | Error e) { // whatever a line does, the next one is read
            log.error("a line of {} bytes failed", line.length, e);
            outgoing.refuse(null, ErrorCodes.INTERNAL_ERROR, "Internal error");
        }
    }

    private void take(Inbound message, int bytes) {
        if (message instanceof Inbound.Request request) {
            take(request, bytes);
        } else if (message instanceof Inbound.Refused refused) {
            outgoing.refuse(refused.id(), refused.code(), refused.message());
        } else if (message instanceof Inbound.Notification notification) {
            take(notification);
        } // an answer is to nobody: the server asks nothing
    }

    private void take(Inbound.Notification notification) {
        if (notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED)) {
            openSession();
        } else if (notification.method().equals("notifications/cancelled")) {
            Object id = Inbound.id(notification.params().get("requestId"));
            if (id != null) {
                calls.cancel(id);
            }
        }
    }

    private void take(Inbound.Request request, int bytes) {
        String method = request.method();
        String refusal = lifecycle.refusal(method);
        if (refusal != null) {
            outgoing.refuse(request.id(), ErrorCodes.INVALID_REQUEST, refusal);
        } else if (method.equals(McpSchema.METHOD_TOOLS_CALL)) {
            call(request, bytes);
        } else if (method.equals(McpSchema.METHOD_PING) && lifecycle.isNew()) {
            outgoing.write(JSONRPCResponse.result(request.id(), Map.of()));
        } else {
            openSession();
            refuseUnlessTaken(calls.run(request.id(), work(request)), request.id());
        }
    }

    private void call(Inbound.Request request, int bytes) {
        if (!(request.params().get("name") instanceof String name)) {
            outgoing.refuse(
                    request.id(),
                    ErrorCodes.INVALID_PARAMS,
                    "Invalid params: params.name: expected the name of a tool");
            return;
        }
        String unknown = whyUnknown.apply(name);
        if (unknown != null) {
            // The SDK would speak of a tool called "invalid_tool_name".
            String shown = name.length() > 64 ? name.substring(0, 64) + "..." : name;
            outgoing.refuse(
                    request.id(), ErrorCodes.INVALID_PARAMS, ("Unknown tool: " + shown + ". " + unknown).strip());
            return;
        }
        openSession();
        refuseUnlessTaken(calls.queue(request.id(), bytes, work(request)), request.id());
    }

    private void refuseUnlessTaken(Calls.Offer offer, Object id) {
        if (offer == Calls.Offer.BUSY) {
            outgoing.refuse(
                    id,
                    BUSY,
                    "Server busy: too many calls are waiting. This one was not executed; send it again later.");
        } else if (offer == Calls.Offer.ID_IN_FLIGHT) {
            outgoing.refuse(
                    id,
                    ErrorCodes.INVALID_REQUEST,
                    "Invalid request: this id is in flight. This request was not executed.");
        }
    }

    /** Hands a request to the SDK's session, whose handlers all run on the calling thread. */
    private Calls.Work work(Inbound.Request request) {
        return new Calls.Work() {
            @Override
            public void run() {
                try {
                    session()
                            .handle(new McpSchema.JSONRPCRequest(request.method(), request.id(), request.params()))
                            .block();
                } catch (RuntimeException | Error e) { // even an OutOfMemoryError ends one call, not the server
                    log.error("{} failed", request.method(), e);
                }
            }

            @Override
            public void unanswered() {
                outgoing.refuse(request.id(), ErrorCodes.INTERNAL_ERROR, "Internal error");
            }
        };
    }

    /** Tells the session that the client is ready: its notification says so, and so does a request that follows the greeting. */
    private void openSession() {
        if (lifecycle.opens()) {
            session()
                    .handle(new McpSchema.JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED))
                    .block();
        }
    }

    private McpServerSession session() {
        return Objects.requireNonNull(session, "the server has not been built");
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return Mono.defer(() -> session().sendNotification(method, params));
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(this::stop);
    }
}
