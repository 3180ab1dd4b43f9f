package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ReconnectingTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void d5_tenMinutesWithoutANetwork_areFewerThan40Attempts_andThenItIsThereWithin30Seconds(long seed) {
        Stage stage = new Stage(seed);
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        stage.reachable = false;
        stage.pass(Duration.ofMinutes(10));
        assertThat(stage.lines).as("seed %d", seed).hasSizeBetween(15, 40);

        stage.reachable = true;
        stage.pass(Duration.ofSeconds(31));

        assertThat(notes.heard).as("seed %d", seed).containsExactly("STALE", "LIVE+gap");
    }

    @Test
    void d5_afterAMinuteInWhichAllWasWell_theNextAttemptIsSoonAgain() {
        Stage stage = new Stage(1);
        stage.tap(Says.TRADES, Says.ID);
        stage.reachable = false;
        stage.pass(Duration.ofMinutes(5));
        stage.reachable = true;
        stage.pass(Duration.ofSeconds(91));
        int before = stage.lines.size();

        stage.last().end(1006);
        stage.pass(Duration.ofMillis(700));

        assertThat(stage.lines).hasSize(before + 1);
    }

    @Test
    void d5_manyConnections_areOpenedThreeASecond() {
        Stage stage = new Stage(1);
        for (int i = 0; i < 1_000; i++) {
            stage.switchboard.tap(Channels.TRADES.of("I-" + i), new Notes<>(Says.ID));
        }
        stage.pass(Duration.ofSeconds(10));

        List<Long> times = stage.lines.stream().map(line -> line.openedAt).toList();
        assertThat(times).hasSize(10);
        for (int i = 3; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 3))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
        }
    }

    @Test
    void lineThatTakesNoMore_isGivenUp() {
        Stage stage = new Stage(1);
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        stage.line(0).full = true;
        stage.pass(Duration.ofSeconds(17));
        assertThat(notes.heard).containsExactly("STALE", "LIVE+gap");
    }

    @Test
    void nothingToCarry_theConnectionIsClosedAfterAMoment() {
        Stage stage = new Stage(1);
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID);
        notes.subscription.close();
        stage.pass(Duration.ofSeconds(4));
        assertThat(stage.line(0).isOver()).isFalse();
        assertThat(stage.line(0).requests("unsubscribe")).hasSize(1);
        stage.pass(Duration.ofSeconds(2));
        assertThat(stage.line(0).closed).isTrue();
        stage.pass(Duration.ofMinutes(1));
        assertThat(stage.lines).hasSize(1);
    }

    @Test
    void closing_endsEveryTopicOnce_andNothingComesAfter() {
        Stage stage = new Stage(1);
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        stage.switchboard.close();
        stage.line(0).say(Says.trade(1));
        stage.pass(Duration.ofMinutes(1));
        assertThat(notes.heard).containsExactly("ENDED");
        assertThat(stage.lines).hasSize(1);
        assertThat(stage.line(0).closed).isTrue();
    }
}
