package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import dev.okx4j.tools.Exchange;
import dev.okx4j.tools.ScriptedWire.Call;
import dev.okx4j.tools.ToolResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/**
 * The calls that the kit took as valid, recorded with the HTTP requests they led to, go through our tools and lead to the
 * same requests: method, path, query and body.
 */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class KitWireTest {
    /** A recorded call. */
    private record Recorded(String tool, Map<String, Object> args, List<Map<?, ?>> requests) {
        boolean has(String argument) {
            return args.get(argument) != null && !args.get(argument).equals("");
        }

        @Override
        public String toString() {
            return tool + " " + Json.write(args);
        }
    }

    /** Calls that we refuse before anything is sent, and why. */
    private static final Map<String, Predicate<Recorded>> REFUSED = new LinkedHashMap<>(Map.of(
            "an argument that does not exist is an error, not dropped",
            c -> c.args.containsKey("foo"),
            "a value outside the list is an error, not sent",
            c -> "BUY".equals(c.args.get("side")),
            "half a level cannot be asked for",
            c -> c.tool.equals("market_get_orderbook") && "1.5".equals(String.valueOf(c.args.get("sz"))),
            "a limit order without a price is an error",
            c -> c.tool.endsWith("_place_order") && !"market".equals(c.args.get("ordType")) && !c.has("px"),
            "an order has to be named",
            c -> c.tool.endsWith("_get_order") && !c.has("ordId") && !c.has("clOrdId"),
            "a stop without what sets it off is an error",
            c -> c.tool.equals("swap_place_algo_order") && !stopIsWhole(c),
            "more cancellations than OKX takes at once are an error",
            c -> c.args.get("orders") instanceof List<?> orders && orders.size() > 10));

    private static boolean stopIsWhole(Recorded call) {
        boolean tp = call.has("tpTriggerPx");
        boolean sl = call.has("slTriggerPx");
        return switch (String.valueOf(call.args.get("ordType"))) {
            case "conditional" -> tp || sl;
            case "oco" -> tp && sl;
            default -> call.has("callbackRatio") || call.has("callbackSpread");
        };
    }

    /** Where an accepted call's requests differ by design. */
    private static final Map<String, String> DIFFERENCES = Map.of(
            "clOrdId", "minted if none is given, so that a lost answer can be looked up",
            "algoClOrdId",
                    "minted too; the kit sends the caller's id as clOrdId, which is not this endpoint's name for it",
            "reduceOnly", "a JSON boolean, as OKX documents it; the kit sends a string",
            "uly", "sent as instFamily, which OKX documents in its place",
            "sz", "the depth of an order book is always sent, 1 by default",
            "empty", "an empty text counts as left out; the kit sends it",
            "GET after POST", "the placed order and its contract are read back for the answer",
            "cancel-algos",
                    "one POST for each order, the kit sends one array: one intent has one outcome, so a lost answer leaves "
                            + "one order in doubt; batches come with the batch endpoints");

    @SuppressWarnings("unchecked")
    private static List<Recorded> recorded(String resource) throws IOException {
        List<Recorded> calls = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KitWireTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, Object> call = (Map<String, Object>) Json.parse(line);
                calls.add(new Recorded(
                        (String) call.get("tool"), (Map<String, Object>) call.get("args"), (List<Map<?, ?>>)
                                call.get("requests")));
            }
        }
        return calls;
    }

    @Test
    void recordedCalls_leadToTheSameRequests() throws IOException {
        Set<String> usedRefusals = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        int same = 0;
        for (Recorded call : recorded("/kit/kit-wire.jsonl")) {
            if (call.tool.equals("system_get_capabilities") && !call.args.containsKey("foo")) {
                continue; // no request to compare
            }
            Exchange exchange = exchange(call);
            ToolResult result = exchange.registry().call(call.tool, call.args);
            String refusal = refusal(call);
            if (refusal != null) {
                usedRefusals.add(refusal);
                if (!result.isError() || !exchange.wire().calls().isEmpty()) {
                    wrong.add(call + " should be refused: " + refusal);
                }
                continue;
            }
            List<String> ours = ours(call, exchange.wire().calls());
            List<String> theirs = call.requests.stream()
                    .flatMap(request -> eachAlone(request).stream())
                    .map(request -> theirs(call, request))
                    .toList();
            if (result.isError() || !ours.equals(theirs)) {
                wrong.add(call + "\n  kit  " + theirs + "\n  ours " + ours + (result.isError() ? result.text() : ""));
            } else {
                same++;
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(usedRefusals).isEqualTo(REFUSED.keySet());
        assertThat(same).as("calls with the same requests").isGreaterThanOrEqualTo(85);
    }

    private static String refusal(Recorded call) {
        return REFUSED.entrySet().stream()
                .filter(entry -> entry.getValue().test(call))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Returns an exchange with the prices of the recording, on the venue whose prices the call asks for. */
    private static Exchange exchange(Recorded call) {
        Exchange exchange = new Exchange(Boolean.TRUE.equals(call.args.get("demo")) ? "demo" : "live");
        exchange.wire().reply("GET /api/v5/market/ticker", asked -> {
            String instId = asked.query().get("instId");
            String last = instId.startsWith("ETH") ? "2500" : instId.startsWith("DOGE") ? "0.12" : "60000";
            return "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"SWAP\",\"instId\":\"" + instId
                    + "\",\"last\":\"" + last + "\",\"ts\":\"1787227200000\"}]}";
        });
        return exchange;
    }

    private static List<String> ours(Recorded call, List<Call> calls) {
        List<String> requests = new ArrayList<>();
        boolean posted = false;
        for (Call made : calls) {
            if (posted) {
                continue; // GET after POST
            }
            posted = made.method().equals("POST") && !made.path().endsWith("/cancel-algos");
            Map<String, Object> body = body(made.body() instanceof List<?> items ? items.get(0) : made.body());
            for (String id : List.of("clOrdId", "algoClOrdId")) {
                if (!call.has("clOrdId")) {
                    assertThat(body.remove(id) == null || posted).as("minted").isTrue();
                }
            }
            if (body.containsKey("algoClOrdId")) {
                body.put("clOrdId", body.remove("algoClOrdId"));
            }
            requests.add(made.method() + " " + made.path() + " " + sorted(made.query()) + " " + sorted(body));
        }
        return requests;
    }

    /** Returns a request with an array for its body as one request for each item. */
    private static List<Map<?, ?>> eachAlone(Map<?, ?> request) {
        List<Map<?, ?>> requests = new ArrayList<>();
        if (request.get("body") instanceof List<?> items) {
            for (Object item : items) {
                Map<String, Object> alone = body(request);
                alone.put("body", item);
                requests.add(alone);
            }
        } else {
            requests.add(request);
        }
        return requests;
    }

    private static String theirs(Recorded call, Map<?, ?> request) {
        Map<String, Object> query = body(request.get("query"));
        if (query.remove("uly") != null) {
            query.putIfAbsent("instFamily", call.args.get("uly"));
        }
        if (call.tool.equals("market_get_orderbook")) {
            query.putIfAbsent("sz", "1");
        }
        Map<String, Object> body = body(request.get("body"));
        body.values().removeIf(""::equals);
        body.computeIfPresent("reduceOnly", (name, value) -> Boolean.valueOf((String) value));
        return request.get("method") + " " + request.get("path") + " " + sorted(query) + " " + sorted(body);
    }

    private static Map<String, Object> body(Object tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        return copy;
    }

    private static String sorted(Map<?, ?> map) {
        return new java.util.TreeMap<>(map).toString();
    }

    @Test
    void recordedMistakes_areRefusedBeforeAnythingIsSent() throws IOException {
        List<String> sent = new ArrayList<>();
        List<Recorded> mistakes = recorded("/kit/kit-invalid.jsonl");
        for (Recorded call : mistakes) {
            Exchange exchange = new Exchange("live");
            ToolResult result = exchange.registry().call(call.tool, call.args);
            if (!result.isError() || !exchange.wire().calls().isEmpty()) {
                sent.add(call.toString());
            }
        }
        assertThat(mistakes).hasSize(46);
        assertThat(sent)
                .as("a time may be a number here")
                .containsExactly("market_get_candles {\"instId\":\"BTC-USDT\",\"after\":1600000000000}");
    }

    @Test
    void differences_areWrittenDown() {
        assertThat(DIFFERENCES).hasSize(8).doesNotContainValue("");
    }
}
