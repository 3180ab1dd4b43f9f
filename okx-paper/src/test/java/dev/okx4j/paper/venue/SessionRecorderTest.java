package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.feed.SessionRecorder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recording of a session is a scenario on which the same commands come to the same state. */
@NullUnmarked
class SessionRecorderTest {
    private static final Map<String, BigDecimal> MONEY = Map.of("USDT", new BigDecimal("100000"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "august-2026, NVDA-USDT-SWAP, 2, PT7H13M",
        "august-2026, XNVDA-USDT, 3, PT26H",
        "books-2022-05, BTC-USDT, 0.01, PT1.3S"
    })
    void recordingOfAReplay_replaysToTheSameDigest(String name, String instId, String size, Duration step)
            throws IOException {
        Scenario original = Scenario.named(name);
        Venue first = Venue.open(original.feed(), MONEY);
        Path target = folder.resolve("recording");
        try (SessionRecorder recorder = SessionRecorder.begin(Disk.system(), target, original, first.now())) {
            live(first, instId, size, step, recorder);
        }
        Scenario recorded = Scenario.named(target.toString());
        assertThat(recorded.id()).isEqualTo(name + "-recorded");
        assertThat(recorded.begin()).isEqualTo(original.begin());
        Venue again = Venue.open(recorded.feed(), MONEY);
        live(again, instId, size, step, null);
        assertThat(again.digest()).isEqualTo(first.digest());
        assertThat(first.fills()).hasSizeGreaterThan(1);
    }

    private static void live(Venue venue, String instId, String size, Duration step, @Nullable SessionRecorder recorder)
            throws IOException {
        for (int i = 0; i < 7; i++) {
            BigDecimal last = venue.quote(instId).last();
            place(venue, Fixture.order(instId, Side.BUY, OrderType.MARKET, size).tgtCcy(spot(instId)));
            place(
                    venue,
                    Fixture.order(instId, Side.BUY, OrderType.LIMIT, size)
                            .px(venue.quote(instId).bidPx()));
            Instant to = venue.now().plus(step);
            venue.apply(new Command.Advance(to, i == 3));
            assertThat(last).isPositive();
            if (recorder != null) {
                recorder.reached(venue.now());
            }
        }
    }

    private static @Nullable TargetCcy spot(String instId) {
        return instId.endsWith("-SWAP") ? null : TargetCcy.BASE_CCY;
    }

    private static void place(Venue venue, OrderTicketBuilder ticket) {
        assertThat(venue.apply(new Command.Place(ticket.build()))).isInstanceOf(Reply.Placed.class);
    }

    @Test
    void restart_recordsTheNewSessionOnly() throws IOException {
        Scenario original = Scenario.named("august-2026");
        Path target = folder.resolve("recording");
        Instant later = original.begin().plus(Duration.ofDays(2));
        try (SessionRecorder recorder = SessionRecorder.begin(Disk.system(), target, original, original.begin())) {
            recorder.reached(original.begin().plus(Duration.ofDays(1)));
            recorder.restart(later);
            recorder.reached(later.plus(Duration.ofHours(1)));
        }
        Scenario recorded = Scenario.named(target.toString());
        assertThat(recorded.begin()).isEqualTo(later);
        assertThat(recorded.end()).isEqualTo(later.plus(Duration.ofHours(1)));
        Venue fresh = Venue.open(recorded.feed(), MONEY);
        Venue reference = Venue.open(original.feed(), MONEY);
        reference.apply(new Command.Reset(later, MONEY));
        assertThat(fresh.quote("BTC-USDT-SWAP")).isEqualTo(reference.quote("BTC-USDT-SWAP"));
    }

    @Test
    void folderThatHoldsAScenario_isNotOverwritten() throws IOException {
        Scenario original = Scenario.named("august-2026");
        SessionRecorder.begin(Disk.system(), folder, original, original.begin()).close();
        assertThatThrownBy(() -> SessionRecorder.begin(Disk.system(), folder, original, original.begin()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another folder");
    }
}
