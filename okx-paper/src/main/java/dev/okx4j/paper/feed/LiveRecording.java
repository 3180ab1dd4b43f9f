package dev.okx4j.paper.feed;

import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.engine.Side;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The recording of a live market, in a folder that is a scenario: what it began with, and a file of events that grows. An
 * account that lives on it can be restored from it, and anybody can replay it later.
 *
 * <p>This class is threadsafe.
 */
public final class LiveRecording implements Closeable {
    private final GrowingEvents events;
    private final Scenario scenario;

    private LiveRecording(GrowingEvents events, Scenario scenario) {
        this.events = events;
        this.scenario = scenario;
    }

    /** Returns whether a folder holds a recording. */
    public static boolean isIn(Disk disk, Path folder) {
        return disk.exists(folder.resolve(Manifest.NAME));
    }

    /**
     * Makes a new recording in a folder.
     *
     * @param rows instrument rows as OKX gives them
     * @param history one-minute candles that are over, oldest first, by instrument
     * @param first the events that the market begins with, in time order; a new account begins at the last of them
     */
    public static LiveRecording create(
            Disk disk,
            Path folder,
            List<Map<String, Object>> rows,
            Map<String, List<Candle>> history,
            List<MarketEvent> first)
            throws IOException {
        if (first.isEmpty()) {
            throw new IllegalArgumentException("a live market begins with a price");
        }
        disk.createFolder(folder);
        ScenarioFiles files = new ScenarioFiles(disk, folder);
        disk.delete(folder.resolve(ScenarioFiles.EVENTS));
        files.instruments(rows);
        List<Map<String, Object>> candles = new ArrayList<>();
        for (Map.Entry<String, List<Candle>> entry : history.entrySet()) {
            candles.add(files.candles(
                    entry.getKey(),
                    BarSize.M1,
                    entry.getValue().stream().map(LiveRecording::bar).toList(),
                    "OKX, GET /api/v5/market/candles"));
        }
        GrowingEvents events = GrowingEvents.open(disk, folder.resolve(ScenarioFiles.EVENTS));
        events.append(first);
        events.close();
        Instant begin = first.get(first.size() - 1).ts();
        files.manifest("live", "OKX as it was from " + begin + " on", begin, begin, null, candles, "OKX's public data");
        return open(disk, folder);
    }

    /** Opens a recording that is there, to go on with it. */
    public static LiveRecording open(Disk disk, Path folder) throws IOException {
        GrowingEvents events = GrowingEvents.open(disk, folder.resolve(ScenarioFiles.EVENTS));
        try {
            return new LiveRecording(
                    events, ScenarioReader.growing(folder.toString(), file -> disk.read(folder.resolve(file)), events));
        } catch (IOException | RuntimeException e) {
            events.close();
            throw e;
        }
    }

    private static Bar bar(Candle candle) {
        return new Bar(
                candle.ts(),
                candle.o(),
                candle.h(),
                candle.l(),
                candle.c(),
                candle.vol(),
                candle.volCcy(),
                candle.volCcyQuote());
    }

    /** Returns what accounts live on. */
    public Scenario scenario() {
        return scenario;
    }

    /** Returns the moment of the last event. */
    public Instant last() {
        return Objects.requireNonNull(events.last());
    }

    /** Returns what is left standing of everything recorded so far: last prices, whole books, last figures. */
    public List<MarketEvent> standing() {
        return events.standing(Instant.MAX).events();
    }

    /** Adds events, each at or after the last; they are on the disk when this returns. */
    public void append(List<MarketEvent> more) throws IOException {
        events.append(more);
    }

    @Override
    public void close() throws IOException {
        events.close();
    }

    /** Returns a recorded trade with the evidence that names it. */
    public static MarketEvent.Trade trade(
            Instant ts, String instId, String tradeId, BigDecimal px, BigDecimal sz, Side side) {
        return MarketEvents.trade(ts, instId, tradeId, px, sz, side);
    }

    /** Returns a recorded book, or a change of it, with the evidence that names it. */
    public static MarketEvent.Depth depth(
            Instant ts, String instId, boolean snapshot, List<MarketEvent.Level> bids, List<MarketEvent.Level> asks) {
        return MarketEvents.depth(ts, instId, snapshot, bids, asks);
    }
}
