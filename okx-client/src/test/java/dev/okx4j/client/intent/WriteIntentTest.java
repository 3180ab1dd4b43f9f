package dev.okx4j.client.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.intent.WriteIntent.Kind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteIntentTest {
    private static final WriteIntent FIRST =
            new WriteIntent("i", Kind.CANCEL, "/x", "a1", Map.of("instId", "BTC-USDT"), Instant.EPOCH, null, 1);

    @Test
    void again_isTheSameWrite_oneAttemptLater() {
        assertThat(FIRST.again())
                .isEqualTo(new WriteIntent(
                        "i", Kind.CANCEL, "/x", "a1", Map.of("instId", "BTC-USDT"), Instant.EPOCH, null, 2));
    }
}
