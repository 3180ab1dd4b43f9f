package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.market.Candle;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.stream.event.Trade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class InboxTest {
    private final Counters counters = new Counters();
    private final List<String> overflows = new ArrayList<>();
    private int arrived;

    private <E> Inbox<E> inbox(Topic<E> topic) {
        return new Inbox<>(topic.channel(), counters, () -> arrived++, overflows::add);
    }

    static <E> Update<E> update(Topic<E> topic, String frame) {
        return topic.channel().decoder().decode(topic, frame);
    }

    private static Update<Trade> trade(int id) {
        return update(Says.TRADES, Says.trade(id));
    }

    static Standing standing(Standing.State state, boolean gap) {
        return new Standing(state, gap, "the test says so", VirtualTime.START, null);
    }

    private static String candle(long ts, String close) {
        return "{\"arg\":{\"channel\":\"candle1m\",\"instId\":\"A-B\"},\"data\":[[\"" + ts + "\",\"1\",\"9\",\"1\",\""
                + close + "\",\"5\",\"5\",\"5\",\"0\"]]}";
    }

    @Test
    void d18_tickers_onlyTheNewestWaits() {
        Inbox<Ticker> inbox = inbox(Says.TICKER);
        for (int i = 0; i < 100_000; i++) {
            inbox.update(update(Says.TICKER, Says.ticker("" + i)));
        }
        assertThat(((Update<?>) inbox.poll()).rows())
                .singleElement()
                .satisfies(row -> assertThat(((Ticker) row).last()).hasToString("99999"));
        assertThat(inbox.poll()).isNull();
        assertThat(counters.conflated.sum()).isEqualTo(99_999);
        assertThat(overflows).isEmpty();

        inbox.update(update(Says.TICKER, Says.ticker("5")));
        assertThat(inbox.poll()).as("begins anew").isNotNull();
    }

    @Test
    void d18_candles_theNewestOfEachWaits_inTheirOrder() {
        Topic<Candle> topic = Channels.candles(Bar.M1).of("A-B");
        Inbox<Candle> inbox = inbox(topic);
        inbox.update(update(topic, candle(60_000, "2")));
        inbox.update(update(topic, candle(60_000, "3")));
        inbox.update(update(topic, candle(120_000, "4")));
        Update<?> update = (Update<?>) inbox.poll();
        assertThat(update.rows())
                .extracting(row -> ((Candle) row).c().toString())
                .containsExactly("3", "4");
    }

    @Test
    void d18_aStandingInBetween_keepsItsPlace() {
        Inbox<Ticker> inbox = inbox(Says.TICKER);
        inbox.update(update(Says.TICKER, Says.ticker("1")));
        inbox.standing(standing(Standing.State.STALE, false));
        inbox.standing(standing(Standing.State.LIVE, true));
        inbox.update(update(Says.TICKER, Says.ticker("2")));
        assertThat(inbox.poll()).isInstanceOf(Update.class);
        assertThat(((Standing) inbox.poll()).state()).isEqualTo(Standing.State.STALE);
        assertThat(((Standing) inbox.poll()).gap()).isTrue();
        assertThat(((Update<?>) inbox.poll()).rows().toString()).contains("last=2");
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void d18_trades_nothingIsLeftOutUpToTheBound_andBeyondItTheConsumerIsToldFirst() {
        Inbox<Trade> inbox = inbox(Says.TRADES);
        for (int i = 0; i < Inbox.MOST; i++) {
            inbox.update(trade(i));
        }
        assertThat(overflows).isEmpty();
        assertThat(arrived).isEqualTo(Inbox.MOST);

        inbox.update(trade(-1));
        inbox.update(trade(-2));

        assertThat(overflows).containsExactly("the listener is too slow");
        assertThat(counters.overflows.sum()).isEqualTo(1);
        assertThat(inbox.isEmpty()).as("nothing may be taken for whole").isTrue();
        inbox.standing(standing(Standing.State.STALE, false));
        inbox.standing(standing(Standing.State.LIVE, true));
        inbox.update(trade(7));
        assertThat(((Standing) inbox.poll()).state()).isEqualTo(Standing.State.STALE);
        assertThat(((Standing) inbox.poll()).gap()).isTrue();
        assertThat(((Update<?>) inbox.poll()).rows().toString()).contains("tradeId=7");
    }

    @Test
    void d18_aSlowListenerOfTrades_hearsOfTheGap_whichTheConnectionMakes() {
        Stage stage = new Stage(1);
        List<Runnable> tasks = new ArrayList<>();
        Notes<Trade> notes = new Notes<>(Says.ID);
        Delivery<Trade> delivery = new Delivery<>(
                Says.TRADES,
                notes,
                tasks::add,
                counters,
                reason -> stage.switchboard.renew(Says.TRADES, reason),
                () -> {});
        stage.switchboard.tap(Says.TRADES, delivery.tap());
        stage.settle();
        for (int i = 0; i <= Inbox.MOST + 5; i++) {
            stage.line(0).say(Says.trade(i));
        }
        stage.pass(Duration.ofSeconds(1));
        stage.line(0).say(Says.trade(-1));
        assertThat(tasks).as("one call at a time").hasSize(1);
        tasks.get(0).run();
        assertThat(notes.heard).containsExactly("STALE", "LIVE+gap", "trade -1");
    }
}
