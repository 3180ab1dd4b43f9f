package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ConcurrentCallsTest {
    @Test
    void call_fromManyThreads_givesEachItsOwnAnswer() throws Exception {
        Exchange exchange = new Exchange();
        exchange.wire()
                .reply(
                        "GET /api/v5/trade/order",
                        call -> "{\"code\":\"0\",\"msg\":\"\",\"data\":["
                                + Rows.ORDER.replace(
                                        "BTC-USDT-SWAP", call.query().get("instId")) + "]}");
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String instId = "COIN" + i + "-USDT-SWAP";
                calls.add(() -> exchange.registry()
                        .call("swap_get_order", Map.of("instId", instId, "ordId", "1"))
                        .text());
            }
            List<Future<String>> answers = threads.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).contains("\"instId\":\"COIN" + i + "-USDT-SWAP\"");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
