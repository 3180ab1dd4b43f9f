package dev.okx4j.paper.feed.live;

import static dev.okx4j.paper.feed.live.AnsweringOkx.T;
import static dev.okx4j.paper.feed.live.AnsweringOkx.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.feed.BarSize;
import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.MarketEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live market whose OKX pushes nothing, and answers what the test says. */
@NullUnmarked
class LiveMarketTest implements Clock {
    @TempDir
    Path folder;

    private AnsweringOkx okx;
    private Map<String, String> answers;
    private long nanos;
    private LiveMarket market;

    @BeforeEach
    void begin() throws IOException {
        okx = new AnsweringOkx();
        answers = okx.answers;
    }

    @AfterEach
    void end() throws IOException {
        if (market != null) {
            market.close();
        }
        okx.close();
    }

    private void open() throws IOException {
        market = LiveMarket.open(
                OkxClient.builder()
                        .baseUrl(okx.url())
                        .clock(this)
                        .waits(time -> nanos += time.toNanos())
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                new ScriptedPushes(),
                Disk.system(),
                folder,
                List.of("BTC-USDT-SWAP"),
                this,
                Duration.ofSeconds(15));
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

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(T).plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Test
    void newMarket_beginsWithCandlesATradeAndTheBook() throws IOException {
        open();
        assertThat(market.scenario().isLive()).isTrue();
        assertThat(market.scenario().begin()).isEqualTo(Instant.ofEpochMilli(T));
        assertThat(market.scenario().recording("BTC-USDT-SWAP").candles(BarSize.M1, now(), null, null, 9))
                .extracting(candle -> candle.vol().intValue())
                .containsExactly(50, 5);
        assertThat(market.scenario().feed().standing(market.scenario().begin()))
                .extracting(event -> event.getClass().getSimpleName())
                .contains("Depth", "Trade");
        assertThat(market.scenario().instruments().get("BTC-USDT-SWAP").spec().face())
                .isEqualByComparingTo("0.01");
    }

    @Test
    void poll_recordsWhatIsNew_inOkxsTime_andOnlyWhatHasChanged() throws IOException {
        open();
        okx.trades(
                trade(9, "100.1", "2", "buy", T + 700),
                trade(8, "99.9", "1", "sell", T + 300),
                trade(7, "100", "1", "buy", T - 500));
        okx.book("99.9", "1", "100.1", "1.5", T + 900);
        assertThat(market.poll()).isEqualTo(Instant.ofEpochMilli(T + 900));
        List<MarketEvent> events = events();
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Mark", "Index", "OpenInterest", "Trade", "Trade", "Depth");
        assertThat(events.get(5)).isInstanceOfSatisfying(MarketEvent.Depth.class, depth -> {
            assertThat(depth.snapshot()).isFalse();
            assertThat(depth.bids()).isEmpty();
            assertThat(depth.asks())
                    .containsExactly(new MarketEvent.Level(new BigDecimal("100.1"), new BigDecimal("1.5"), 4));
        });
        assertThat(market.poll()).as("nothing is new").isEqualTo(Instant.ofEpochMilli(T + 900));
        assertThat(events()).hasSize(6);
    }

    @Test
    void lateEvents_countJustAfterWhatWasSeen_andKeepOkxsTimeInTheirEvidence() throws IOException {
        open();
        okx.trades(trade(8, "99.9", "1", "sell", T - 100));
        market.poll();
        MarketEvent.Trade trade = (MarketEvent.Trade) events().stream()
                .filter(MarketEvent.Trade.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(trade.ts()).isEqualTo(Instant.ofEpochMilli(T + 1));
        assertThat(trade.evidence().source())
                .contains(Instant.ofEpochMilli(T - 100).toString());
    }

    @Test
    void gapInTheTrades_isToldInTheEvidence() throws IOException {
        open();
        okx.trades(trade(20, "105", "1", "sell", T + 100));
        market.poll();
        assertThat(events().stream().filter(MarketEvent.Trade.class::isInstance))
                .singleElement()
                .satisfies(trade -> assertThat(
                                ((MarketEvent.Trade) trade).evidence().rule())
                        .contains("were not seen"));
    }

    @Test
    void priceThatOkxDoesNotConfirm_isStale_andTheMarketGoesOnWhenItDoes() throws IOException {
        open();
        assertThat(market.stale("BTC-USDT-SWAP")).contains("not known since this exchange was started");
        market.poll();
        assertThat(market.stale("BTC-USDT-SWAP")).isNull();
        String book = answers.remove("market/books");
        nanos += Duration.ofSeconds(30).toNanos();
        market.poll();
        assertThat(market.stale("BTC-USDT-SWAP"))
                .contains("s old, and nothing is traded on one older than 15 s")
                .contains("50001");
        answers.put("market/books", book);
        nanos += Duration.ofMinutes(2).toNanos();
        market.poll();
        assertThat(market.stale("BTC-USDT-SWAP")).isNull();
        assertThat(market.stale("X-USDT")).isNull();
    }

    @Test
    void funding_isChargedWhenOkxHasMovedOn_atTheRateThatItNames() throws IOException {
        open();
        market.poll();
        okx.funding(T + 28_860_000, "0.0003", "0.00012");
        nanos += Duration.ofMinutes(2).toNanos();
        okx.book("99.9", "2", "100.1", "2", T + 70_000);
        market.poll();
        assertThat(events())
                .contains(new MarketEvent.FundingRate(
                        Instant.ofEpochMilli(T + 60_000), "BTC-USDT-SWAP", new BigDecimal("0.00012")));
    }

    @Test
    void reopened_goesOn_withoutATornLine_andWithoutTellingATradeTwice() throws IOException {
        open();
        okx.trades(trade(8, "99.9", "1", "sell", T + 300));
        market.poll();
        int before = events().size();
        String fingerprint = market.scenario().fingerprint();
        market.close();
        Files.writeString(folder.resolve("events.ndjson"), "{\"t\":\"tra", StandardOpenOption.APPEND);
        open();
        assertThat(events()).hasSize(before);
        assertThat(market.scenario().fingerprint()).isEqualTo(fingerprint);
        okx.trades(trade(9, "99.8", "1", "sell", T + 400), trade(8, "99.9", "1", "sell", T + 300));
        market.poll();
        assertThat(events().stream().filter(MarketEvent.Trade.class::isInstance))
                .hasSize(2);
    }

    @Test
    void otherInstruments_ofARecordingThatIsThere_areRefused() throws IOException {
        open();
        market.close();
        assertThatThrownBy(() -> LiveMarket.open(
                        OkxClient.builder().baseUrl(okx.url()).build(),
                        new ScriptedPushes(),
                        Disk.system(),
                        folder,
                        List.of("ETH-USDT"),
                        this,
                        Duration.ofSeconds(15)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The live recording is of BTC-USDT-SWAP, not of ETH-USDT");
    }

    @Test
    void unknownInstrument_andSilentOkx_areSaidAtOnce() throws IOException {
        answers.put("public/instruments", " ");
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("OKX does not list BTC-USDT-SWAP");
        answers.remove("public/instruments");
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("OKX's public data cannot be read");
    }
}
