package dev.okx4j.tools.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class NearestNameTest {
    private static final List<String> NAMES = List.of("instId", "instType", "sz", "slTriggerPx", "tpTriggerPx");

    @Test
    void of_oneLetterWrong_isTheNameThatWasMeant() {
        assertThat(NearestName.of("instID", NAMES)).contains("instId");
        assertThat(NearestName.of("insId", NAMES)).contains("instId");
        assertThat(NearestName.of("slTriggerPrice", NAMES)).contains("slTriggerPx");
        assertThat(NearestName.of("size", NAMES)).contains("sz");
    }

    @Test
    void of_nothingAlike_isNothing() {
        assertThat(NearestName.of("quantityOfCoins", NAMES)).isEmpty();
        assertThat(NearestName.of("x".repeat(100_000), NAMES)).isEmpty();
    }

    @Test
    void suggest_isASentenceOrNothing() {
        assertThat(NearestName.suggest("instId2", NAMES)).isEqualTo(" Did you mean instId?");
        assertThat(NearestName.suggest("completelyElse", NAMES)).isEmpty();
    }
}
