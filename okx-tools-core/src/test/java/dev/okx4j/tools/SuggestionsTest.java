package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class SuggestionsTest {
    @Test
    void noCode_isAnsweredWithAdviceThatCouldDoSomethingTwiceOrMoveMoney() {
        for (int code = 50000; code < 60000; code++) {
            for (String advice : List.of(Suggestions.ofRead("" + code), Suggestions.ofWrite("" + code))) {
                assertThat(advice).endsWith(".");
                assertThat(advice.toLowerCase(Locale.ROOT))
                        .as("%d", code)
                        .doesNotContain("retry", "transfer", "withdraw", "close the position", "cancel all");
                if (advice.contains("placing it again")) {
                    assertThat(advice).contains("Look an order up before");
                }
            }
        }
    }

    @Test
    void unknownCode_ofAnOrder_isLookedUp_andOfARead_passedOn() {
        assertThat(Suggestions.ofWrite("99999")).contains("may have happened", "Look it up by its client id");
        assertThat(Suggestions.ofRead("99999")).contains("documents no such code");
        assertThat(Suggestions.ofRead("")).isNotBlank();
    }

    @Test
    void missingMoney_looksAtTheBalance() {
        for (String code : new String[] {"51008", "51119", "51127", "51131"}) {
            assertThat(Suggestions.ofWrite(code)).contains("account_get_balance");
        }
    }
}
