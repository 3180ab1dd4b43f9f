package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.stream.event.Trade;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class PullTest {
    private final Stage stage = new Stage(1);
    private final Counters counters = new Counters();

    private Pull<Trade> pull() {
        Pull<Trade> pull = new Pull<>(
                Says.TRADES,
                stage.switchboard,
                counters,
                stage.time,
                reason -> stage.switchboard.renew(Says.TRADES, reason));
        stage.settle();
        return pull;
    }

    private static String id(Update<Trade> update) {
        return update.rows().get(0).tradeId();
    }

    @Test
    void next_isInOrder_andNullWhenNothingWaits() throws Exception {
        Pull<Trade> pull = pull();
        stage.line(0).say(Says.trade(1));
        stage.line(0).say(Says.trade(2));
        assertThat(pull.standing().state()).as("nothing has been taken").isEqualTo(Standing.State.WAITING);
        assertThat(id(pull.next(Duration.ZERO))).isEqualTo("1");
        assertThat(pull.standing().state()).isEqualTo(Standing.State.LIVE);
        assertThat(id(pull.next(Duration.ZERO))).isEqualTo("2");
        assertThat(pull.next(Duration.ZERO)).isNull();
    }

    @Test
    void aGap_showsBetweenTheUpdatesAroundIt() throws Exception {
        Pull<Trade> pull = pull();
        stage.line(0).say(Says.trade(1));
        stage.line(0).end(1006);
        stage.pass(Duration.ofSeconds(1));
        stage.last().say(Says.trade(2));
        assertThat(id(pull.next(Duration.ZERO))).isEqualTo("1");
        assertThat(pull.standing().gap()).isFalse();
        assertThat(id(pull.next(Duration.ZERO))).isEqualTo("2");
        assertThat(pull.standing().gap()).isTrue();
    }

    @Test
    void close_endsIt_andNothingThatWaitsIsDeliveredAfterIt() throws Exception {
        Pull<Trade> pull = pull();
        stage.line(0).say(Says.trade(1));
        pull.close();
        assertThat(pull.next(Duration.ofDays(1))).isNull();
        assertThat(pull.standing().state()).isEqualTo(Standing.State.ENDED);
    }

    @Test
    void close_wakesWhoWaits() throws Exception {
        Pull<Trade> pull = new Pull<>(Says.TRADES, stage.switchboard, counters, stage.time, reason -> {});
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> {
            try {
                return pull.next(Duration.ofDays(1)) == null;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        pull.close();
        assertThat(ended.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theClientIsClosed_whatWasDeliveredCanStillBeTaken_thenItHasEnded() throws Exception {
        Pull<Trade> pull = pull();
        stage.line(0).say(Says.trade(1));
        stage.switchboard.close();
        assertThat(id(pull.next(Duration.ZERO))).isEqualTo("1");
        assertThat(pull.next(Duration.ofDays(1))).isNull();
        assertThat(pull.standing().state()).isEqualTo(Standing.State.ENDED);
    }
}
