package dev.okx4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Signatures that another implementation of HMAC-SHA256 made. */
@NullUnmarked
class HmacSignerTest {
    @Test
    void signatures_areThoseOfAnotherImplementation() {
        assertThat(new HmacSigner("22582BD0CFF14C41EDBF1AB98506286D")
                        .sign("2020-12-08T09:08:57.715ZGET/api/v5/account/balance?ccy=BTC"))
                .isEqualTo("HiZhvSfMtWJA3uUIVXV3a/bSXNPCWvYFXoGCVS8V4zY=");
        assertThat(new HmacSigner("sécret").sign("2020-12-08T09:08:57.000ZPOST/api/v5/trade/order{\"clOrdId\":\"é\"}"))
                .isEqualTo("p0tA6Ag/+to1xz/WxLEsUwXpB0P/jq5d4ZHYe1SWS2Y=");
    }

    @Test
    void text_hidesTheKey() {
        assertThat(new HmacSigner("secret")).hasToString("HmacSigner[***]");
    }
}
