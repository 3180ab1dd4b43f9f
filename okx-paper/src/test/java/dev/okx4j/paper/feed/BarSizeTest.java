package dev.okx4j.paper.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarSizeTest {
    @ParameterizedTest
    @CsvSource({
        "5m, 2026-08-20T13:42:11Z, 2026-08-20T13:40:00Z, 2026-08-20T13:45:00Z",
        "1H, 2026-08-20T13:42:11Z, 2026-08-20T13:00:00Z, 2026-08-20T14:00:00Z",
        "4H, 2026-08-20T13:42:11Z, 2026-08-20T12:00:00Z, 2026-08-20T16:00:00Z",
        "6H, 2026-08-20T13:42:11Z, 2026-08-20T10:00:00Z, 2026-08-20T16:00:00Z",
        "6Hutc, 2026-08-20T13:42:11Z, 2026-08-20T12:00:00Z, 2026-08-20T18:00:00Z",
        "1D, 2026-08-20T13:42:11Z, 2026-08-19T16:00:00Z, 2026-08-20T16:00:00Z",
        "1Dutc, 2026-08-20T13:42:11Z, 2026-08-20T00:00:00Z, 2026-08-21T00:00:00Z",
        "1Wutc, 2026-08-20T13:42:11Z, 2026-08-17T00:00:00Z, 2026-08-24T00:00:00Z",
        "1M, 2026-08-31T16:00:00Z, 2026-08-31T16:00:00Z, 2026-09-30T16:00:00Z",
        "1Mutc, 2026-08-20T13:42:11Z, 2026-08-01T00:00:00Z, 2026-09-01T00:00:00Z",
        "3Mutc, 2026-08-20T13:42:11Z, 2026-07-01T00:00:00Z, 2026-10-01T00:00:00Z"
    })
    void openOf_holdsTheMoment(String name, Instant moment, Instant open, Instant end) {
        BarSize size = BarSize.named(name).orElseThrow();
        assertThat(size.openOf(moment)).isEqualTo(open);
        assertThat(size.openOf(open)).isEqualTo(open);
        assertThat(size.endOf(open)).isEqualTo(end);
    }

    @Test
    void makes_ofDaysOfUtc_leavesOutDaysOfUtc8AndFinerOnes() {
        assertThat(BarSize.D1_UTC.makes()).containsExactly("1Dutc", "1Wutc", "1Mutc", "3Mutc");
    }

    @Test
    void makes_ofFiveMinutes_isEverythingThatFiveDivides() {
        assertThat(BarSize.M5.makes())
                .contains("5m", "15m", "1H", "6H", "1D", "1Dutc", "1M")
                .doesNotContain("1m", "3m");
    }

    @Test
    void named_unknown_isEmpty() {
        assertThat(BarSize.named("7m")).isEmpty();
        assertThat(BarSize.named("3D")).isEmpty();
    }
}
