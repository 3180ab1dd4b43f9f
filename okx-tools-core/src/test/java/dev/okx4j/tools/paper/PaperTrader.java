package dev.okx4j.tools.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.json.Json;
import dev.okx4j.tools.ToolRegistry;
import dev.okx4j.tools.ToolResult;
import dev.okx4j.tools.config.Venue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** Calls tools on a paper exchange as an agent does: names and values in, JSON text out. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
final class PaperTrader {
    static final String NVDA = "NVDA-USDT-SWAP";
    static final String XNVDA = "XNVDA-USDT";

    private final ToolRegistry registry;

    PaperTrader(OkxClient client) {
        Venue venue = Venue.of("paper", client);
        registry = ToolRegistry.builder().venue(() -> venue).build();
    }

    ToolRegistry registry() {
        return registry;
    }

    /** Returns the answer of a call, whose size is checked whatever it says. */
    ToolResult result(String tool, Object... arguments) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        ToolResult result = registry.call(tool, named);
        assertThat(result.text().getBytes(StandardCharsets.UTF_8).length)
                .as("bytes of %s", tool)
                .isLessThanOrEqualTo(24 * 1024);
        return result;
    }

    /** Returns the tree of a call that has to succeed. */
    Map<?, ?> call(String tool, Object... arguments) {
        ToolResult result = result(tool, arguments);
        assertThat(result.isError()).as("%s: %s", tool, result.text()).isFalse();
        return (Map<?, ?>) Json.parse(result.text());
    }

    /** Returns the tree of a call that has to fail. */
    Map<?, ?> refused(String tool, Object... arguments) {
        ToolResult result = result(tool, arguments);
        assertThat(result.isError()).as("%s: %s", tool, result.text()).isTrue();
        return (Map<?, ?>) Json.parse(result.text());
    }

    /** Returns the one object of a call. */
    Map<?, ?> data(String tool, Object... arguments) {
        return (Map<?, ?>) call(tool, arguments).get("data");
    }

    /** Returns the rows of a call, those under a header as lists of cells. */
    List<?> rows(String tool, Object... arguments) {
        return rowsOf(call(tool, arguments));
    }

    private static List<?> rowsOf(Map<?, ?> answer) {
        return answer.get("data") instanceof Map<?, ?> table
                ? (List<?>) table.get("rows")
                : (List<?>) answer.get("data");
    }

    /** Returns the rows of a call and of every call that its answers lead on to. */
    List<Object> allRows(int pages, String tool, Object... arguments) {
        List<Object> all = new ArrayList<>();
        Object[] next = arguments;
        for (int page = 0; page < pages; page++) {
            Map<?, ?> answer = call(tool, next);
            all.addAll(rowsOf(answer));
            if (!(answer.get("next") instanceof Map<?, ?> cursor)) {
                return all;
            }
            assertThat(cursor.containsKey("omitted"))
                    .as("%s can be followed", tool)
                    .isFalse();
            List<Object> more = new ArrayList<>(List.of(arguments));
            cursor.forEach((name, value) -> {
                more.add(name);
                more.add(value);
            });
            next = more.toArray();
        }
        throw new AssertionError(tool + " has no end after " + pages + " pages");
    }

    Map<?, ?> buy(String sz, Object... more) {
        return call("swap_place_order", atMarket(NVDA, sz, more));
    }

    /** Returns the tree of a purchase that has to fail. */
    Map<?, ?> refusedBuy(String instId, String sz, Object... more) {
        return refused("swap_place_order", atMarket(instId, sz, more));
    }

    private static Object[] atMarket(String instId, String sz, Object... more) {
        return and(List.of("instId", instId, "tdMode", "isolated", "side", "buy", "ordType", "market", "sz", sz), more);
    }

    /** Returns the id of a new stop for a long position. */
    String stop(String sz, String triggerPx, Object... more) {
        List<Object> sell = List.of("instId", NVDA, "tdMode", "isolated", "side", "sell", "ordType", "conditional");
        List<Object> price = List.of("sz", sz, "slTriggerPx", triggerPx, "slOrdPx", "-1", "reduceOnly", true);
        return (String)
                data("swap_place_algo_order", and(sell, and(price, more))).get("algoId");
    }

    private static Object[] and(List<Object> arguments, Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
