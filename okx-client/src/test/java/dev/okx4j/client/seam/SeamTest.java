package dev.okx4j.client.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class SeamTest {
    @Test
    void alphanumeric_drawsAllLettersAndDigitsAboutEquallyOften() {
        String text = Entropy.seeded(7).alphanumeric(62_000);
        assertThat(text).hasSize(62_000).matches("[0-9A-Za-z]+");
        int[] counts = new int[128];
        text.chars().forEach(c -> counts[c]++);
        for (char c : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray()) {
            assertThat(counts[c]).as("count of %s", c).isBetween(850, 1150);
        }
    }

    @Test
    void seeded_sameSeed_givesTheSame() {
        assertThat(Entropy.seeded(1).alphanumeric(40))
                .isEqualTo(Entropy.seeded(1).alphanumeric(40));
        assertThat(Entropy.seeded(1).nextLong()).isNotEqualTo(Entropy.seeded(2).nextLong());
    }

    @Test
    void secure_doesNotRepeatItself() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertThat(seen.add(Entropy.secure().alphanumeric(32))).isTrue();
        }
    }

    @Test
    void systemWaits_ofNothing_returnAtOnceEvenWhenInterrupted() throws InterruptedException {
        Thread.currentThread().interrupt();
        Waits.system().sleep(Duration.ZERO);
        Waits.system().sleep(Duration.ofSeconds(-1));
        assertThatThrownBy(() -> Waits.system().sleep(Duration.ofDays(1))).isInstanceOf(InterruptedException.class);
    }

    @Test
    void systemClock_nanosDoNotGoBackwards() {
        long before = Clock.system().nanos();
        assertThat(Clock.system().nanos()).isGreaterThanOrEqualTo(before);
        assertThat(Clock.system().now()).isNotNull();
    }
}
