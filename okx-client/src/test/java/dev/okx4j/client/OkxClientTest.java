package dev.okx4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.auth.Signer;
import dev.okx4j.client.market.Candle;
import dev.okx4j.client.market.CandlesRequest;
import dev.okx4j.client.market.OrderBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole client over real HTTP. */
@NullUnmarked
class OkxClientTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OkxClient client(OkxClientBuilder builder) {
        return builder.baseUrl("http://localhost:" + server.getPort()).build();
    }

    private void enqueue(String fixture) throws IOException {
        String body = Files.readString(Path.of("src/test/resources/fixtures", fixture));
        server.enqueue(new MockResponse(200, Headers.of("Content-Type", "application/json"), body));
    }

    @Test
    void candles_areReadFromTheirColumns() throws Exception {
        enqueue("GET_api_v5_market_candles.json");
        try (OkxClient okx = client(OkxClient.builder())) {
            List<Candle> candles = okx.market()
                    .candles(CandlesRequest.builder()
                            .instId("BTC-USDT")
                            .bar("1D")
                            .build());
            assertThat(candles).hasSize(2);
            assertThat(candles.get(0).o()).isEqualByComparingTo("3.721");
            assertThat(candles.get(0).confirm()).isEqualTo("0");
        }
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v5/market/candles?instId=BTC-USDT&bar=1D");
    }

    @Test
    void book_levelsAreReadFromTheirColumns() throws Exception {
        enqueue("GET_api_v5_market_books.json");
        try (OkxClient okx = client(OkxClient.builder())) {
            OrderBook book = okx.market().books("BTC-USDT", 5);
            assertThat(book.asks().get(0).px()).isEqualByComparingTo("41006.8");
            assertThat(book.bids().get(0).orders()).isEqualTo(2);
            assertThat(book.seqId()).isEqualTo(3235851742L);
        }
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v5/market/books?instId=BTC-USDT&sz=5");
    }

    @Test
    void balance_isSignedOverWhatWasSent() throws Exception {
        enqueue("GET_api_v5_account_balance.json");
        try (OkxClient okx = client(OkxClient.builder().credentials(Credentials.of("KEY", "SECRET", "PHRASE")))) {
            assertThat(okx.account().balance("BTC", "ETH").details()).isNotEmpty();
        }
        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/api/v5/account/balance?ccy=BTC%2CETH");
        String timestamp = sent.getHeaders().get("OK-ACCESS-TIMESTAMP");
        assertThat(timestamp).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(sent.getHeaders().get("OK-ACCESS-SIGN"))
                .isEqualTo(Signer.hmacSha256("SECRET").sign(timestamp + "GET" + sent.getTarget()));
        assertThat(sent.getHeaders().get("User-Agent")).startsWith("okx4j/");
    }

    @ParameterizedTest
    @EnumSource(Site.class)
    void site_hasSecureHostsOfItsOwn(Site site) {
        assertThat(site.restUrl()).startsWith("https://");
        assertThat(List.of(
                        site.publicStreamUrl(false),
                        site.privateStreamUrl(false),
                        site.businessStreamUrl(false),
                        site.publicStreamUrl(true),
                        site.privateStreamUrl(true),
                        site.businessStreamUrl(true)))
                .doesNotHaveDuplicates()
                .allMatch(url -> url.startsWith("wss://ws") && url.contains(".okx.com:8443/ws/v5/"));
        try (OkxClient okx = OkxClient.builder().site(site).build()) {
            assertThat(okx.site()).isEqualTo(site);
        }
    }

    @Test
    void builder_refusesWhatCannotWork() {
        assertThatThrownBy(() -> OkxClient.builder().timeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> OkxClient.builder().baseUrl("http://example.com").build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OkxClient.builder().signer(p -> "x").build())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void calls_leaveOnlyDaemonThreads() throws Exception {
        enqueue("GET_api_v5_public_time.json");
        try (OkxClient okx = client(OkxClient.builder())) {
            okx.publicData().time();
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(
                            t -> t.getName().startsWith("OkHttp") || t.getName().startsWith("Okio"))
                    .allMatch(Thread::isDaemon);
        }
    }
}
