package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.stream.event.Trade;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class WatchTest {
    private final Stage stage = new Stage(1);

    private <E> Watch<E> watch(Topic<E> topic) {
        Watch<E> watch = new Watch<>(topic, stage.switchboard, stage.time);
        stage.settle();
        return watch;
    }

    @Test
    void since_isWhatIsNew_andTheCursorGoesOn() {
        Watch<Ticker> watch = watch(Says.TICKER);
        stage.line(0).say(Says.ticker("1"));
        stage.line(0).say(Says.ticker("2"));
        Window<Ticker> first = watch.since(0);
        assertThat(first.rows()).extracting(Says.LAST).containsExactly("last 2");
        assertThat(first.gap()).isFalse();
        assertThat(first.standing().state()).isEqualTo(Standing.State.LIVE);
        assertThat(watch.since(first.cursor()).rows()).isEmpty();
        stage.line(0).say(Says.ticker("3"));
        assertThat(watch.since(first.cursor()).rows()).extracting(Says.LAST).containsExactly("last 3");
        assertThat(watch.since(0).rows()).as("every reader has its own cursor").hasSize(1);
    }

    @Test
    void aThousandRowsAreHeld_andWhoIsFurtherBehindIsToldSo() {
        Watch<Trade> watch = watch(Says.TRADES);
        stage.line(0).say(Says.trade(0));
        long behind = watch.since(0).cursor();
        for (int i = 1; i <= Watch.MOST; i++) {
            stage.line(0).say(Says.trade(i));
        }
        Window<Trade> justInTime = watch.since(behind);
        assertThat(justInTime.gap()).isFalse();
        assertThat(justInTime.rows()).hasSize(Watch.MOST);
        stage.line(0).say(Says.trade(Watch.MOST + 1));
        Window<Trade> late = watch.since(behind);
        assertThat(late.gap()).isTrue();
        assertThat(late.rows()).hasSize(Watch.MOST);
        assertThat(late.rows().get(0).tradeId()).isEqualTo("2");
        assertThat(watch.since(justInTime.cursor()).gap()).isFalse();
        assertThat(watch.since(0).gap()).as("who begins has missed nothing").isFalse();
    }

    @Test
    void aGapOfTheConnection_isToldOnceToEachReader() {
        Watch<Trade> watch = watch(Says.TRADES);
        stage.line(0).say(Says.trade(1));
        long before = watch.since(0).cursor();
        stage.line(0).end(1006);
        Window<Trade> stale = watch.since(before);
        assertThat(stale.standing().state()).isEqualTo(Standing.State.STALE);
        assertThat(stale.gap()).isFalse();
        stage.pass(Duration.ofSeconds(1));
        Window<Trade> after = watch.since(stale.cursor());
        assertThat(after.gap()).isTrue();
        assertThat(watch.since(before).gap()).isTrue();
        assertThat(watch.since(after.cursor()).gap()).isFalse();
    }

    @Test
    void await_returnsAtOnceWhenThereIsSomething_andOnAChangeOfStanding() throws Exception {
        Watch<Trade> watch = watch(Says.TRADES);
        stage.line(0).say(Says.trade(1));
        Window<Trade> first = watch.await(0, Duration.ofDays(1));
        assertThat(first.rows()).hasSize(1);
        stage.line(0).end(1006);
        assertThat(watch.await(first.cursor(), Duration.ofDays(1)).standing().state())
                .isEqualTo(Standing.State.STALE);
        assertThat(watch.await(watch.since(0).cursor(), Duration.ZERO).rows()).isEmpty();
    }

    @Test
    void close_leavesWhatIsHeldReadable_andWakesWhoWaits() throws Exception {
        Watch<Trade> watch = watch(Says.TRADES);
        stage.line(0).say(Says.trade(1));
        long cursor = watch.since(0).cursor();
        watch.close();
        Window<Trade> last = watch.await(cursor, Duration.ofDays(1));
        assertThat(last.standing().state()).isEqualTo(Standing.State.ENDED);
        assertThat(watch.since(0).rows()).hasSize(1);
        stage.line(0).say(Says.trade(2));
        assertThat(watch.since(0).rows()).hasSize(1);
    }
}
