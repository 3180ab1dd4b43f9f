package dev.okx4j.tools.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.StreamWire;
import dev.okx4j.tools.ScriptedWire;
import dev.okx4j.tools.ToolRegistry;
import dev.okx4j.tools.ToolResult;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A venue that is opened is connected where the plan says, signed with the key it says, and only when it is used. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class VenuesTest {
    private static final StreamWire NO_STREAMS = (url, ear) -> {
        throw new AssertionError("Nobody asked for streams");
    };

    private static final PaperDoor NO_PAPER = (home, account, feed) -> {
        throw new IllegalStateException();
    };

    @TempDir
    Path home;

    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final Map<String, String> env = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            byte[] body = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        env.put("OKX_HOME", home.toString());
        env.put("OKX_API_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Map<?, ?> call(String tool, String... args) throws Exception {
        try (Venue venue = Venues.open(Launch.parse(args), env, NO_PAPER)) {
            ToolResult result =
                    ToolRegistry.builder().venue(() -> venue).build().call(tool, Map.of());
            return (Map<?, ?>) Json.parse(result.text());
        }
    }

    @Test
    void demo_signsAndSaysItIsSimulated() throws Exception {
        env.putAll(Map.of("OKX_API_KEY", "demo-key", "OKX_SECRET_KEY", "s", "OKX_PASSPHRASE", "p", "OKX_DEMO", "1"));
        assertThat(call("swap_get_positions").get("venue")).isEqualTo("demo");
        assertThat(headers).singleElement().satisfies(sent -> {
            assertThat(sent.get("X-simulated-trading")).containsExactly("1");
            assertThat(sent.get("Ok-access-key")).containsExactly("demo-key");
        });
    }

    @Test
    void live_signsAndIsNotSimulated() throws Exception {
        env.putAll(Map.of("OKX_API_KEY", "live-key", "OKX_SECRET_KEY", "s", "OKX_PASSPHRASE", "p"));
        assertThat(call("swap_get_positions", "--live").get("venue")).isEqualTo("live");
        assertThat(headers).singleElement().satisfies(sent -> {
            assertThat(sent).doesNotContainKey("X-simulated-trading");
            assertThat(sent.get("Ok-access-key")).containsExactly("live-key");
        });
    }

    @Test
    void live_withoutKey_privateToolsNameWhatIsMissing() throws Exception {
        Map<?, ?> error = call("swap_get_positions", "--live");
        assertThat(error.get("type")).isEqualTo("ConfigError");
        assertThat(error.get("code")).isEqualTo("AUTH_MISSING");
        assertThat(error.get("message")).asString().contains("swap_get_positions needs an API key", "OKX_API_KEY");
        assertThat(headers).isEmpty();
        assertThat(((Map<?, ?>) call("system_get_capabilities", "--live").get("data")).get("moduleAvailability"))
                .asString()
                .contains("requires_auth");
    }

    @Test
    void paper_goesThroughTheDoorAtTheFirstUseAndLeavesOnce() throws Exception {
        List<String> events = new ArrayList<>();
        ScriptedWire wire =
                new ScriptedWire(Clock.system()).rows("GET /paper/v1/clock", "{\"marketTime\":\"1786924800000\"}");
        PaperDoor door = (okxHome, account, feed) -> {
            events.add("opened " + okxHome.equals(home) + " " + account + " " + feed);
            return new PaperConnection(
                    wire, NO_STREAMS, Credentials.of("k", "s", "p"), "replay", () -> events.add("closed"));
        };
        try (Venue venue = Venues.open(Launch.parse("--feed", "replay:august"), env, door)) {
            assertThat(venue.isPaper() && venue.writable() && venue.keyed()).isTrue();
            assertThat(events).isEmpty();
            assertThat(venue.asOf()).isEqualTo(Instant.parse("2026-08-17T00:00:00Z"));
            venue.client();
            venue.close();
        }
        assertThat(events).containsExactly("opened true default replay:august", "closed");
    }

    @Test
    void paper_onLivePrices_hasNoTimeOfItsOwn() throws Exception {
        PaperDoor door = (okxHome, account, feed) -> new PaperConnection(
                new ScriptedWire(Clock.system()), NO_STREAMS, Credentials.of("k", "s", "p"), "live", () -> {});
        try (Venue venue = Venues.open(Launch.parse(), env, door)) {
            assertThat(venue.asOf()).isNull();
        }
    }
}
