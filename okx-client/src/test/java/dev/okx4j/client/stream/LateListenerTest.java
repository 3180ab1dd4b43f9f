package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.seam.Entropy;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class LateListenerTest {
    private static final Function<AccountBalance, String> TOTAL = balance -> "total " + balance.totalEq();

    private final Stage stage = new Stage(1);

    private static String account(String eventType, String total) {
        return "{\"arg\":{\"channel\":\"account\",\"uid\":\"1\"},\"eventType\":\"" + eventType
                + "\",\"curPage\":1,\"lastPage\":true,\"data\":[{\"uTime\":\"1597026383085\",\"totalEq\":\"" + total
                + "\",\"details\":[]}]}";
    }

    @Test
    void tickers_aLateListenerHearsTheLastOne_andOkxIsNotAsked() {
        Notes<?> first = stage.tap(Says.TICKER, Says.LAST);
        stage.line(0).say(Says.ticker("1"));
        stage.line(0).say(Says.ticker("2"));
        Notes<?> late = stage.tap(Says.TICKER, Says.LAST);
        stage.pass(Duration.ofSeconds(1));
        assertThat(late.heard).containsExactly("LIVE", "last 2");
        assertThat(first.heard).containsExactly("WAITING", "LIVE", "last 1", "last 2");
        assertThat(stage.line(0).requests("subscribe")).hasSize(1);
    }

    @Test
    void trades_aLateListenerHearsWhatComes() {
        stage.tap(Says.TRADES, Says.ID);
        stage.line(0).say(Says.trade(1));
        Notes<?> late = stage.tap(Says.TRADES, Says.ID);
        stage.line(0).say(Says.trade(2));
        stage.pass(Duration.ofSeconds(1));
        assertThat(late.heard).containsExactly("LIVE", "trade 2");
        assertThat(stage.line(0).requests("subscribe")).hasSize(1);
    }

    @Test
    void books_aLateListenerGetsASnapshot_andTheFirstOneToo() {
        Notes<?> first = stage.tap(Says.BOOK, Says.SEQ);
        stage.line(0).say(Says.book(true, -1, 1));
        stage.line(0).say(Says.book(false, 1, 2));
        Notes<?> late = stage.tap(Says.BOOK, Says.SEQ);
        stage.pass(Duration.ofSeconds(1));
        stage.line(0).say(Says.book(true, -1, 3));
        assertThat(late.heard).containsExactly("LIVE", "STALE", "LIVE+gap", "snapshot 3");
        assertThat(first.heard)
                .containsExactly("WAITING", "LIVE", "snapshot 1", "change 2", "STALE", "LIVE+gap", "snapshot 3");
    }

    @Test
    void orderBooks_twoOfOneInstrument_areBothCurrent() {
        OrderBook first = new OrderBook(stage.switchboard, "A-B", Depth.BOOKS, stage.time, Runnable::run, () -> false);
        stage.settle();
        stage.line(0).say(Says.book(true, -1, 1));
        stage.line(0).say(Says.book(false, 1, 2));
        OrderBook second = new OrderBook(stage.switchboard, "A-B", Depth.BOOKS, stage.time, Runnable::run, () -> false);
        stage.pass(Duration.ofSeconds(1));
        stage.line(0).say(Says.book(true, -1, 3));
        stage.line(0).say(Says.book(false, 3, 4));
        assertThat(first.now().stale()).isFalse();
        assertThat(second.now().stale()).isFalse();
        assertThat(second.now().seqId()).isEqualTo(4);
        assertThat(stage.line(0).requests("subscribe")).as("asked anew once").hasSize(2);
    }

    @Test
    void account_whatWasToldAtFirst_isToldToALateListener() {
        stage.tap(Channels.ACCOUNT.of(), TOTAL);
        stage.line(0).say(account("snapshot", "5"));
        assertThat(stage.tap(Channels.ACCOUNT.of(), TOTAL).heard).containsExactly("LIVE", "total 5");
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.line(0).requests("subscribe")).hasSize(1);

        stage.line(0).say(account("event_update", "6"));
        Notes<?> later = stage.tap(Channels.ACCOUNT.of(), TOTAL);
        stage.pass(Duration.ofSeconds(1));
        stage.line(0).say(account("snapshot", "6"));
        assertThat(later.heard).containsExactly("LIVE", "STALE", "LIVE+gap", "total 6");
    }

    @Test
    void aGapOfOthers_isNoneOfALateListeners() {
        stage.tap(Says.TRADES, Says.ID);
        stage.line(0).end(1006);
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.tap(Says.TRADES, Says.ID).heard).containsExactly("LIVE");
    }

    @Test
    void aTopicThatIsClosedAndOpenedAgainAtOnce_isSubscribedToWhenTheEndIsAcknowledged() {
        Notes<?> first = stage.tap(Says.TRADES, Says.ID);
        stage.pass(Duration.ofSeconds(1));
        first.subscription.close();
        Notes<?> second = stage.tap(Says.TRADES, Says.ID);
        stage.pass(Duration.ofSeconds(1));
        assertThat(second.heard).containsExactly("WAITING", "LIVE");
        assertThat(stage.line(0).sent.stream().map(frame -> frame.contains("unsubscribe")))
                .containsExactly(false, true, false);
        stage.line(0).say(Says.trade(1));
        assertThat(first.heard).containsExactly("WAITING", "LIVE");
        assertThat(second.heard).last().isEqualTo("trade 1");
    }

    @Test
    void aCloseThatIsOvertakenByTheNextSubscription_doesNotEndIt() {
        Connection[] made = new Connection[1];
        Stage other = new Stage(1);
        Feed<?> old = new Feed<>(Says.TRADES, other.time);
        Feed<?> next = new Feed<>(Says.TRADES, other.time);
        made[0] = new Connection(new Roads(
                "wss://okx.test",
                other,
                null,
                new ConnectPace(),
                "site",
                other.time,
                Entropy.seeded(1),
                other.switchboard.counters(),
                other.switchboard));
        made[0].want(List.of(old));
        other.settle();
        made[0].want(List.of(next));
        made[0].drop(old);
        for (int i = 0; i < 10; i++) {
            other.time.advance(Stage.STEP);
            made[0].tick();
            other.settle();
        }
        assertThat(next.standing().state()).isEqualTo(Standing.State.LIVE);
        assertThat(other.line(0).sent.stream().map(frame -> frame.contains("unsubscribe")))
                .containsExactly(false, true, false);
    }
}
