package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class SuggestionsTest {
    @Test
    void noCode_isAnsweredWithAdviceThatCouldDoSomethingTwiceOrMoveMoney() {
        for (int code = 50000; code < 60000; code++) {
            String advice = Suggestions.of("" + code);
            assertThat(advice).endsWith(".");
            assertThat(advice.toLowerCase(Locale.ROOT))
                    .as("%d", code)
                    .doesNotContain("retry", "transfer", "withdraw", "close the position", "cancel all");
            if (advice.contains("placing it again")) {
                assertThat(advice).contains("Look an order up before");
            }
        }
    }

    @Test
    void of_unknownCode_passesItOnToTheUser() {
        assertThat(Suggestions.of("99999")).isEqualTo("Tell the user what the exchange answered.");
        assertThat(Suggestions.of("")).isNotBlank();
    }

    @Test
    void of_missingMoney_looksAtTheBalance() {
        for (String code : new String[] {"51008", "51119", "51127", "51131"}) {
            assertThat(Suggestions.of(code)).contains("account_get_balance");
        }
    }
}
