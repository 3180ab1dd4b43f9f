package dev.okx4j.paper.feed.live;

import static dev.okx4j.paper.feed.live.AnsweringOkx.T;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.publicdata.MarkPrice;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.client.stream.Channels;
import dev.okx4j.client.stream.Standing.State;
import dev.okx4j.client.stream.Topic;
import dev.okx4j.client.stream.event.FundingRate;
import dev.okx4j.client.stream.event.IndexTicker;
import dev.okx4j.client.stream.event.OpenInterest;
import dev.okx4j.client.stream.event.Trade;
import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.MarketEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live market whose OKX pushes what the test says, and answers what the test says. */
@NullUnmarked
class LivePushesTest implements Clock {
    private static final String SWAP = "BTC-USDT-SWAP";
    private static final Topic<Trade> TRADES = Channels.ALL_TRADES.of(SWAP);
    private static final Topic<FundingRate> FUNDING = Channels.FUNDING_RATES.of(SWAP);

    @TempDir
    Path folder;

    private AnsweringOkx okx;
    private final ScriptedPushes pushes = new ScriptedPushes();
    private LiveMarket market;
    private long nanos;

    @BeforeEach
    void open() throws IOException {
        okx = new AnsweringOkx();
        market = LiveMarket.open(
                OkxClient.builder()
                        .baseUrl(okx.url())
                        .clock(this)
                        .waits(time -> nanos += time.toNanos())
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                pushes,
                Disk.system(),
                folder,
                List.of(SWAP),
                this,
                Duration.ofSeconds(15));
    }

