package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sound answer that carries a code, whether it is true or not.
 *
 * @param call the call that made it
 */
record Coded(String call, String code, int status, Effect effect) implements Answering {
    // The HTTP statuses that OKX documents for these; the others go with 200.
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("50000", 400),
            Map.entry("50001", 503),
            Map.entry("50002", 400),
            Map.entry("50004", 400),
            Map.entry("50005", 410),
            Map.entry("50013", 429),
            Map.entry("50026", 500),
            Map.entry("50101", 401),
            Map.entry("50102", 401),
            Map.entry("50103", 401),
            Map.entry("50104", 401),
            Map.entry("50105", 401),
            Map.entry("50111", 401),
            Map.entry("50112", 401),
            Map.entry("50113", 401),
            Map.entry("51054", 500));
    private static final Set<String> WITHOUT_ITEM_CODES =
            Set.of("/api/v5/trade/close-position", "/api/v5/trade/cancel-all-after");
    private static final List<String> ECHOED = List.of("ordId", "clOrdId", "algoId", "algoClOrdId", "reqId", "tag");

    static Coded of(String code, Effect effect) {
        return new Coded("code(" + code + ", " + effect + ")", code, STATUS.getOrDefault(code, 200), effect);
    }

    @Override
    public WireResponse answer(WireRequest request, WireResponse truth) {
        boolean items = request.method().equals("POST")
                && request.target().startsWith("/api/v5/trade/")
                && !WITHOUT_ITEM_CODES.contains(request.target())
                && !code.startsWith("50")
                && status == 200;
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("code", items ? "1" : code);
        envelope.put("msg", items ? "All operations failed" : "Code " + code + " of a test");
        envelope.put("data", items ? Items.of(request).stream().map(this::item).toList() : List.of());
        return new WireResponse(status, Instead.JSON, Json.write(envelope).getBytes(UTF_8));
    }

    private Map<String, String> item(Map<String, ?> asked) {
        Map<String, String> item = new LinkedHashMap<>();
        for (String name : ECHOED) {
            Object value = asked.get(name);
            if (value != null) {
                item.put(name, value.toString());
            }
        }
        item.put("sCode", code);
        item.put("sMsg", "Code " + code + " of a test");
        return item;
    }

    @Override
    public String toString() {
        return call;
    }
}
