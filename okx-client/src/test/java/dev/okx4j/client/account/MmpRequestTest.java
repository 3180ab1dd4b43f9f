package dev.okx4j.client.account;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class MmpRequestTest {
    @ParameterizedTest
    @CsvSource({
        "-1, 0, 1, less than zero",
        "0, -1, 1, less than zero",
        "0, 0, 0, qtyLimit is 0",
        "0, 0, -1, qtyLimit is -1"
    })
    void limitsThatMakeNoSense_areRefused(long within, long freeze, BigDecimal qty, String why) {
        assertThatThrownBy(() ->
                        new SetMmpConfigRequest("BTC-USD", Duration.ofMillis(within), Duration.ofMillis(freeze), qty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void limitsWithoutWhatOkxNeeds_areRefused() {
        SetMmpConfigRequestBuilder builder = SetMmpConfigRequest.builder();
        assertThatThrownBy(builder::build).hasMessageContaining("instFamily");
        assertThatThrownBy(builder.instFamily("BTC-USD")::build).hasMessageContaining("timeInterval");
        assertThatThrownBy(builder.timeInterval(Duration.ZERO)::build).hasMessageContaining("frozenInterval");
        assertThatThrownBy(builder.frozenInterval(Duration.ZERO)::build).hasMessageContaining("qtyLimit");
    }
}
