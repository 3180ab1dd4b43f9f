package dev.okx4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class CredentialsTest {
    @Test
    void signature_isTheHmacOfThePrehash() throws Exception {
        String prehash = "2020-12-08T09:08:57.715ZGET/api/v5/account/balance?ccy=BTC";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("22582BD0CFF14C41EDBF1AB98506286D".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String byHand = Base64.getEncoder().encodeToString(mac.doFinal(prehash.getBytes(StandardCharsets.UTF_8)));
        assertThat(Signer.hmacSha256("22582BD0CFF14C41EDBF1AB98506286D").sign(prehash))
                .isEqualTo(byHand);
    }

    @Test
    void text_showsNoSecret() {
        Credentials key = Credentials.of("0123456789abcdef", "SECRETKEY", "PASSPHRASE");
        String shown = key + " " + key.signer() + " " + key.passphrase() + " " + Secret.of("HIDDEN");
        assertThat(shown).doesNotContain("SECRETKEY", "PASSPHRASE", "HIDDEN", "0123456789abcdef");
        assertThat(Credentials.of("k", "s", "p").toString()).doesNotContain("k*");
    }

    @Test
    void blankOrUnsendableParts_areRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> Credentials.of(" ", "s", "p")).hasMessage("apiKey is blank");
        assertThatThrownBy(() -> Credentials.of("k", "", "p")).hasMessage("secretKey is blank");
        assertThatThrownBy(() -> Credentials.of("k", "s", "pass\nphrase"))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("phrase\n", "pass\n"));
    }
}
