package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Drop-in means: names, arguments, types, values and what is required are the kit's, and every difference is listed here. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class KitSchemaTest {
    /** What differs, and why. */
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.of(
            "market_get_tickers.after is ours",
            "the list is longer than an answer, and the kit cannot page it",
            "market_get_instruments.after is ours",
            "the list is longer than an answer, and the kit cannot page it",
            "market_get_orderbook.sz number is integer",
            "half a level cannot be asked for",
            "market_get_candles.bar has other values",
            "OKX has bars that begin at 00:00 UTC too, and the stock tokens' recordings have no others",
            "market_get_candles.limit number is integer",
            "half a candle cannot be asked for",
            "swap_get_fills.limit number is integer",
            "half a row cannot be asked for",
            "swap_get_algo_orders.limit number is integer",
            "half a row cannot be asked for",
            "account_get_bills.limit number is integer",
            "half a row cannot be asked for"));

    @SuppressWarnings("unchecked")
    private static Map<String, Object> kit() throws IOException {
        try (InputStream in = KitSchemaTest.class.getResourceAsStream("/kit/kit-tools.json")) {
            return (Map<String, Object>)
                    Json.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void schemas_differFromTheKitsOnlyWhereListed() throws IOException {
        Map<String, Object> kit = kit();
        List<String> differences = new ArrayList<>();
        for (Tool<?> tool : KitTools.all()) {
            assertThat(kit).as("the kit has the tool").containsKey(tool.name());
            Map<?, ?> theirs = (Map<?, ?>) kit.remove(tool.name());
            Map<?, ?> ours = (Map<?, ?>) Json.parse(tool.inputSchema());
            compare(tool.name(), theirs, ours, differences);
            assertThat(tool.access() == ToolAccess.WRITE).as(tool.name()).isEqualTo(theirs.get("isWrite"));
            assertThat(tool.openWorldHint()).as(tool.name()).isEqualTo(theirs.get("openWorld"));
        }
        assertThat(kit).as("tools of the kit in the list that were not built").isEmpty();
        assertThat(differences).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
    }

    private static void compare(String tool, Map<?, ?> kit, Map<?, ?> schema, List<String> differences) {
        Map<?, ?> theirs = (Map<?, ?>) kit.get("properties");
        Map<?, ?> ours = (Map<?, ?>) schema.get("properties");
        Set<Object> names = new HashSet<>(theirs.keySet());
        names.addAll(ours.keySet());
        for (Object name : names) {
            String where = tool + "." + name;
            if (!ours.containsKey(name)) {
                differences.add(where + " is missing");
            } else if (!theirs.containsKey(name)) {
                differences.add(where + " is ours");
            } else {
                Map<?, ?> their = (Map<?, ?>) theirs.get(name);
                Map<?, ?> our = (Map<?, ?>) ours.get(name);
                if (!their.get("type").equals(our.get("type"))) {
                    differences.add(where + " " + their.get("type") + " is " + our.get("type"));
                }
                if (!values(their).equals(values(our))) {
                    differences.add(where + " has other values");
                }
            }
        }
        Object required = schema.get("required");
        assertThat(new HashSet<Object>(required == null ? List.of() : (List<?>) required))
                .as("required of %s", tool)
                .isEqualTo(new HashSet<Object>((List<?>) kit.get("required")));
    }

    private static Set<Object> values(Map<?, ?> property) {
        return property.get("enum") instanceof List<?> values ? new HashSet<>(values) : Set.of();
    }
}
