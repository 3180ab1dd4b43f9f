package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class KeepAliveTest {
    private final Stage stage = new Stage(1);

    @Test
    void d1_nothingComesAnyMore_isFoundOutWithin25Seconds() {
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        stage.line(0).mute = true;

        stage.pass(Duration.ofSeconds(25));

        assertThat(stage.line(0).cancelled).isTrue();
        assertThat(notes.heard.get(0)).isEqualTo("STALE");
        stage.pass(Duration.ofSeconds(1));
        assertThat(notes.heard).containsExactly("STALE", "LIVE+gap");
    }

    @Test
    void d1_pushesComeButNothingSentArrives_isFoundOutWithin25Seconds() {
        stage.tap(Says.TRADES, Says.ID);
        stage.line(0).deaf = true;

        for (int second = 0; second < 25; second++) {
            if (!stage.line(0).cancelled) {
                stage.line(0).say(Says.trade(second));
            }
            stage.pass(Duration.ofSeconds(1));
        }

        assertThat(stage.line(0).cancelled).isTrue();
    }

    @Test
    void d1_anAnswerTooMany_doesNotStandForTheNext() {
        stage.tap(Says.TRADES, Says.ID);
        stage.line(0).say("pong");
        stage.line(0).say("pong");
        stage.line(0).mute = true;

        stage.pass(Duration.ofSeconds(25));

        assertThat(stage.line(0).cancelled).isTrue();
    }

    @Test
    void d2_aQuietConnection_hearsFromUsEvery15Seconds() {
        stage.tap(Says.TRADES, Says.ID);

        stage.pass(Duration.ofMinutes(10));

        assertThat(stage.lines).hasSize(1);
        FarSide line = stage.line(0);
        for (int i = 1; i < line.sentAt.size(); i++) {
            assertThat(line.sentAt.get(i) - line.sentAt.get(i - 1))
                    .isLessThan(Duration.ofSeconds(15).toNanos());
        }
        assertThat(line.sent).hasSizeGreaterThan(40);
    }

    @Test
    void d3_aBookThatFallsSilentWhileTheRestGoesOn_isAskedForAnew_andOnlyIt() {
        Notes<?> book = stage.tap(Says.BOOK, Says.SEQ);
        Notes<?> ticker = stage.tap(Says.TICKER, Says.LAST);
        stage.pass(Duration.ofSeconds(1));
        stage.line(0).say(Says.book(true, -1, 5));
        book.afresh();
        ticker.afresh();

        stage.pass(Duration.ofSeconds(74));
        assertThat(book.heard).isEmpty();
        stage.pass(Duration.ofSeconds(2));

        assertThat(book.heard).containsExactly("STALE", "LIVE+gap");
        assertThat(ticker.heard).isEmpty();
        assertThat(stage.lines).hasSize(1);
        assertThat(stage.line(0).requests("unsubscribe").toString())
                .contains("books")
                .doesNotContain("tickers");
    }

    @Test
    void d3_aBookThatIsConfirmedEveryMinute_isLeftAlone() {
        Notes<?> book = stage.tap(Says.BOOK, Says.SEQ);
        stage.line(0).say(Says.book(true, -1, 5));
        for (int minute = 0; minute < 5; minute++) {
            stage.pass(Duration.ofSeconds(60));
            stage.line(0).say(Says.book(false, 5, 5));
        }
        assertThat(book.heard).doesNotContain("STALE");
        assertThat(stage.line(0).requests("unsubscribe")).isEmpty();
    }
}