    @AfterEach
    void end() throws IOException {
        market.close();
        okx.close();
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(T).plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /** Lets everything be pushed, and takes it once. */
    private void live() throws IOException {
        pushes.all(State.LIVE, false);
        pushes.book("99.9", "1", "100.1", "2", T + 100);
        pushes.push(Channels.MARK_PRICES.of(SWAP), mark("100.05", T + 100));
        pushes.push(
                Channels.INDEX_TICKERS.of("BTC-USDT"),
                new IndexTicker("BTC-USDT", new BigDecimal("100.02"), null, null, null, null, null, at(T + 100)));
        pushes.push(
                Channels.OPEN_INTEREST.of(SWAP),
                new OpenInterest(InstType.SWAP, SWAP, new BigDecimal("5000"), null, null, at(T + 100)));
        pushes.push(FUNDING, funding(T + 60_000, "0.0001", "0.00005"));
        market.poll();
    }

    private static Instant at(long ts) {
        return Instant.ofEpochMilli(ts);
    }

    private static MarkPrice mark(String px, long ts) {
        return new MarkPrice(InstType.SWAP, SWAP, new BigDecimal(px), at(ts));
    }

    private static Trade trade(int id, long ts) {
        return new Trade(
                SWAP, String.valueOf(id), new BigDecimal("100"), BigDecimal.ONE, Side.buy, at(ts), null, null, null);
    }

    private static FundingRate funding(long time, String rate, String charged) {
        return new FundingRate(
                InstType.SWAP,
                SWAP,
                null,
                null,
                new BigDecimal(rate),
                null,
                at(time),
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal(charged),
                null,
                at(T));
    }

    private List<MarketEvent> events() {
        List<MarketEvent> events = new ArrayList<>();
        Feed.Cursor cursor = market.scenario().feed().after(market.scenario().begin());
        for (MarketEvent event = cursor.peek(); event != null; event = cursor.peek()) {
            events.add(event);
            cursor.skip();
        }
        return events;
    }

    private List<String> trades() {
        return events().stream()
                .filter(MarketEvent.Trade.class::isInstance)
                .map(event -> ((MarketEvent.Trade) event).tradeId())
                .toList();
    }

    @Test
    void whatIsPushed_isRecorded_andNothingIsAskedFor() throws IOException {
        live();
        assertThat(market.asked(SWAP)).isNull();
        assertThat(market.pause()).isEqualTo(LiveMarket.BRIEF);
        okx.answers.clear();
        int before = events().size();
        pushes.push(TRADES, trade(8, T + 300), trade(9, T + 400));
        pushes.book("99.9", "1", "100.1", "1.5", T + 500);
        pushes.push(Channels.MARK_PRICES.of(SWAP), mark("100.06", T + 450));
        assertThat(market.poll()).isEqualTo(at(T + 500));
        assertThat(events().subList(before, events().size()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Trade", "Trade", "Mark", "Depth");
        assertThat(market.stale(SWAP)).isNull();
        nanos += Duration.ofMinutes(5).toNanos();
        market.poll();
        assertThat(market.stale(SWAP)).as("pushed, and therefore confirmed").isNull();
        assertThat(events()).as("nothing is new").hasSize(before + 4);
    }

    @Test
    void pushesThatBreak_areSaid_andAskedForUntilTheyAreBack() throws IOException {
        assertThat(market.asked(SWAP)).contains("not been listened to");
        live();
        pushes.bookBreaks("a number is missing");
        market.poll();
        assertThat(market.asked(SWAP)).isEqualTo("its book: a number is missing");
        assertThat(market.pause()).isEqualTo(LiveMarket.PAUSE);
        okx.trades(
                AnsweringOkx.trade(8, "100", "1", "buy", T + 200), AnsweringOkx.trade(7, "100", "1", "buy", T - 500));
        pushes.push(TRADES, trade(8, T + 200));
        market.poll();
        assertThat(trades()).containsExactly("8");
        pushes.book("99.9", "1", "100.1", "2", T + 300);
        pushes.push(TRADES, trade(9, T + 300));
        market.poll();
        assertThat(market.asked(SWAP)).isNull();
        assertThat(trades()).as("each trade once").containsExactly("8", "9");
    }

    @Test
    void everyChannelThatDecidesThePrice_isWaitedFor() throws IOException {
        live();
        for (Topic<?> topic : List.of(TRADES, Channels.MARK_PRICES.of(SWAP), Channels.INDEX_TICKERS.of("BTC-USDT"))) {
            pushes.one(topic, State.STALE);
            market.poll();
            assertThat(market.asked(SWAP)).isEqualTo(topic.channel().name() + " is STALE: the script says so");
            pushes.one(topic, State.LIVE);
            market.poll();
            assertThat(market.asked(SWAP)).isNull();
        }
    }

    @Test
    void gapInThePushedTrades_isFetched_andNoTradeIsToldTwice() throws IOException {
        live();
        pushes.push(TRADES, trade(8, T + 200));
        market.poll();
        pushes.all(State.LIVE, true);
        pushes.push(TRADES, trade(11, T + 500));
        okx.trades(
                AnsweringOkx.trade(11, "100", "1", "buy", T + 500),
                AnsweringOkx.trade(10, "100", "1", "buy", T + 400),
                AnsweringOkx.trade(9, "100", "1", "buy", T + 300),
                AnsweringOkx.trade(8, "100", "1", "buy", T + 200));
        market.poll();
        assertThat(trades()).containsExactly("8", "9", "10", "11");
        assertThat(events())
                .noneMatch(event -> event instanceof MarketEvent.Trade trade
                        && trade.evidence().rule().contains("were not seen"));
        okx.answers.clear();
        market.poll();
        assertThat(market.stale(SWAP)).as("fetched once").isNull();
        assertThat(trades()).hasSize(4);
    }

    @Test
    void tradesThatNobodyTakes_areLeftOut_andFetched() throws IOException {
        live();
        for (int i = 0; i < 51; i++) {
            int from = 100 + i * 1_000;
            pushes.push(
                    TRADES,
                    IntStream.range(from, from + 1_000)
                            .mapToObj(id -> trade(id, T + 200))
                            .toArray(Trade[]::new));
        }
        okx.trades(AnsweringOkx.trade(51_099, "100", "1", "buy", T + 200));
        market.poll();
        assertThat(trades()).containsExactly("51099");
    }

    @Test
    void silentOkx_withoutPushes_makesThePriceStale() throws IOException {
        live();
        pushes.all(State.STALE, false);
        okx.answers.clear();
        nanos += Duration.ofSeconds(20).toNanos();
        market.poll();
        assertThat(market.stale(SWAP)).contains("s old, and nothing is traded on one older than 15 s");
        assertThat(market.asked(SWAP)).contains("trades-all is STALE");
    }

    @Test
    void figuresThatAreNotPushed_areAskedFor_whilePricesGoOnBeingPushed() throws IOException {
        live();
        pushes.one(FUNDING, State.STALE);
        okx.funding(T + 28_860_000, "0.0003", "0.00012");
        market.poll();
        assertThat(market.asked(SWAP)).isNull();
        assertThat(events()).contains(new MarketEvent.FundingRate(at(T + 60_000), SWAP, new BigDecimal("0.00012")));
    }

    @Test
    void fundingThatIsPushed_isChargedWhenOkxHasMovedOn() throws IOException {
        live();
        pushes.push(FUNDING, funding(T + 28_860_000, "0.0003", "0.00012"));
        market.poll();
        assertThat(events()).contains(new MarketEvent.FundingRate(at(T + 60_000), SWAP, new BigDecimal("0.00012")));
    }

    @Test
    void close_endsEverySubscription() throws IOException {
        live();
        assertThat(pushes.open()).isEqualTo(6);
        market.close();
        assertThat(pushes.open()).isZero();
    }
}
