package dev.okx4j.testing.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short soak; {@code scripts/prove streams} lives the long ones. */
class StreamSoakTest {
    @Test
    void everythingGoesWrong_andAllIsTrueInTheEnd() {
        StreamSoak.Result soak = new StreamSoak(20, Duration.ofSeconds(20), 1).run();

        assertThat(soak.failures()).as(soak.line()).isEmpty();
    }
}
