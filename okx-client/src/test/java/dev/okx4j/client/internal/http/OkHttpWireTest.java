package dev.okx4j.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OkHttpWireTest {
    private final MockWebServer server = new MockWebServer();
    private OkHttpWire wire;

    @BeforeEach
    void start() throws IOException {
        server.start();
        wire = new OkHttpWire(BaseUrl.of("http://localhost:" + server.getPort()));
    }

    @AfterEach
    void stop() {
        wire.close();
        server.close();
    }

    @Test
    void request_goesOutAsItWasSigned() throws Exception {
        server.enqueue(new MockResponse(200, okhttp3.Headers.of("X-One", "1"), "{}"));
        WireResponse response = wire.exchange(get("/api/v5/x?instId=A%2CB&q=%F0%9F%98%80%20-._~"));
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/api/v5/x?instId=A%2CB&q=%F0%9F%98%80%20-._~");
        assertThat(sent.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("x-one", "1");
        assertThat(response.body()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void post_ofAThreadThatIsInterruptedBeforeItHasConnected_isCertainNotToHaveLeft() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> wire.exchange(post("{}"))).isInstanceOf(Wire.NotSentException.class);

        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void post_carriesItsBodyAndContentType() throws Exception {
        server.enqueue(new MockResponse(200, okhttp3.Headers.of(), "{}"));
        wire.exchange(post("{\"a\":1}"));
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getBody().utf8()).isEqualTo("{\"a\":1}");
        assertThat(sent.getHeaders().get("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void target_thatWouldBeRewritten_isRefusedBeforeItLeaves() {
        assertThatThrownBy(() -> wire.exchange(get("/api/../x"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void answer_longerThanTheCap_isRefused() {
        server.enqueue(new MockResponse(200, okhttp3.Headers.of(), "x".repeat(1001)));
        WireRequest request = new WireRequest("GET", "/x", headers(), new byte[0], false, Duration.ofSeconds(5), 1000);
        assertThatThrownBy(() -> wire.exchange(request))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1000");
    }

    @Test
    void answer_ofExactlyTheCap_isTaken() throws IOException {
        server.enqueue(new MockResponse(200, okhttp3.Headers.of(), "x".repeat(1000)));
        WireRequest request = new WireRequest("GET", "/x", headers(), new byte[0], false, Duration.ofSeconds(5), 1000);
        assertThat(wire.exchange(request).body()).hasSize(1000);
    }

    @Test
    void answer_thatIsCompressed_isRefused() {
        server.enqueue(new MockResponse(200, okhttp3.Headers.of("Content-Encoding", "gzip"), "x"));
        assertThatThrownBy(() -> wire.exchange(get("/x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("compressed");
    }

    @Test
    void redirect_isNotFollowedByAReadEither() throws IOException {
        server.enqueue(new MockResponse(302, okhttp3.Headers.of("Location", "/elsewhere"), ""));
        assertThat(wire.exchange(get("/x")).status()).isEqualTo(302);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void answerThatDrips_endsAtTheDeadline() {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(1000))
                .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                .build());
        WireRequest request = new WireRequest("GET", "/x", headers(), new byte[0], false, Duration.ofMillis(300));
        assertThatThrownBy(() -> wire.exchange(request)).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void connection_thatIsRefused_isCertainNotToHaveBeenSent() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (OkHttpWire nobody = new OkHttpWire(BaseUrl.of("http://127.0.0.1:" + port))) {
            assertThatThrownBy(() -> nobody.exchange(post("{}"))).isInstanceOf(Wire.NotSentException.class);
        }
    }

    @Test
    void tlsHandshake_thatFails_isCertainNotToHaveBeenSent() {
        // The server speaks no TLS at all.
        try (OkHttpWire tls = new OkHttpWire(BaseUrl.of("https://localhost:" + server.getPort()))) {
            assertThatThrownBy(() -> tls.exchange(post("{}"))).isInstanceOf(Wire.NotSentException.class);
        }
    }

    private static WireRequest get(String target) {
        return new WireRequest("GET", target, headers(), new byte[0], false, Duration.ofSeconds(5));
    }

    private static WireRequest post(String body) {
        Map<String, String> headers = Map.of("Content-Type", "application/json");
        return new WireRequest(
                "POST", "/x", headers, body.getBytes(StandardCharsets.UTF_8), true, Duration.ofSeconds(5));
    }

    private static Map<String, String> headers() {
        return Map.of("Accept-Encoding", "identity");
    }
}
