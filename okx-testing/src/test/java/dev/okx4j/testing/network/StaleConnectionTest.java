package dev.okx4j.testing.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.testing.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A kept connection that is reset at the moment of the next order: that order is written once, and found to be nowhere. */
class StaleConnectionTest {
    private static final String PLACE = "POST /api/v5/trade/order";

    @Test
    void order_onAConnectionThatHasJustGone_isWrittenOnce() throws Exception {
        try (Exchange exchange = new Exchange()) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                String clOrdId = "order" + i;
                tasks.add(() -> writes(exchange, clOrdId));
            }

            assertThat(Runs.of(tasks)).as("writes on the wire, each").containsOnly(1);

            assertThat(exchange.orders()).isEmpty();
        }
    }

    private static int writes(Exchange exchange, String clOrdId) throws Exception {
        try (Exchange.Line line = exchange.line();
                OkxClient client = OkxRun.client(exchange, line.server().baseUrl())) {
            line.faults().on(PLACE).nth(1).then(Fault.resetBefore());
            client.publicData().time(); // opens the connection that is kept

            assertThat(client.trade().placeOrder(OkxRun.order(clOrdId, null)))
                    .isNotInstanceOfAny(Outcome.Confirmed.class, Outcome.NotSent.class);
            return line.faults().requests(PLACE);
        }
    }
}
