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

@NullUnmarked
class ScenarioTest {
    private static final String ROW = """
            [{"instId":"X-USDT","instType":"SPOT","baseCcy":"X","quoteCcy":"USDT","tickSz":"0.1","lotSz":"0.01",
              "minSz":"0.01","maxLmtSz":"100","maxMktSz":"","lever":"5","instIdCode":7}]""";

    @TempDir
    Path folder;

    @Test
    void bundled_isReadOnceInAProcess() throws IOException {
        assertThat(Scenario.named(Scenario.DEFAULT)).isSameAs(Scenario.named(Scenario.DEFAULT));
    }

    @Test
    void bundled_hasTheWindowTheInstrumentsAndHistory() throws IOException {
        Scenario scenario = Scenario.named(Scenario.DEFAULT);
        assertThat(scenario.instruments().keySet())
                .containsExactly("BTC-USDT-SWAP", "ETH-USDT-SWAP", "SOL-USDT-SWAP", "NVDA-USDT-SWAP", "XNVDA-USDT");
        assertThat(scenario.begin()).isEqualTo("2026-08-17T00:00:00Z");
        assertThat(scenario.recording("NVDA-USDT-SWAP").candles(BarSize.D1_UTC, scenario.begin(), null, null, 200))
                .hasSize(167)
                .last()
                .extracting(Candle::ts)
                .isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
        InstrumentSpec nvda = scenario.instruments().get("NVDA-USDT-SWAP").spec();
        assertThat(nvda.lotSz()).isEqualByComparingTo("0.01");
        assertThat(nvda.face()).isEqualByComparingTo("1");
        assertThat(scenario.instruments().get("BTC-USDT-SWAP").spec().face()).isEqualByComparingTo("0.01");
    }

