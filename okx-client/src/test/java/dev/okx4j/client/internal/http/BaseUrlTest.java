package dev.okx4j.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class BaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://openapi.okx.com",
                "https://openapi.okx.com:8443",
                "http://localhost:8080",
                "http://127.0.0.1:9",
                "http://127.1.2.3",
                "http://[::1]:8080"
            })
    void url_thatKeepsSignedRequestsSafe_isTaken(String url) {
        assertThat(BaseUrl.of(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://openapi.okx.com",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "https://user:secret@openapi.okx.com",
                "https://openapi.okx.com/prefix",
                "https://openapi.okx.com?x=1",
                "ftp://localhost",
                "openapi.okx.com",
                "https://",
                "not a url"
            })
    void url_thatDoesNot_isRefused(String url) {
        assertThatThrownBy(() -> BaseUrl.of(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
