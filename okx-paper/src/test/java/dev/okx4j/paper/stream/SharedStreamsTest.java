package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.PaperExchange;
import dev.okx4j.paper.PaperHost;
import java.io.IOException;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The WebSocket side of an account that several share. */
@NullUnmarked
class SharedStreamsTest {
    private static final String TICKERS = "{\"channel\":\"tickers\",\"instId\":\"BTC-USDT-SWAP\"}";

    @TempDir
    Path home;

    @Test
    void guest_isPushedWhatTheHostHas_andConnectsToItselfWhenTheHostHasEnded() throws IOException {
        PaperHost host = PaperExchange.host(home, "default", "replay");
        try (PaperHost guest = PaperExchange.host(home, "default", "replay")) {
            assertThat(guest.isHosting()).isFalse();
            StreamClient atTheHost = connect(guest);
            assertThat(atTheHost.subscribe(TICKERS).row("tickers").get("instId"))
                    .isEqualTo("BTC-USDT-SWAP");

            host.close();
            assertThat(atTheHost.await(frame -> "64008".equals(frame.get("code"))))
                    .isNotNull();

            StreamClient here = connect(guest);
            assertThat(guest.isHosting()).isTrue();
            assertThat(here.subscribe(TICKERS).row("tickers").get("instId")).isEqualTo("BTC-USDT-SWAP");
        } finally {
            host.close();
        }
    }

    private static StreamClient connect(PaperHost door) {
        OkHttpClient http = StreamClient.http()
                .newBuilder()
                .addInterceptor(door.webSockets())
                .build();
        StreamClient client = new StreamClient(http, "wss://ws.okx.invalid:8443" + Door.PUBLIC.path());
        assertThat(client.next()).isEqualTo("open");
        return client;
    }
}