    @Test
    void bundled_isSmall() throws Exception {
        Path manifest =
                Path.of(Scenario.class.getResource("august-2026/manifest.json").toURI());
        try (var files = Files.list(manifest.getParent())) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(4L << 20);
        }
    }

    @Test
    void feed_readTwice_givesTheSameEventsInTimeOrder() throws IOException {
        Feed feed = Scenario.named(Scenario.DEFAULT).feed();
        List<MarketEvent> first = all(feed, feed.begin());
        assertThat(first).isEqualTo(all(feed, feed.begin())).hasSizeGreaterThan(18_000);
        assertThat(first).extracting(MarketEvent::ts).isSorted();
        assertThat(first.get(0).ts()).isAfter(feed.begin());
        assertThat(first.get(first.size() - 1).ts()).isBefore(feed.end());
    }

    @Test
    void after_anyMoment_continuesWhereLastMovesEnds() throws IOException {
        Feed feed = Scenario.named(Scenario.DEFAULT).feed();
        List<MarketEvent> all = all(feed, feed.begin());
        for (int i = 0; i < all.size(); i += 997) {
            Instant at = all.get(i).ts();
            assertThat(all(feed, at))
                    .isEqualTo(all.stream().filter(e -> e.ts().isAfter(at)).toList());
            MarketEvent event = all.get(i);
            assertThat(feed.lastMoves(at)).contains((MarketEvent.Move) event);
        }
    }

    @Test
    void folder_ofOnesOwn_isRead() throws IOException {
        write("{\"instId\":\"X-USDT\",\"bar\":\"1H\",\"file\":\"x.csv\",\"source\":\"by hand\"}");
        Files.writeString(
                folder.resolve("funding.csv"), "ts,fundingRate\n1785542400000,0.0001\n1785628800000,-0.0002\n");
        Scenario scenario = Scenario.named(folder.toString());
        assertThat(scenario.id()).isEqualTo("mine");
        assertThat(scenario.instruments().get("X-USDT").spec().maxLmtSz()).isEqualByComparingTo("100");
        assertThat(scenario.instruments().get("X-USDT").spec().maxMktSz()).isNull();
        assertThat(scenario.recording("X-USDT").count()).isEqualTo(2);
    }

    @Test
    void folder_changedFile_hasAnotherFingerprint() throws IOException {
        write("{\"instId\":\"X-USDT\",\"bar\":\"1H\",\"file\":\"x.csv\",\"source\":\"by hand\"}");
        String before = Scenario.named(folder.toString()).fingerprint();
        assertThat(Scenario.named(folder.toString()).fingerprint()).isEqualTo(before);
        Files.writeString(
                folder.resolve("x.csv"),
                Files.readString(folder.resolve("x.csv")).replace("101", "102"));
        assertThat(Scenario.named(folder.toString()).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void folder_badCandle_saysFileAndLine() throws IOException {
        write("{\"instId\":\"X-USDT\",\"bar\":\"1H\",\"file\":\"x.csv\",\"source\":\"by hand\"}");
        Files.writeString(folder.resolve("x.csv"), "ts,o,h,l,c,vol,volCcy,volCcyQuote\n1785542400000,1,2,3,4,5,,\n");
        assertThatThrownBy(() -> Scenario.named(folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x.csv line 2");
    }

    @Test
    void folder_candlesWithoutInstrument_isRefused() throws IOException {
        write("{\"instId\":\"Y-USDT\",\"bar\":\"1H\",\"file\":\"x.csv\",\"source\":\"by hand\"}");
        assertThatThrownBy(() -> Scenario.named(folder.toString())).hasMessageContaining("no instrument row of Y-USDT");
    }

    @Test
    void named_unknown_saysWhatThereIs() {
        assertThatThrownBy(() -> Scenario.named("july-1999")).hasMessageContaining("august-2026");
    }

    @Test
    void candles_aggregated_equalASumByHand() throws IOException {
        Scenario scenario = Scenario.named(Scenario.DEFAULT);
        Recording btc = scenario.recording("BTC-USDT-SWAP");
        Candle hour = btc.candles(BarSize.H1, scenario.begin(), null, null, 2).get(1);
        List<Candle> parts = btc.candles(BarSize.M5, scenario.begin(), scenario.begin(), null, 12);
        assertThat(parts).hasSize(12);
        assertThat(hour.ts()).isEqualTo(parts.get(11).ts()).isEqualTo("2026-08-16T23:00:00Z");
        assertThat(hour.o()).isEqualTo(parts.get(11).o());
        assertThat(hour.c()).isEqualTo(parts.get(0).c());
        assertThat(hour.vol())
                .isEqualByComparingTo(parts.stream().map(Candle::vol).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(hour.h())
                .isEqualTo(parts.stream().map(Candle::h).reduce(BigDecimal::max).orElseThrow());
        assertThat(hour.confirm()).isTrue();
    }

    @Test
    void candles_pages_meetWithoutGapOrOverlap() throws IOException {
        Scenario scenario = Scenario.named(Scenario.DEFAULT);
        Recording btc = scenario.recording("BTC-USDT-SWAP");
        List<Instant> paged = new ArrayList<>();
        Instant after = null;
        while (true) {
            List<Candle> page = btc.candles(BarSize.H4, scenario.begin(), after, null, 7);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(candle -> paged.add(candle.ts()));
            after = page.get(page.size() - 1).ts();
        }
        assertThat(paged)
                .isEqualTo(btc.candles(BarSize.H4, scenario.begin(), null, null, 1_000).stream()
                        .map(Candle::ts)
                        .toList());
        assertThat(paged).doesNotHaveDuplicates().hasSize(129);
    }

    private void write(String candles) throws IOException {
        Files.writeString(folder.resolve("instruments.json"), ROW);
        Files.writeString(folder.resolve("x.csv"), """
                ts,o,h,l,c,vol,volCcy,volCcyQuote
                1785542400000,100,105,99,101,5,500,500
                1785546000000,101,103,100,102,6,,
                """);
        Files.writeString(folder.resolve("manifest.json"), """
                {"schema":1,"id":"mine","title":"t","start":"2026-08-01T00:00:00Z","begin":"2026-08-01T01:00:00Z",
                 "end":"2026-08-02T00:00:00Z","instruments":"instruments.json","candles":[%s],"funding":[]}""".formatted(candles));
    }

    private static List<MarketEvent> all(Feed feed, Instant from) {
        List<MarketEvent> events = new ArrayList<>();
        Feed.Cursor cursor = feed.after(from);
        for (MarketEvent event = cursor.peek(); event != null; event = cursor.peek()) {
            events.add(event);
            cursor.skip();
        }
        return events;
    }
}
