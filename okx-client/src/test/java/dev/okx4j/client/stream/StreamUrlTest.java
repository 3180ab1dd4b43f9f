package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.Site;
import dev.okx4j.client.internal.http.BaseUrl;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamUrlTest {
    @ParameterizedTest
    @EnumSource(StreamUrl.class)
    void path_isThatOfEverySitesAddress(StreamUrl url) {
        for (Site site : Site.values()) {
            for (boolean demo : new boolean[] {false, true}) {
                assertThat(URI.create(url.on(site, demo)).getPath())
                        .as("%s %s", site, demo)
                        .isEqualTo(url.path());
            }
        }
    }

    @Test
    void aSitesThreeAddresses_shareAHost() {
        for (Site site : Site.values()) {
            for (boolean demo : new boolean[] {false, true}) {
                assertThat(URI.create(StreamUrl.PUBLIC.on(site, demo)).getAuthority())
                        .isEqualTo(URI.create(StreamUrl.PRIVATE.on(site, demo)).getAuthority())
                        .isEqualTo(URI.create(StreamUrl.BUSINESS.on(site, demo)).getAuthority());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wss://ws.okx.com:8443, wss://ws.okx.com:8443",
        "WSS://ws.okx.com, wss://ws.okx.com",
        "ws://localhost:8080, ws://localhost:8080",
        "ws://127.0.0.1:1/, ws://127.0.0.1:1",
        "ws://[::1]:1, ws://[::1]:1"
    })
    void ofStreams_isAnAddressThatAKeyMayGoTo(String text, String url) {
        assertThat(BaseUrl.ofStreams(text)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://ws.okx.com",
                "ws://127.0.0.1.okx.example",
                "https://ws.okx.com",
                "wsx://ws.okx.com",
                "wss://user@ws.okx.com",
                "wss://ws.okx.com/ws/v5/public",
                "wss://ws.okx.com?a=b",
                "w",
                ""
            })
    void ofStreams_refusesAnyOther(String text) {
        assertThatThrownBy(() -> BaseUrl.ofStreams(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
