package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class MovingOverTest {
    private final Stage stage = new Stage(1);

    private void say(String frame, int... lines) {
        for (int line : lines) {
            stage.line(line).say(frame);
        }
    }

    @Test
    void d4_notice_isFollowedByAMoveWithoutLossOrRepetition() {
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        say(Says.trade(1), 0);
        say(Says.notice(), 0);
        stage.settle();
        assertThat(stage.lines).hasSize(2);
        say(Says.trade(2), 0, 1);
        stage.line(0).mute = true; // what it answers from now on is on its way
        say(Says.trade(3), 1);
        stage.pass(Duration.ofSeconds(2));
        say(Says.trade(4), 1);
        assertThat(notes.heard).containsExactly("trade 1", "trade 2");
        say(Says.trade(3), 0);
        stage.line(0).mute = false;
        stage.settle();

        assertThat(notes.heard).containsExactly("trade 1", "trade 2", "trade 3", "trade 4");
        assertThat(stage.line(0).closed).isTrue();
        assertThat(stage.line(1).isOver()).isFalse();
        say(Says.trade(5), 1);
        assertThat(notes.heard).last().isEqualTo("trade 5");
    }

    @Test
    void d4_whatTheOldConnectionWasQuickerToSay_isNotSaidTwice() {
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        say(Says.notice(), 0);
        stage.settle();
        say(Says.trade(1), 0);
        stage.pass(Duration.ofSeconds(2));
        assertThat(stage.line(0).closed).isTrue();

        say(Says.trade(1), 1);
        say(Says.trade(2), 1);

        assertThat(notes.heard).containsExactly("trade 1", "trade 2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void d4_howeverTheTwoConnectionsLag_everythingIsHeardOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        List<String> expected = new ArrayList<>();
        say(Says.notice(), 0);
        for (int step = 0; step < 120; step++) {
            stage.time.advance(Stage.STEP);
            stage.switchboard.tick();
            for (FarSide line : List.copyOf(stage.lines)) {
                line.open();
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                expected.add("trade " + expected.size());
                for (FarSide line : stage.lines) {
                    if (line.topics() > 0) {
                        line.back.add(Says.trade(expected.size() - 1));
                    }
                }
            }
            List.copyOf(stage.lines).forEach(line -> line.speak(random.nextInt(5)));
        }
        stage.settle();

        assertThat(stage.line(0).closed).as("moved, seed %d", seed).isTrue();
        assertThat(notes.heard).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void d4_aNoticeRightAfterTheMove_isHeededToo() {
        stage.tap(Says.TRADES, Says.ID);
        say(Says.notice(), 0);
        stage.pass(Duration.ofSeconds(3));
        assertThat(stage.line(0).closed).isTrue();

        say(Says.notice(), 1);
        stage.pass(Duration.ofSeconds(15));

        assertThat(stage.lines).hasSize(3);
        assertThat(stage.line(1).closed).isTrue();
    }

    @Test
    void d4_theOldConnectionEndsBeforeItHasCaughtUp_isAGap_andTheNewOneGoesOn() {
        Notes<?> trades = stage.tap(Says.TRADES, Says.ID);
        Notes<?> book = stage.tap(Says.BOOK, Says.SEQ);
        stage.pass(Duration.ofSeconds(1));
        say(Says.book(true, -1, 1), 0);
        say(Says.notice(), 0);
        stage.settle();
        trades.afresh();
        book.afresh();
        say(Says.trade(1), 0, 1);
        say(Says.book(true, -1, 2), 1);
        say(Says.book(false, 2, 3), 0, 1);

        stage.line(0).end(1006);

        assertThat(trades.heard).containsExactly("trade 1", "STALE", "LIVE+gap");
        assertThat(book.heard).containsExactly("change 3", "STALE", "LIVE+gap", "snapshot 2", "change 3");
        assertThat(stage.lines).hasSize(2);
    }

    @Test
    void d4_theOldConnectionEndsBeforeTheNewOneIsThere_whatOkxTellsAtFirstIsNotTakenForARepeat() {
        Notes<?> notes = stage.tap(Says.TICKER, Says.LAST);
        stage.manner = frame -> frame.equals("ping") ? List.of("pong") : List.of();
        say(Says.notice(), 0);
        stage.settle();
        say(Says.ticker("7"), 0);
        notes.afresh();

        stage.line(0).end(1006);
        stage.line(1).back.addAll(FarSide.obliging(stage.line(1).sent.get(0)));
        stage.settle();
        say(Says.ticker("7"), 1);

        assertThat(notes.heard).containsExactly("STALE", "LIVE+gap", "last 7");
    }

    @Test
    void d4_theNewConnectionFails_anotherIsTried_andTheOldOneDelivers() {
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        say(Says.notice(), 0);
        stage.settle();
        stage.line(1).end(1006);
        say(Says.trade(1), 0);
        stage.pass(Duration.ofSeconds(4));

        assertThat(stage.lines).hasSize(3);
        assertThat(stage.line(0).closed).isTrue();
        say(Says.trade(2), 2);
        assertThat(notes.heard).containsExactly("trade 1", "trade 2");
    }

    @Test
    void d4_theBusinessAddressSendsNoNotice_andIsConnectedAnew() {
        Notes<?> notes = stage.tap(Channels.ALL_TRADES.of("A-B"), Says.ID).afresh();
        stage.line(0).end(1001);
        stage.pass(Duration.ofSeconds(1));
        assertThat(notes.heard).containsExactly("STALE", "LIVE+gap");
        assertThat(stage.last().url).endsWith("/ws/v5/business");
    }
}
