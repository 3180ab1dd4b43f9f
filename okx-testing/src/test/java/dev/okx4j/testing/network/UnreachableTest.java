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
    void closedPort_isNotSent() throws IOException {
        line.faults().on("*").each().then(Fault.refuse());
        try (OkxClient client = OkxRun.client(exchange, line.server().baseUrl())) {
            assertThat(client.trade().placeOrder(OkxRun.order("a1", null))).isInstanceOf(Outcome.NotSent.class);
        }
        assertThat(exchange.orders()).isEmpty();
    }

    @Test
    void closedPort_behindAConnectionThatWasKept_isToldTruly() throws IOException {
        try (OkxClient client = OkxRun.client(exchange, line.server().baseUrl())) {
            client.publicData().time();

            line.faults().on("*").each().then(Fault.refuse());

            // Whether bytes left is not certain on a connection that still seemed to be there.
            assertThat(client.trade().placeOrder(OkxRun.order("a1", null)))
                    .isNotInstanceOfAny(Outcome.Confirmed.class, Outcome.Rejected.class);
        }
        assertThat(exchange.orders()).isEmpty();
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
