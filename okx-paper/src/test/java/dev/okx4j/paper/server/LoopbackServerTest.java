package dev.okx4j.paper.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class LoopbackServerTest {
    private final List<WireRequest> seen = new CopyOnWriteArrayList<>();
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start(
                request -> {
                    seen.add(request);
                    return new WireResponse(
                            200, Map.of("content-type", "application/json"), "{\"code\":\"0\"}".getBytes(UTF_8));
                },
                0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void request_reachesTheWire_exactlyAsSent() throws IOException {
        String answer = raw("POST /api/v5/x?a=1%2C2&b=%20c HTTP/1.1\r\nHost: localhost:" + server.port()
                + "\r\nOK-ACCESS-KEY: k\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{\"a\":1}");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("application/json")
                .endsWith("{\"code\":\"0\"}");
        assertThat(answer).doesNotContainIgnoringCase("Access-Control").doesNotContainIgnoringCase("Server:");
        WireRequest request = seen.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/api/v5/x?a=1%2C2&b=%20c");
        assertThat(new String(request.body(), UTF_8)).isEqualTo("{\"a\":1}");
        assertThat(request.headers()).containsEntry("ok-access-key", "k");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:80, 200",
        "localhost, 200",
        "[::1]:80, 200",
        "evil.example, 403",
        "127.0.0.1.evil.example:80, 403",
        "localhost.evil.example, 403"
    })
    void host_isCheckedAgainstRebinding(String host, int status) throws IOException {
        assertThat(raw("GET /x HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status);
        assertThat(seen).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void body_overOneMebibyte_isRefused() throws IOException {
        String body = "x".repeat((1 << 20) + 1);
        assertThat(raw("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body))
                .startsWith("HTTP/1.1 413");
        assertThat(seen).isEmpty();
    }

    @Test
    void port_isBoundToLoopbackOnly() throws IOException {
        for (var card : java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : java.util.Collections.list(card.getInetAddresses())) {
                if (!address.isLoopbackAddress() && address instanceof java.net.Inet4Address) {
                    assertThatThrownBy(() -> {
                                try (Socket socket = new Socket()) {
                                    socket.connect(new InetSocketAddress(address, server.port()), 500);
                                }
                            })
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void start_onATakenPort_saysSo() {
        assertThatThrownBy(() -> LoopbackServer.start(request -> null, server.port()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot listen on 127.0.0.1:" + server.port());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
