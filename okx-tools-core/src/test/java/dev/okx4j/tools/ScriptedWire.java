package dev.okx4j.tools;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;

/** An exchange that answers what it was told to, in the shapes that were recorded from OKX, and keeps what it was asked. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
public final class ScriptedWire implements Wire {
    /** What becomes of one request. */
    @FunctionalInterface
    public interface Reply {
        String to(Call call) throws IOException;
    }

    /** One request, taken apart. */
    public record Call(
            String method,
            String path,
            Map<String, String> query,
            Object body,
            Map<String, String> headers,
            boolean write) {
        @Override
        public String toString() {
            return method + " " + path + (query.isEmpty() ? "" : " " + query) + (body.equals("") ? "" : " " + body);
        }
    }

    private static final String TIME = "/api/v5/public/time";

    private final Clock clock;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** A wire whose exchange has the same time as the client; telling it is no call that a test looks at. */
    public ScriptedWire(Clock clock) {
        this.clock = clock;
    }

    /** Answers with rows, each a JSON text. */
    public ScriptedWire rows(String endpoint, String... rows) {
        return reply(endpoint, call -> "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + String.join(",", rows) + "]}");
    }

    /** Answers with a refusal of the whole call. */
    public ScriptedWire refusal(String endpoint, String code, String msg) {
        return reply(endpoint, call -> "{\"code\":\"" + code + "\",\"msg\":" + Json.write(msg) + ",\"data\":[]}");
    }

    public ScriptedWire reply(String endpoint, Reply reply) {
        replies.put(endpoint, reply);
        return this;
    }

    public List<Call> calls() {
        return calls;
    }

    /** Returns the bodies of the requests that went to an endpoint. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> bodies(String endpoint) {
        return calls.stream()
                .filter(call -> (call.method() + " " + call.path()).equals(endpoint))
                .map(call -> (Map<String, Object>) call.body())
                .toList();
    }

    @Override
    public WireResponse exchange(WireRequest request) throws IOException {
        Call call = call(request);
        if (call.path().equals(TIME)) {
            return answered("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\""
                    + clock.now().toEpochMilli() + "\"}]}");
        }
        calls.add(call);
        Reply reply = replies.get(call.method() + " " + call.path());
        String answer = reply == null
                ? "{\"code\":\"50038\",\"msg\":\"not scripted: " + call.path() + "\",\"data\":[]}"
                : reply.to(call);
        return answered(answer);
    }

    private static WireResponse answered(String answer) {
        return new WireResponse(200, Map.of("x-request-id", "trace-1"), answer.getBytes(StandardCharsets.UTF_8));
    }

    private static Call call(WireRequest request) {
        String target = request.target();
        int mark = target.indexOf('?');
        Map<String, String> query = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        Object body = request.body().length == 0 ? "" : Json.parse(request.body());
        return new Call(
                request.method(),
                mark < 0 ? target : target.substring(0, mark),
                query,
                body == null ? "" : body,
                request.headers(),
                request.write());
    }
}
