package dev.okx4j.client.stream;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.StreamLimits;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The wire that takes operations on orders to the private connection, and everything else over HTTP.
 *
 * <p>It stands where every write crosses to OKX, so that journal, gate, limits, {@code expTime} and the judging of answers are those
 * of HTTP: an answer of the connection has the same code, message and items. An operation whose answer does not come is unknown, as a lost
 * HTTP answer is, and is looked up over HTTP.
 */
final class OrderWire implements Wire {
    /** OKX's name of an operation on a connection, by that of the same operation over HTTP. */
    private static final Map<String, String> OPERATIONS = StreamLimits.OPERATIONS.stream()
            .filter(operation -> operation.twin().contains("/trade/"))
            .collect(Collectors.toUnmodifiableMap(StreamLimits.Operation::twin, StreamLimits.Operation::op));

    private final Wire http;
    private final Operations connection;
    private final InstrumentCodes codes;
    private final AtomicLong numbers = new AtomicLong();

    OrderWire(Wire http, Operations connection, InstrumentCodes codes) {
        this.http = http;
        this.connection = connection;
        this.codes = codes;
    }

    @Override
    public WireResponse exchange(WireRequest request) throws IOException {
        String op = request.write() ? OPERATIONS.get(request.method() + " " + request.target()) : null;
        List<Map<String, @Nullable Object>> args = op == null ? null : args(request);
        if (op == null || args == null) {
            return http.exchange(request);
        }
        String id = Long.toString(numbers.incrementAndGet(), Character.MAX_RADIX);
        CompletableFuture<Operations.Reply> reply = new CompletableFuture<>();
        if (!connection.operate(id, frame(id, op, args, request.headers().get("expTime")), reply::complete)) {
            return http.exchange(request); // no byte has left: this is the first attempt
        }
        return answer(await(reply, request), op);
    }

    private static Operations.Reply await(CompletableFuture<Operations.Reply> reply, WireRequest request)
            throws IOException {
        try {
            return reply.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new InterruptedIOException("the connection did not answer within " + request.timeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the answer was awaited");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static WireResponse answer(Operations.Reply reply, String op) throws IOException {
        if (reply.isLost()) {
            throw new IOException("the connection ended before it answered the operation " + op);
        }
        return new WireResponse(200, Map.of(), reply.frame().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the arguments, instruments by their numbers; null when OKX tells no number for one of them. */
    private @Nullable List<Map<String, @Nullable Object>> args(WireRequest request) {
        Object body = Json.parse(request.body());
        List<Map<String, @Nullable Object>> args = new ArrayList<>();
        for (Object item : body instanceof List<?> list ? list : List.of(body == null ? Map.of() : body)) {
            Map<String, @Nullable Object> arg = new LinkedHashMap<>();
            for (Map.Entry<?, ?> field : ((Map<?, ?>) item).entrySet()) {
                if (!field.getKey().equals("instId")) {
                    arg.put(String.valueOf(field.getKey()), field.getValue());
                    continue;
                }
                Long code = codes.of(String.valueOf(field.getValue()));
                if (code == null) {
                    return null;
                }
                arg.put("instIdCode", code);
            }
            args.add(arg);
        }
        return args;
    }

    private static String frame(
            String id, String op, List<Map<String, @Nullable Object>> args, @Nullable String expTime) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("id", id);
        frame.put("op", op);
        if (expTime != null) {
            frame.put("expTime", expTime);
        }
        frame.put("args", args);
        return Json.write(frame);
    }
}
