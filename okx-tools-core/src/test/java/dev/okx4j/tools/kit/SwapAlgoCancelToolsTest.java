package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.tools.Exchange;
import dev.okx4j.tools.ToolResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class SwapAlgoCancelToolsTest {
    private static final String CANCEL = "POST /api/v5/trade/cancel-algos";

    private final Exchange exchange = new Exchange();

    private Map<?, ?> cancel(String... algoIds) {
        return exchange.call("swap_cancel_algo_orders", "orders", orders(algoIds));
    }

    private static List<Map<String, Object>> orders(String... algoIds) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (String algoId : algoIds) {
            orders.add(Map.of("algoId", algoId, "instId", "BTC-USDT-SWAP"));
        }
        return orders;
    }

    /** Answers a batch as OKX does: with a code, and the items in the order asked. */
    private void answer(String code, String... items) {
        exchange.wire()
                .reply(
                        CANCEL,
                        call -> "{\"code\":\"" + code + "\",\"msg\":\"\",\"data\":[" + String.join(",", items) + "]}");
    }

    private static String done(String algoId) {
        return "{\"algoId\":\"" + algoId + "\",\"sCode\":\"0\",\"sMsg\":\"\"}";
    }

    private static String refused(String algoId) {
        return "{\"algoId\":\"" + algoId + "\",\"sCode\":\"51400\",\"sMsg\":\"Cancellation failed\"}";
    }

    private static List<Map<?, ?>> rows(Object list) {
        List<Map<?, ?>> rows = new ArrayList<>();
        ((List<?>) list).forEach(row -> rows.add((Map<?, ?>) row));
        return rows;
    }

    private List<Object> sent() {
        return exchange.wire().calls().stream()
                .filter(call -> (call.method() + " " + call.path()).equals(CANCEL))
                .map(call -> call.body())
                .toList();
    }

    @Test
    void cancel_all_isOneRequest_inTheOrderGiven() {
        Map<?, ?> result = cancel("3", "1", "2");
        assertThat(sent())
                .containsExactly(List.of(
                        Map.of("instId", "BTC-USDT-SWAP", "algoId", "3"),
                        Map.of("instId", "BTC-USDT-SWAP", "algoId", "1"),
                        Map.of("instId", "BTC-USDT-SWAP", "algoId", "2")));
        assertThat(rows(result.get("data")))
                .extracting(row -> row.get("algoId") + " " + row.get("state"))
                .containsExactly("3 cancel accepted", "1 cancel accepted", "2 cancel accepted");
        assertThat(result.get("hint")).isNull();
    }

    @Test
    void cancel_aRefusedItem_hidesNoOther() {
        answer("2", done("3"), refused("1"), done("2"));
        Map<?, ?> result = cancel("3", "1", "2");
        List<Map<?, ?>> rows = rows(result.get("data"));
        assertThat(rows).extracting(row -> row.get("algoId")).isEqualTo(List.of("3", "1", "2"));
        assertThat(rows.get(0).get("state")).isEqualTo("cancel accepted");
        assertThat(rows.get(1).get("status")).isEqualTo("rejected");
        assertThat(rows.get(1).get("code")).isEqualTo("51400");
        assertThat(rows.get(1).get("suggestion")).asString().contains("look it up");
        assertThat(rows.get(1).get("state")).isNull();
        assertThat(rows.get(2).get("state")).isEqualTo("cancel accepted");
        assertThat(result.get("hint")).asString().contains("1 of 3");
    }

    @Test
    void cancel_anItemLeftOutOfTheAnswer_isUnknown_andHidesNoOther() {
        answer("2", done("2"));
        exchange.wire().reply("GET /api/v5/trade/order-algo", call -> {
            throw new IOException("connection reset");
        });
        List<Map<?, ?>> rows = rows(cancel("1", "2").get("data"));
        assertThat(rows.get(0).get("status")).isEqualTo("unknown");
        assertThat(rows.get(0).get("message")).asString().contains("not known");
        assertThat(rows.get(0).get("suggestion")).asString().contains("swap_get_algo_orders");
        assertThat(rows.get(1).get("state")).isEqualTo("cancel accepted");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void cancel_nothingSucceeded_isAnErrorWithEveryOutcome() {
        answer("1", refused("1"));
        ToolResult one = exchange.result("swap_cancel_algo_orders", "orders", orders("1"));
        assertThat(one.isError()).isTrue();
        assertThat(one.text()).contains("\"code\":\"51400\"", "\"results\":[{\"algoId\":\"1\"");

        answer("1", refused("1"), refused("2"));
        Map<?, ?> two = cancel("1", "2");
        assertThat(two.get("error")).isEqualTo(true);
        assertThat(two.get("message")).asString().contains("None of the 2");
        assertThat(rows(two.get("results"))).hasSize(2).allMatch(row -> "rejected".equals(row.get("status")));
    }

    @Test
    void cancel_noneOrMoreThanTenOrTwiceTheSameOrHalfAnId_isRefusedBeforeAnythingIsSent() {
        String[] eleven = new String[11];
        java.util.Arrays.fill(eleven, "1");
        assertThat(cancel(eleven).get("message")).asString().contains("1 to 10 objects with algoId, instId");
        assertThat(cancel().get("message")).asString().contains("it had 0");
        assertThat(cancel("1", "2", "1").get("message")).asString().contains("algoId 1 twice");
        assertThat(exchange.call("swap_cancel_algo_orders", "orders", Map.of("algoId", "1"))
                        .get("message"))
                .asString()
                .contains("must be a list");
        assertThat(exchange.call(
                                "swap_cancel_algo_orders",
                                "orders",
                                List.of(Map.of("algoId", "1", "instId", "BTC-USDT-SWAP"), Map.of("algoId", "2")))
                        .get("message"))
                .asString()
                .contains("orders[1]: instId is missing");
        assertThat(exchange.wire().calls()).isEmpty();
    }
}
