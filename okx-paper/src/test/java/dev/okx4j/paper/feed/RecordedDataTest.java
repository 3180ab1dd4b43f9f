package dev.okx4j.paper.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of every kind, as users write them, and what is said when one is wrong. */
@NullUnmarked
class RecordedDataTest {
    private static final String ROWS = """
            [{"instId":"X-USDT","instType":"SPOT","baseCcy":"X","quoteCcy":"USDT","tickSz":"0.1","lotSz":"0.01","minSz":"0.01",
              "lever":"5"},
             {"instId":"X-USDT-SWAP","instType":"SWAP","ctType":"linear","uly":"X-USDT","instFamily":"X-USDT","ctVal":"1","ctMult":"1",
              "ctValCcy":"X","settleCcy":"USDT","tickSz":"0.1","lotSz":"1","minSz":"1","lever":"50"}]""";
    private static final String TRADES = """
            ts,tradeId,px,sz,side
            1785542400000,1,100,2,buy
            1785542401000,2,101,3,sell
            1785542465000,3,99,1,buy
            """;

    @TempDir
    Path folder;

    private void manifest(String lists) throws IOException {
        Files.writeString(folder.resolve("instruments.json"), ROWS);
        Files.writeString(folder.resolve("manifest.json"), """
                {"schema":1,"id":"mine","title":"t","start":"2026-08-01T00:00:00Z","begin":"2026-08-01T00:00:00Z",
                 "instruments":"instruments.json",%s}""".formatted(lists));
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private Scenario scenario() throws IOException {
        return Scenario.named(folder.toString());
    }

    private List<MarketEvent> events() throws IOException {
        List<MarketEvent> events = new ArrayList<>();
        Feed.Cursor cursor = scenario().feed().after(Instant.EPOCH);
        for (MarketEvent event = cursor.peek(); event != null; event = cursor.peek()) {
            events.add(event);
            cursor.skip();
        }
        return events;
    }

    @Test
    void trades_ofCsvAndOfOkxRows_areTheSame() throws IOException {
        manifest("\"trades\":[{\"instId\":\"X-USDT\",\"file\":\"t.csv\",\"source\":\"s\"}]");
        file("t.csv", TRADES);
        List<MarketEvent> csv = events();
        manifest("\"trades\":[{\"instId\":\"X-USDT\",\"file\":\"t.ndjson\",\"source\":\"s\"}]");
        file("t.ndjson", """
                {"instId":"X-USDT","tradeId":"1","px":"100","sz":"2","side":"buy","ts":"1785542400000"}
                {"instId":"X-USDT","tradeId":"2","px":"101","sz":"3","side":"sell","ts":"1785542401000"}
                {"instId":"X-USDT","tradeId":"3","px":"99","sz":"1","side":"buy","ts":"1785542465000"}
                """);
        assertThat(events()).isEqualTo(csv).hasSize(3);
        assertThat(scenario().instruments()).containsOnlyKeys("X-USDT");
        assertThat(scenario().end()).isEqualTo("2026-08-01T00:01:05Z");
    }

    @Test
    void trades_makeCandles_asFarAsMarketTimeHasCome() throws IOException {
        manifest("\"trades\":[{\"instId\":\"X-USDT\",\"file\":\"t.csv\",\"source\":\"s\"}]");
        file("t.csv", TRADES);
        Recording recording = scenario().recording("X-USDT");
        List<Candle> early = recording.candles(BarSize.M1, Instant.ofEpochMilli(1785542400500L), null, null, 9);
        assertThat(early).hasSize(1);
        assertThat(early.get(0).c()).isEqualByComparingTo("100");
        List<Candle> later = recording.candles(BarSize.M1, Instant.ofEpochMilli(1785542465000L), null, null, 9);
        assertThat(later).extracting(Candle::confirm).containsExactly(false, true);
        assertThat(later.get(1)).satisfies(minute -> {
            assertThat(minute.h()).isEqualByComparingTo("101");
            assertThat(minute.vol()).isEqualByComparingTo("5");
            assertThat(minute.volCcyQuote()).isEqualByComparingTo("503");
        });
        DayView day = recording.day(Instant.ofEpochMilli(1785542465000L));
        assertThat(day.low()).isEqualByComparingTo("99");
        assertThat(day.vol()).isEqualByComparingTo("6");
    }

    @Test
    void candlesAndTrades_theCandlesAreHistory() throws IOException {
        manifest("""
                "candles":[{"instId":"X-USDT","bar":"1m","file":"c.csv","source":"s"}],
                "trades":[{"instId":"X-USDT","file":"t.csv","source":"s"}]""");
        file("c.csv", """
                ts,o,h,l,c,vol,volCcy,volCcyQuote
                1785542340000,90,95,90,95,7,,
                1785542400000,1,1,1,1,1,,
                """);
        file("t.csv", TRADES);
        assertThat(scenario()
                        .recording("X-USDT")
                        .candles(BarSize.M1, Instant.ofEpochMilli(1785542465000L), null, null, 9))
                .extracting(candle -> candle.c().intValue())
                .containsExactly(99, 101, 95);
        assertThat(events()).filteredOn(MarketEvent.Move.class::isInstance).hasSize(4);
    }

    @Test
    void figuresOfEveryKind_areEvents_inTheirOrder() throws IOException {
        manifest("""
                "trades":[{"instId":"X-USDT-SWAP","file":"t.csv","source":"s"}],
                "openInterest":[{"instId":"X-USDT-SWAP","file":"oi.csv","source":"s"}],
                "volatility":[{"instId":"X-USDT-SWAP","file":"v.csv","source":"s"}],
                "markCandles":[{"instId":"X-USDT-SWAP","bar":"1m","file":"m.csv","source":"s"}],
                "indexCandles":[{"instId":"X-USDT","bar":"1m","file":"i.csv","source":"s"}],
                "funding":[{"instId":"X-USDT-SWAP","file":"f.csv","source":"s"}]""");
        file("t.csv", TRADES);
        file("oi.csv", "ts,oi\n1785542400000,61495.6200000000083\n");
        file("v.csv", "ts,sigma\n1785542400000,0.62\n");
        file("f.csv", "ts,fundingRate\n1785542400000,0.0001\n");
        String candle = "ts,o,h,l,c,vol,volCcy,volCcyQuote\n1785542400000,100,102,99,101,,,\n";
        file("m.csv", candle);
        file("i.csv", candle);
        assertThat(events().stream()
                        .filter(event -> event.ts().toEpochMilli() == 1785542400000L)
                        .map(event -> event.getClass().getSimpleName()))
                .containsExactly("FundingRate", "Volatility", "Index", "Mark", "OpenInterest", "Trade");
        assertThat(events().stream()
                        .filter(MarketEvent.Mark.class::isInstance)
                        .map(event -> ((MarketEvent.Mark) event).px().intValue()))
                .containsExactly(100, 99, 102, 101);
        assertThat(scenario().markRecording("X-USDT-SWAP").size()).isEqualTo(BarSize.M1);
        assertThat(scenario().indexRecording("X-USDT")).isNotNull();
        assertThat(scenario().funding()).hasSize(1);
    }

    @Test
    void capture_ofPlainFrames_isRead_andOtherInstrumentsArePassedOver() throws IOException {
        manifest("\"captures\":[{\"file\":\"c.ndjson\",\"source\":\"s\"}]");
        file("c.ndjson", """
                {"event":"subscribe","arg":{"channel":"books","instId":"X-USDT"}}
                {"arg":{"channel":"tickers","instId":"X-USDT"},"data":[{"instId":"X-USDT","last":"100","ts":"1785542399000"}]}
                {"arg":{"channel":"books","instId":"X-USDT"},"action":"snapshot","data":[{"asks":[["100.1","2","0","1"]],"bids":[["99.9","1","0","1"]],"ts":"1785542400000","checksum":0,"seqId":5,"prevSeqId":-1}]}
                {"arg":{"channel":"trades","instId":"Y-USDT"},"data":[{"instId":"Y-USDT","tradeId":"1","px":"1","sz":"1","side":"buy","ts":"1785542400000"}]}
                {"arg":{"channel":"mark-price","instId":"X-USDT-SWAP"},"data":[{"instId":"X-USDT-SWAP","markPx":"100.2","ts":"1785542400000"}]}
                {"arg":{"channel":"index-tickers","instId":"X-USDT"},"data":[{"instId":"X-USDT","idxPx":"100.3","ts":"1785542400000"}]}
                {"arg":{"channel":"books5","instId":"X-USDT"},"data":[{"asks":[["100.2","2","0","1"]],"bids":[],"ts":"1785542400100"}]}
                pong
                """.replace("pong\n", "1785542400.5: pong\n"));
        assertThat(events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Move", "Depth", "Mark", "Index", "Depth");
        assertThat(events().get(4))
                .isInstanceOfSatisfying(
                        MarketEvent.Depth.class,
                        depth -> assertThat(depth.snapshot()).isTrue());
    }

    @Test
    void eventLines_giveBackWhatWasWritten() throws IOException {
        List<MarketEvent> events = new ArrayList<>();
        Feed.Cursor cursor = Scenario.named("books-2022-05").feed().after(Instant.EPOCH);
        while (cursor.peek() != null) {
            events.add(cursor.peek());
            cursor.skip();
        }
        Instant ts = Instant.ofEpochMilli(1785542400000L);
        events.add(new MarketEvent.Mark(ts, "X", new BigDecimal("1.50")));
        events.add(new MarketEvent.Index(ts, "X", new BigDecimal("1.50")));
        events.add(new MarketEvent.Volatility(ts, "X", new BigDecimal("0.62")));
        events.add(new MarketEvent.OpenInterest(ts, "X", new BigDecimal("7")));
        events.add(new MarketEvent.FundingRate(ts, "X", new BigDecimal("-0.0001")));
        for (MarketEvent event : events) {
            assertThat(EventText.read(EventText.write(event))).isEqualTo(event);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ts,tradeId,px,sz,side\\n1785542400000,1,100,2,b|t.csv line 2: side must be buy or sell, not b",
                "ts,tradeId,px,sz,side\\n1785542400000,1,0,2,buy|t.csv line 2: px must be above zero, not 0",
                "ts,tradeId,px,sz,side\\n1785542400000,1,1,x,buy|t.csv line 2: sz must be a number, not x",
                "ts,tradeId,px,sz,side\\n2026-08-01,1,1,1,buy|t.csv line 2: ts must be a time in milliseconds, not 2026-08-01",
                "ts,tradeId,px,sz,side\\n1785542400000,1,1,1|t.csv line 2: there are 4 cells, not the 5 of ts,tradeId,px,sz,side",
                "ts,tradeId,px,sz,side\\n1785542400001,1,1,1,buy\\n1785542400000,2,1,1,buy|t.csv line 3: the rows must be ascending in ts",
                "ts,px,sz,side\\n|t.csv line 1: the first line must be ts,tradeId,px,sz,side"
            })
    void wrongTrade_saysFileLineAndWhatToChange(String content, String sentence) throws IOException {
        manifest("\"trades\":[{\"instId\":\"X-USDT\",\"file\":\"t.csv\",\"source\":\"s\"}]");
        file("t.csv", content.replace("\\n", "\n"));
        assertThatThrownBy(this::scenario).isInstanceOf(IOException.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"arg\"|c.ndjson line 1: ",
                "hello|c.ndjson line 1: neither a frame of JSON nor a time, a colon and a frame",
                "{\"arg\":{\"channel\":\"books\",\"instId\":\"X-USDT\"},\"data\":[{\"ts\":\"1\",\"asks\":[]}]}|c.ndjson line 1: bids must be a list of levels"
            })
    void wrongFrame_saysFileAndLine(String content, String sentence) throws IOException {
        manifest("\"captures\":[{\"file\":\"c.ndjson\",\"source\":\"s\"}]");
        file("c.ndjson", content);
        assertThatThrownBy(this::scenario).isInstanceOf(IOException.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"trade\":[]|there is no such list as [trade]; there are funding, volatility",
                "\"trades\":[{\"instId\":\"X-USDT\",\"source\":\"s\"}]|trades[0]: \"file\" must be a string",
                "\"candles\":[{\"instId\":\"X-USDT\",\"bar\":\"7m\",\"file\":\"f\",\"source\":\"s\"}]|candles[0]: \"bar\" must be one of 1m, 3m",
                "\"trades\":{}|\"trades\" must be a list",
                "\"end\":\"tomorrow\"|\"end\" must be a time such as 2026-08-17T00:00:00Z, not tomorrow",
                "\"end\":\"2025-01-01T00:00:00Z\"|\"start\", \"begin\" and \"end\" must be in this order",
                "\"trades\":[{\"instId\":\"Y-USDT\",\"file\":\"t.csv\",\"source\":\"s\"}]|there is no instrument row of Y-USDT; add it to instruments.json"
            })
    void wrongManifest_saysWhatToChange(String list, String sentence) throws IOException {
        manifest(list);
        file("t.csv", TRADES);
        assertThatThrownBy(this::scenario).isInstanceOf(IOException.class).hasMessageContaining(sentence);
    }
}
