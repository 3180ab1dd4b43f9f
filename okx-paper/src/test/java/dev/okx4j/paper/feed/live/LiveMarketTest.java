package dev.okx4j.paper.feed.live;

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
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live market whose OKX is a server on this machine that answers what the test says. */
@NullUnmarked
class LiveMarketTest implements Clock {
    private static final long T = 1_790_000_040_000L;

    @TempDir
    Path folder;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final MockWebServer server = new MockWebServer();
    private long nanos;
    private LiveMarket market;

    @BeforeEach
    void begin() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath().replace("/api/v5/", "");
                String body = answers.getOrDefault(path, "");
                return new MockResponse.Builder()
                        .code(body.isEmpty() ? 503 : 200)
                        .addHeader("Content-Type", "application/json")
                        .body(
                                body.isEmpty()
                                        ? "{\"code\":\"50001\",\"msg\":\"Service temporarily unavailable\",\"data\":[]}"
                                        : "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + body + "]}")
                        .build();
            }
        });
        server.start();
        answers.put("public/instruments", """
                {"instType":"SWAP","instId":"BTC-USDT-SWAP","uly":"BTC-USDT","instFamily":"BTC-USDT","category":"1","baseCcy":"",
                 "quoteCcy":"","settleCcy":"USDT","ctVal":"0.01","ctMult":"1","ctValCcy":"BTC","optType":"","stk":"",
                 "listTime":"1573557408000","expTime":"","lever":"100","tickSz":"0.1","lotSz":"0.01","minSz":"0.01","ctType":"linear",
                 "alias":"","state":"live","maxLmtSz":"100000000","maxMktSz":"12000","instIdCode":10459}""");
        answers.put("market/candles", """
                ["1789999980000","99","101","98","100","50","0.5","5000","1"],["1789999920000","99","99","99","99","5","0.05","500","1"]""");
        book("99.9", "1", "100.1", "2", T);
        trades(trade(7, "100", "1", "buy", T - 500));
        answers.put(
                "public/mark-price",
                "{\"instType\":\"SWAP\",\"instId\":\"BTC-USDT-SWAP\",\"markPx\":\"100.05\",\"ts\":\"" + T + "\"}");
        answers.put(
                "market/index-tickers",
                "{\"instId\":\"BTC-USDT\",\"idxPx\":\"100.02\",\"high24h\":\"1\",\"sodUtc0\":\"1\",\"open24h\":\"1\",\"low24h\":\"1\",\"sodUtc8\":\"1\",\"ts\":\""
                        + T + "\"}");
        answers.put(
                "public/open-interest",
                "{\"instType\":\"SWAP\",\"instId\":\"BTC-USDT-SWAP\",\"oi\":\"5000\",\"oiCcy\":\"555.55\",\"oiUsd\":\"50000\",\"ts\":\""
                        + T + "\"}");
        funding(T + 60_000, "0.0001", "0.00005");
    }

    @AfterEach
    void end() throws IOException {
        if (market != null) {
            market.close();
        }
        server.close();
    }

    private void open() throws IOException {
        market = LiveMarket.open(
                OkxClient.builder()
                        .baseUrl("http://127.0.0.1:" + server.getPort())
                        .clock(this)
                        .waits(time -> nanos += time.toNanos())
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                Disk.system(),
                folder,
                List.of("BTC-USDT-SWAP"),
                this,
                Duration.ofSeconds(15));
    }

    private void book(String bid, String bidSz, String ask, String askSz, long ts) {
        answers.put("market/books", """
                {"asks":[["%s","%s","0","4"]],"bids":[["%s","%s","0","2"],["99","7","0","1"]],"ts":"%d","seqId":1}""".formatted(ask, askSz, bid, bidSz, ts));
    }

    private static String trade(int id, String px, String sz, String side, long ts) {
        return """
                {"instId":"BTC-USDT-SWAP","side":"%s","sz":"%s","source":"0","px":"%s","tradeId":"%d","ts":"%d"}""".formatted(side, sz, px, id, ts);
    }

    /** Newest first, as OKX answers. */
    private void trades(String... rows) {
        answers.put("market/trades", String.join(",", rows));
    }

    private void funding(long time, String rate, String charged) {
        answers.put("public/funding-rate", """
                {"formulaType":"noRate","fundingRate":"%s","fundingTime":"%d","instId":"BTC-USDT-SWAP","instType":"SWAP","method":"current_period",
                 "nextFundingRate":"","nextFundingTime":"%d","settFundingRate":"%s","settState":"settled","ts":"%d"}""".formatted(rate, time, time + 28_800_000, charged, T));
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
        trades(
                trade(9, "100.1", "2", "buy", T + 700),
                trade(8, "99.9", "1", "sell", T + 300),
                trade(7, "100", "1", "buy", T - 500));
        book("99.9", "1", "100.1", "1.5", T + 900);
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
        trades(trade(8, "99.9", "1", "sell", T - 100));
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
        trades(trade(20, "105", "1", "sell", T + 100));
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
        funding(T + 28_860_000, "0.0003", "0.00012");
        nanos += Duration.ofMinutes(2).toNanos();
        book("99.9", "2", "100.1", "2", T + 70_000);
        market.poll();
        assertThat(events())
                .contains(new MarketEvent.FundingRate(
                        Instant.ofEpochMilli(T + 60_000), "BTC-USDT-SWAP", new BigDecimal("0.00012")));
    }

    @Test
    void reopened_goesOn_withoutATornLine_andWithoutTellingATradeTwice() throws IOException {
        open();
        trades(trade(8, "99.9", "1", "sell", T + 300));
        market.poll();
        int before = events().size();
        String fingerprint = market.scenario().fingerprint();
        market.close();
        Files.writeString(folder.resolve("events.ndjson"), "{\"t\":\"tra", StandardOpenOption.APPEND);
        open();
        assertThat(events()).hasSize(before);
        assertThat(market.scenario().fingerprint()).isEqualTo(fingerprint);
        trades(trade(9, "99.8", "1", "sell", T + 400), trade(8, "99.9", "1", "sell", T + 300));
        market.poll();
        assertThat(events().stream().filter(MarketEvent.Trade.class::isInstance))
                .hasSize(2);
    }

    @Test
    void otherInstruments_ofARecordingThatIsThere_areRefused() throws IOException {
        open();
        market.close();
        assertThatThrownBy(() -> LiveMarket.open(
                        OkxClient.builder()
                                .baseUrl("http://127.0.0.1:" + server.getPort())
                                .build(),
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
