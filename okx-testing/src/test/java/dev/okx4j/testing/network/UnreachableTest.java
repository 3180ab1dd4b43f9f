package dev.okx4j.testing.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.testing.Fault;
import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When nobody was reached, the caller is told that nothing was sent. */
@NullUnmarked
class UnreachableTest {
    private static final String PLACE = "POST /api/v5/trade/order";

    private Exchange exchange;
    private Exchange.Line line;

    @BeforeEach
    void open() throws IOException {
        exchange = new Exchange();
        line = exchange.line();
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        exchange.close();
    }

    @Test
    void closedPort_behindAKeptConnection_isNotSent() throws IOException {
        try (OkxClient client = OkxRun.client(exchange, line.server().baseUrl())) {
            assertThat(client.trade().placeOrder(OkxRun.order("a1", null))).isInstanceOf(Outcome.Confirmed.class);

            line.faults().on("*").each().then(Fault.refuse());

            assertThat(client.trade().placeOrder(OkxRun.order("a2", null)))
                    .isInstanceOfSatisfying(Outcome.NotSent.class, notSent -> assertThat(notSent.cause())
                            .isEqualTo(Outcome.NotSent.Cause.UNREACHABLE));
        }
        assertThat(exchange.orders()).extracting(order -> order.get("clOrdId")).containsExactly("a1");
    }

    @Test
    void serverThatSpeaksNoTls_isNotSent() throws IOException {
        place("https://127.0.0.1:" + line.server().port());
    }

    @Test
    void unknownHost_isNotSent() throws IOException {
        place("https://okx4j.invalid");
    }

    private void place(String baseUrl) throws IOException {
        try (OkxClient client = OkxRun.client(exchange, baseUrl)) {
            assertThat(client.trade().placeOrder(OkxRun.order("a1", null))).isInstanceOf(Outcome.NotSent.class);
        }
        assertThat(line.faults().requests(PLACE)).isZero();
        assertThat(exchange.orders()).isEmpty();
    }
}
