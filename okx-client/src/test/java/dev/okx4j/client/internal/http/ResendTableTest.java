package dev.okx4j.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.internal.http.OrderServer.Mode;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Counts how often an order reaches a server that spoils its answer: once through the product's own wire, whatever happens,
 * and twice through OkHttp as it comes where it re-sends, which shows that this test can tell.
 */
@NullUnmarked
class ResendTableTest {
    private static final List<String> TABLE = Collections.synchronizedList(new ArrayList<>());

    /** Where OkHttp 5.5.1 as it comes sends a POST twice. */
    private static final Set<String> DOUBLED = Set.of(
            "FIN warm",
            "RST warm",
            "TIMEOUT_408 cold",
            "TIMEOUT_408 warm",
            "RETRY_503 cold",
            "RETRY_503 warm",
            "REDIRECT_307 cold",
            "REDIRECT_307 warm");

    static Stream<Arguments> scenarios() {
        return Stream.of(Mode.values()).flatMap(m -> Stream.of(Arguments.of(m, false), Arguments.of(m, true)));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void order_whoseAnswerIsSpoiled_reachesTheServerOnce(Mode mode, boolean warm) throws IOException {
        String ours;
        int seen;
        try (OrderServer server = new OrderServer(mode);
                OkHttpWire wire = new OkHttpWire(BaseUrl.of(server.url()))) {
            if (warm) {
                send(wire, "WARM");
            }
            ours = send(wire, "ORDER");
            seen = server.orders();
        }
        String scenario = mode + (warm ? " warm" : " cold");
        int plain = throughPlainOkHttp(mode, warm);
        TABLE.add(String.format("%-18s okx4j x%d (%s)   OkHttp as it comes x%d", scenario, seen, ours, plain));
        assertThat(seen).as("orders at the server").isEqualTo(1);
        assertThat(plain)
                .as("orders at the server, by OkHttp as it comes")
                .isEqualTo(DOUBLED.contains(scenario) ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void order_toAProcessOfThisMachine_reachesItOnceToo(Mode mode, boolean warm) throws IOException {
        try (OrderServer server = new OrderServer(mode)) {
            Wire wire = OkHttpWire.loopback(URI.create(server.url()).getPort());
            if (warm) {
                send(wire, "WARM");
            }
            send(wire, "ORDER");
            assertThat(server.orders()).as("orders at the server").isEqualTo(1);
        }
    }

    @AfterAll
    static void printTable() {
        Collections.sort(TABLE);
        LoggerFactory.getLogger(ResendTableTest.class).warn("Orders at the server:\n{}", String.join("\n", TABLE));
    }

    private static String send(Wire wire, String body) {
        WireRequest request = new WireRequest(
                "POST",
                "/api/v5/trade/order",
                Map.of("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                true,
                Duration.ofSeconds(10));
        try {
            return "HTTP " + wire.exchange(request).status();
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static int throughPlainOkHttp(Mode mode, boolean warm) throws IOException {
        OkHttpClient client = new OkHttpClient();
        try (OrderServer server = new OrderServer(mode)) {
            for (String body : warm ? List.of("WARM", "ORDER") : List.of("ORDER")) {
                Request request = new Request.Builder()
                        .url(server.url() + "/api/v5/trade/order")
                        .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8)))
                        .build();
                try (Response response = client.newCall(request).execute()) {
                    response.body().bytes();
                } catch (IOException spoiled) {
                    // Only the count matters.
                }
            }
            return server.orders();
        } finally {
            client.connectionPool().evictAll();
        }
    }
}
