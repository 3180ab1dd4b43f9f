package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.market.Candle;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.stream.event.BalanceAndPosition;
import dev.okx4j.client.stream.event.Trade;
import dev.okx4j.client.trade.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an update says beside its rows, and by what rows replace each other. */
@NullUnmarked
class RowsTest {
    private static final String TICKER = "{\"instType\":\"SPOT\",\"instId\":\"BTC-USDT\",\"last\":\"%s\",\"ts\":\"1\"}";

    @Test
    void snapshotInPages_saysThatMoreFollows_untilTheLast() {
        assertThat(account("\"eventType\":\"snapshot\",\"curPage\":1,\"lastPage\":false,"))
                .extracting(Update::snapshot, Update::more)
                .containsExactly(true, true);
        assertThat(account("\"eventType\":\"snapshot\",\"curPage\":2,\"lastPage\":true,"))
                .extracting(Update::snapshot, Update::more)
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"eventType\":\"event_update\",",
                "\"eventType\":\"\",",
                "\"eventType\":\"news\",\"lastPage\":false,",
                ""
            })
    void change_isNoSnapshot(String envelope) {
        assertThat(account(envelope)).extracting(Update::snapshot, Update::more).containsExactly(false, false);
    }

    @Test
    void balanceAndPosition_isASnapshot_whenItsRowSaysSo() {
        assertThat(balance("snapshot").snapshot()).isTrue();
        assertThat(balance("filled").snapshot()).isFalse();
        assertThat(balance("filled").rows()).hasSize(1);
    }

    @Test
    void channelOfAState_isWholeInEveryPush_andOneOfEventsNever() {
        String frame = "{\"arg\":{\"channel\":\"tickers\"},\"data\":[" + TICKER.formatted("7") + "]}";
        Update<Ticker> ticker = decode(Channels.TICKERS, frame);
        assertThat(ticker.snapshot()).isTrue();
        assertThat(ticker.more()).isFalse();
        assertThat(ticker.rows()).extracting(Ticker::last).containsExactly(new BigDecimal("7"));
        assertThat(decode(Channels.ORDERS, "{\"data\":[]}").snapshot()).isFalse();
    }

    @Test
    void rows_cannotBeChanged() {
        List<Ticker> rows = decode(
                        Channels.TICKERS, "{\"data\":[" + TICKER.formatted("7") + "," + TICKER.formatted("8") + "]}")
                .rows();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> rows.remove(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":null}",
                "{\"data\":\"\"}",
                "{\"data\":{}}",
                "{\"data\":[null]}",
                "{\"data\":[\"\"]}",
                "{\"data\":[{\"ordId\":[]}]}",
                "{\"data\":[{\"px\":\"1,5\"}]}",
                "{\"data\":[]} {}",
                "{\"data\":[],\"data\":[]}",
                "[]",
                "pong",
                ""
            })
    void frameThatIsNoPush_isRefused(String frame) {
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> decode(Channels.ORDERS, frame));
    }

    @Test
    void key_isWhatARowIsAbout_whereTheNewestIsEnough() {
        Update<Ticker> tickers =
                decode(Channels.TICKERS, "{\"data\":[" + TICKER.formatted("7") + "," + TICKER.formatted("8") + "]}");
        assertThat(tickers.rows()).extracting(Channels.TICKERS.key()::apply).doesNotContainNull();
        assertThat(tickers.rows().stream().map(Channels.TICKERS.key()).distinct())
                .hasSize(1);
        Channel<Candle> candles = Channels.candles(Bar.M1);
        Update<Candle> bars = decode(
                candles,
                "{\"data\":[[\"1\",\"1\",\"1\",\"1\",\"1\"],[\"2\",\"1\",\"1\",\"1\",\"1\"],[\"2\",\"2\",\"1\",\"1\",\"1\"]]}");
        assertThat(bars.rows().stream().map(candles.key()).distinct()).hasSize(2);
        assertThat(candles.backlog()).isEqualTo(Channel.Backlog.NEWEST);
    }

    @Test
    void key_isTheRowItself_whereEveryOneMatters() {
        Update<Trade> trades = decode(
                Channels.TRADES,
                "{\"data\":[{\"instId\":\"A\",\"tradeId\":\"1\"},{\"instId\":\"A\",\"tradeId\":\"2\"}]}");
        assertThat(trades.rows().stream().map(Channels.TRADES.key()).distinct()).hasSize(2);
        for (Channel<?> channel : List.of(
                Channels.TRADES,
                Channels.ORDERS,
                Channels.FILLS,
                Channels.ALGO_ORDERS,
                Channels.POSITIONS,
                Channels.ACCOUNT,
                Channels.BOOKS)) {
            assertThat(channel.backlog()).as(channel.name()).isEqualTo(Channel.Backlog.EVERY);
        }
    }

    @Test
    void order_ofAKindThatIsNewToThisClient_isRead() {
        Order order = decode(
                        Channels.ORDERS,
                        "{\"data\":[{\"ordId\":\"7\",\"ordType\":\"brand_new\",\"novel\":{\"a\":[1]}}]}")
                .rows()
                .get(0);
        assertThat(order.ordType()).isEqualTo(OrdType.UNKNOWN);
    }

    private static Update<AccountBalance> account(String envelope) {
        return decode(
                Channels.ACCOUNT,
                "{\"arg\":{\"channel\":\"account\",\"uid\":\"1\"}," + envelope
                        + "\"data\":[{\"uTime\":\"1\",\"details\":[]}]}");
    }

    private static Update<BalanceAndPosition> balance(String event) {
        return decode(Channels.BALANCE_AND_POSITION, "{\"data\":[{\"pTime\":\"1\",\"eventType\":\"" + event + "\"}]}");
    }

    private static <E> Update<E> decode(Channel<E> channel, String frame) {
        return channel.decoder().decode(new Topic<>(channel, Map.of()), frame);
    }
}
