package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ConnectionTest {
    private StreamExchange exchange;

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connection_thatIsSilentForThirtySeconds_isEnded(boolean sockets) throws IOException {
        exchange = new StreamExchange(sockets);
        StreamClient client = exchange.connect(Door.PUBLIC);
        client.settled();
        exchange.beat(Duration.ofSeconds(29));
        client.settled();
        exchange.beat(Duration.ofSeconds(29));
        client.settled();
        exchange.beat(Duration.ofSeconds(31));
        assertThat(client.next()).isEqualTo("closing 4004 No data received in 30s.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void frame_ofMoreThan64Kilobytes_endsTheConnection(boolean sockets) throws IOException {
        exchange = new StreamExchange(sockets);
        StreamClient client = exchange.connect(Door.PUBLIC);
        client.send("x".repeat(65_537));
        assertThat(client.next()).startsWith("closing 1009");
    }

    @Test
    void operation_overTheFourHundredAndEightiethOfAnHour_isRefused_untilAnHourHasPassed() throws IOException {
        exchange = new StreamExchange(false);
        StreamClient client = exchange.connect(Door.PUBLIC);
        for (int i = 0; i < 240; i++) {
            client.send("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"status\"}]}");
            client.send("{\"op\":\"unsubscribe\",\"args\":[{\"channel\":\"status\"}]}");
        }
        client.settled();
        client.send("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"status\"}]}");
        assertThat(client.json().get("code")).isEqualTo("60014");
        exchange.pass(Duration.ofHours(1));
        client.send("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"status\"}]}");
        assertThat(client.json().get("event")).isEqualTo("subscribe");
    }

    @Test
    void fourthConnectionOfASecond_isNotLetIn() throws IOException {
        exchange = new StreamExchange(true);
        for (int i = 0; i < 3; i++) {
            assertThat(exchange.connecting(Door.PUBLIC).next()).isEqualTo("open");
        }
        assertThat(exchange.connecting(Door.PUBLIC).next()).isEqualTo("failed 429");
        exchange.pass(Duration.ofSeconds(1));
        assertThat(exchange.connecting(Door.PUBLIC).next()).isEqualTo("open");
    }

    @Test
    void pageInABrowser_isNotLetIn() throws IOException {
        exchange = new StreamExchange(true);
        OkHttpClient http = StreamClient.http();
        Request request = new Request.Builder()
                .url(exchange.url(Door.PRIVATE.path()).replace("ws://", "http://"))
                .header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("Origin", "https://evil.example")
                .build();
        try (Response response = http.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void exchange_thatCloses_saysSoFirst(boolean sockets) throws IOException {
        exchange = new StreamExchange(sockets);
        StreamClient client = exchange.connect(Door.PUBLIC);
        exchange.paper.close();
        Map<?, ?> notice = client.json();
        assertThat(notice.get("event")).isEqualTo("notice");
        assertThat(notice.get("code")).isEqualTo("64008");
        assertThat(client.next()).startsWith("closing 1001");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connections_ofSeveralClients_areAllPushed(boolean sockets) throws IOException {
        exchange = new StreamExchange(sockets);
        String arg = "{\"channel\":\"tickers\",\"instId\":\"BTC-USDT-SWAP\"}";
        StreamClient one = exchange.connect(Door.PUBLIC).subscribe(arg);
        StreamClient two = exchange.connect(Door.PUBLIC).subscribe(arg);
        one.settled();
        two.settled();
        exchange.advance("1D");
        assertThat((Object) one.row("tickers")).isEqualTo(two.row("tickers"));
        two.close();
        exchange.advance("1D");
        one.row("tickers");
    }

    @Test
    void path_thatIsNoAddress_isNotOurs() throws IOException {
        exchange = new StreamExchange(true);
        OkHttpClient http = StreamClient.http();
        StreamClient client = new StreamClient(http, exchange.url("/ws/v5/elsewhere"));
        assertThat(client.next()).startsWith("failed");
    }
}
