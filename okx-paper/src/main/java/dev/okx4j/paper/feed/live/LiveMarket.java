package dev.okx4j.paper.feed.live;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.client.stream.event.Trade;
import dev.okx4j.paper.feed.Candle;
import dev.okx4j.paper.feed.LiveRecording;
import dev.okx4j.paper.feed.MarketEvent;
import dev.okx4j.paper.feed.Scenario;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * OKX's market as it is now, for a few instruments: it listens to what OKX pushes, asks for what was before, and keeps all that
 * it was told in a recording, on which accounts live. Market time is OKX's; it moves when new data have come.
 *
 * <p>While an instrument's streams do not tell everything, OKX is asked once a second; {@link #asked} says so, and why.
 *
 * <p>A price that OKX has not confirmed for a while is stale. Nothing takes its place: {@link #stale} says so, and whoever
 * would trade on it is to refuse. This class is threadsafe.
 */
public final class LiveMarket implements Closeable {
    /** What is followed when nothing is named. */
    public static final List<String> DEFAULT_INSTRUMENTS =
            List.of("BTC-USDT", "ETH-USDT", "BTC-USDT-SWAP", "ETH-USDT-SWAP", "SOL-USDT-SWAP");

    /** How old a price may become before nothing is traded on it. */
    public static final Duration MAX_AGE = Duration.ofSeconds(15);

    /** How long it rests between two rounds of questions. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** How long it rests between two looks at what was pushed. */
    static final Duration BRIEF = Duration.ofMillis(200);

    private static final int HISTORY = 1_440;

    private final LiveRecording recording;
    private final OkxClient client;
    private final Clock clock;
    private final Duration maxAge;
    private final Map<String, LiveInstrument> instruments = new LinkedHashMap<>();
    private final Object polling = new Object();

    private LiveMarket(LiveRecording recording, OkxClient client, Clock clock, Duration maxAge) {
        this.recording = recording;
        this.client = client;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    /**
     * Returns the market of some instruments, whose recording is kept in a folder: a new one, or that of an earlier time, which
     * goes on. It owns the client from here on.
     *
     * @throws IOException if OKX cannot be asked, does not list an instrument, or the folder holds other instruments
     */
    public static LiveMarket open(
            OkxClient client, Disk disk, Path folder, List<String> instIds, Clock clock, Duration maxAge)
            throws IOException {
        return open(client, new StreamPushes(client.stream()), disk, folder, instIds, clock, maxAge);
    }

    static LiveMarket open(
            OkxClient client, Pushes pushes, Disk disk, Path folder, List<String> instIds, Clock clock, Duration maxAge)
            throws IOException {
        try {
            OkxMarket okx = new OkxMarket(client);
            LiveRecording recording = LiveRecording.isIn(disk, folder)
                    ? LiveRecording.open(disk, folder)
                    : begin(okx, disk, folder, instIds);
            LiveMarket market = new LiveMarket(recording, client, clock, maxAge);
            market.follow(okx, pushes, instIds);
            return market;
        } catch (OkxException e) {
            client.close();
            throw new IOException("OKX's public data cannot be read: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Asks for what a new recording begins with. */
    private static LiveRecording begin(OkxMarket okx, Disk disk, Path folder, List<String> instIds) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, List<Candle>> history = new LinkedHashMap<>();
        List<MarketEvent> first = new ArrayList<>();
        for (String instId : instIds) {
            Map<String, Object> row = okx.instrument(instId);
            if (row == null) {
                throw new IOException("OKX does not list " + instId + "; name others with --feed live:ID,ID");
            }
            rows.add(row);
            history.put(instId, okx.candles(instId, HISTORY));
            List<Trade> trades = okx.trades(instId);
            if (!trades.isEmpty()) {
                first.add(LiveInstrument.event(trades.get(trades.size() - 1)));
            }
            MarketEvent.Depth book = new BookDelta().next(instId, okx.book(instId));
            first.add(Objects.requireNonNull(book));
        }
        first.sort(Comparator.comparing(MarketEvent::ts));
        return LiveRecording.create(disk, folder, rows, history, first);
    }

    private void follow(OkxMarket okx, Pushes pushes, List<String> instIds) throws IOException {
        List<String> recorded = List.copyOf(scenario().instruments().keySet());
        if (!recorded.containsAll(instIds) || recorded.size() != instIds.size()) {
            recording.close();
            throw new IOException("The live recording is of " + String.join(", ", recorded) + ", not of "
                    + String.join(", ", instIds) + "; name those, or another state folder");
        }
        for (String instId : recorded) {
            Object uly = Objects.requireNonNull(scenario().instruments().get(instId))
                    .fields()
                    .get("uly");
            String index = uly instanceof String named && !named.isEmpty() ? named : "";
            instruments.put(instId, new LiveInstrument(okx, pushes, instId, index, clock));
        }
        for (MarketEvent event : recording.standing()) {
            LiveInstrument instrument = instruments.get(event.instId());
            if (instrument != null) {
                instrument.knows(event);
            }
        }
    }

    /** Returns what accounts live on; it grows with every {@link #poll}. */
    public Scenario scenario() {
        return recording.scenario();
    }

    /**
     * Takes what OKX has pushed, or asks for what is new, records it, and returns the moment that market time may go to; an instrument that OKX does
     * not answer for has nothing new, and its price becomes stale.
     *
     * @throws IOException if the disk failed
     */
    public Instant poll() throws IOException {
        synchronized (polling) {
            List<MarketEvent> fresh = new ArrayList<>();
            instruments.values().forEach(instrument -> fresh.addAll(instrument.poll()));
            fresh.sort(Comparator.comparing(MarketEvent::ts));
            if (!fresh.isEmpty()) {
                // Accounts have seen everything up to the last moment: what comes late counts as just after it.
                Instant floor = recording.last().plusMillis(1);
                recording.append(fresh.stream()
                        .map(event -> event.ts().isBefore(floor) ? Late.at(floor, event) : event)
                        .toList());
            }
            return recording.last();
        }
    }

    /**
     * Returns why an instrument's prices come by questions once a second, rather than as they change, or null when they are
     * pushed.
     */
    public @Nullable String asked(String instId) {
        LiveInstrument instrument = instruments.get(instId);
        return instrument == null ? null : instrument.asked();
    }

    /** Returns how long to rest before the next {@link #poll}: shortly when there is nothing to ask. */
    Duration pause() {
        return instruments.values().stream().allMatch(instrument -> instrument.asked() == null) ? BRIEF : PAUSE;
    }

    /** Returns why an instrument's price must not be traded on, in a sentence, or null when it is fresh. */
    public @Nullable String stale(String instId) {
        LiveInstrument instrument = instruments.get(instId);
        return instrument == null ? null : instrument.stale(maxAge);
    }

    /** Ends questions that are under way and the streams, and asks no more. */
    void stopAsking() {
        instruments.values().forEach(LiveInstrument::close);
        client.close();
    }

    @Override
    public void close() throws IOException {
        stopAsking();
        synchronized (polling) {
            recording.close();
        }
    }
}
