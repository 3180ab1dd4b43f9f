package dev.okx4j.paper.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the files of a scenario into what a feed needs; an error names the file and what to change in it. */
final class ScenarioReader {
    private final Manifest manifest;
    private final Source source;
    private final Map<String, InstrumentRow> rows = new LinkedHashMap<>();
    private final List<MarketEvent> events = new ArrayList<>();
    private final Map<String, BarSize> made = new HashMap<>();
    private final Map<String, Recording> marks = new LinkedHashMap<>();
    private final Map<String, Recording> indices = new LinkedHashMap<>();

    /** Where files come from. */
    interface Source {

        /** Returns the content of a file. */
        byte[] read(String file) throws IOException;
    }

    private ScenarioReader(Manifest manifest, Source source) {
        this.manifest = manifest;
        this.source = source;
    }

    /** Reads a finished recording. */
    static Scenario read(String where, Source files) throws IOException {
        MessageDigest digest = sha256();
        Source read = file -> {
            byte[] content = files.read(file);
            digest.update((file + "\n" + content.length + "\n").getBytes(UTF_8));
            digest.update(content);
            return content;
        };
        Manifest manifest = Manifest.parse(where + " " + Manifest.NAME, read.read(Manifest.NAME));
        try {
            ScenarioReader reader = new ScenarioReader(manifest, read);
            reader.instruments();
            reader.events();
            Map<String, Recording> recordings = reader.recordings();
            return new Scenario(reader.parts(
                    recordings, EventList.of(reader.events), HexFormat.of().formatHex(digest.digest()), false));
        } catch (IllegalArgumentException | IOException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    /** Reads what a live recording began with; its events are in a list that grows. */
    static Scenario growing(String where, Source files, GrowingEvents growing) throws IOException {
        byte[] text = files.read(Manifest.NAME);
        MessageDigest digest = sha256();
        digest.update(text);
        Manifest manifest = Manifest.parse(where + " " + Manifest.NAME, text);
        try {
            ScenarioReader reader = new ScenarioReader(manifest, files);
            reader.instruments();
            for (String instId : reader.rows.keySet()) {
                reader.made.put(instId, BarSize.M1);
            }
            Map<String, Recording> recordings = reader.recordings();
            growing.tell(recordings);
            return new Scenario(reader.parts(recordings, growing, HexFormat.of().formatHex(digest.digest()), true));
        } catch (IllegalArgumentException | IOException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    private ScenarioParts parts(Map<String, Recording> recordings, EventList list, String fingerprint, boolean live) {
        rows.keySet().retainAll(recordings.keySet());
        List<MarketEvent.FundingRate> funding = new ArrayList<>();
        for (MarketEvent event : events) {
            if (event instanceof MarketEvent.FundingRate rate) {
                funding.add(rate);
            }
        }
        return new ScenarioParts(manifest, rows, recordings, marks, indices, funding, list, fingerprint, live);
    }

    private void instruments() throws IOException {
        try {
            if (!(Json.parse(source.read(manifest.instruments())) instanceof List<?> list)) {
                throw new IllegalArgumentException("a list of instrument rows is expected");
            }
            list.forEach(row -> {
                InstrumentRow instrument = InstrumentRow.of(Manifest.object(row));
                rows.put(instrument.spec().instId(), instrument);
            });
        } catch (IllegalArgumentException | JsonException e) {
            throw new IOException(manifest.instruments() + ": " + e.getMessage(), e);
        }
    }

    /** Reads everything but candles of trades, into time order; simultaneous events stay in the order of their files. */
    private void events() throws IOException {
        for (Manifest.Source file : manifest.files()) {
            if (file.kind() != Manifest.Kind.CANDLES) {
                List<MarketEvent> read = read(file);
                for (MarketEvent event : read) {
                    if (isPrice(event)) {
                        known(event.instId(), file);
                        made.merge(event.instId(), file.bar(), ScenarioReader::same);
                    }
                }
                events.addAll(read);
            }
        }
        Instant end = manifest.end();
        events.removeIf(event -> end != null && event.ts().isAfter(end));
        events.sort(Comparator.comparing(MarketEvent::ts));
    }

    private static BarSize same(BarSize a, BarSize b) {
        if (a != b) {
            throw new IllegalArgumentException("one instrument has candles of " + a.wire() + " and " + b.wire());
        }
        return a;
    }

    private static boolean isPrice(MarketEvent event) {
        return event instanceof MarketEvent.Trade
                || event instanceof MarketEvent.Depth
                || event instanceof MarketEvent.Move;
    }

    private List<MarketEvent> read(Manifest.Source file) throws IOException {
        byte[] content = source.read(file.file());
        String name = file.file();
        String id = file.instId();
        return switch (file.kind()) {
            case FUNDING ->
                PointFile.read(
                        name,
                        content,
                        "fundingRate",
                        (ts, figure) -> new MarketEvent.FundingRate(ts, known(id, file), figure));
            case VOLATILITY ->
                PointFile.read(
                        name,
                        content,
                        "sigma",
                        (ts, figure) -> new MarketEvent.Volatility(ts, known(id, file), figure));
            case OPEN_INTEREST ->
                PointFile.read(
                        name, content, "oi", (ts, figure) -> new MarketEvent.OpenInterest(ts, known(id, file), figure));
            case MARK_CANDLES -> {
                known(id, file);
                yield points(file, content, marks, (ts, px) -> new MarketEvent.Mark(ts, id, px));
            }
            case INDEX_CANDLES -> points(file, content, indices, (ts, px) -> new MarketEvent.Index(ts, id, px));
            case TRADES -> TradeFile.read(name, content, id);
            case CAPTURES -> CaptureFile.read(name, content, instId -> rows.containsKey(instId) || isIndex(instId));
            case EVENTS -> EventFile.read(name, content);
            case CANDLES -> List.of();
        };
    }

    /** Returns whether a name is that of an index, which has no instrument row of its own. */
    private boolean isIndex(String name) {
        return name.split("-", -1).length == 2
                && rows.values().stream()
                        .anyMatch(row -> name.equals(row.fields().get("uly")));
    }

    /** Reads candles of a mark or index price as the four prices of each, at the times of a candle's path. */
    private List<MarketEvent> points(
            Manifest.Source file, byte[] content, Map<String, Recording> into, PointFile.Maker maker)
            throws IOException {
        List<Bar> bars = cut(BarFile.read(file.file(), content, file.bar(), false), file.bar());
        Recording recording = Recording.ofPrices(file.instId(), file.bar(), bars);
        if (into.put(file.instId(), recording) != null) {
            throw new IllegalArgumentException(file.instId() + " has two files in " + file.kind().list);
        }
        List<MarketEvent> points = new ArrayList<>(4 * bars.size());
        for (int index = 0; index < bars.size(); index++) {
            for (MarketEvent.Move leg : recording.legs(index)) {
                points.add(maker.make(leg.ts(), leg.to()));
            }
        }
        return points;
    }

    private List<Bar> cut(List<Bar> bars, BarSize size) {
        Instant end = manifest.end();
        while (end != null
                && !bars.isEmpty()
                && size.endOf(bars.get(bars.size() - 1).ts()).isAfter(end)) {
            bars.remove(bars.size() - 1);
        }
        return bars;
    }

    /** Returns the prices of each instrument: its candles up to its first recorded trade or book, and what came then. */
    private Map<String, Recording> recordings() throws IOException {
        Map<String, Instant> firsts = new HashMap<>();
        for (MarketEvent event : events) {
            if (isPrice(event)) {
                firsts.putIfAbsent(event.instId(), event.ts());
            }
        }
        Map<String, Recording> recordings = new LinkedHashMap<>();
        for (Manifest.Source file : manifest.of(Manifest.Kind.CANDLES)) {
            InstrumentRow row = rows.get(known(file.instId(), file));
            List<Bar> bars = cut(BarFile.read(file.file(), source.read(file.file()), file.bar(), true), file.bar());
            Instant first = firsts.get(file.instId());
            bars.removeIf(bar -> first != null && file.bar().endOf(bar.ts()).isAfter(first));
            Recording recording = new Recording(Objects.requireNonNull(row).spec(), file.bar(), bars);
            if (recordings.put(file.instId(), recording) != null) {
                throw new IllegalArgumentException(file.instId() + " has two files of candles");
            }
        }
        Set<String> others = new LinkedHashSet<>(rows.keySet());
        others.removeAll(recordings.keySet());
        for (String instId : others) {
            BarSize size = made.get(instId);
            boolean priced = events.stream().anyMatch(event -> event.instId().equals(instId));
            if (size != null || priced) {
                InstrumentRow row = Objects.requireNonNull(rows.get(instId));
                recordings.put(instId, new Recording(row.spec(), size == null ? BarSize.M1 : size, List.of()));
            }
        }
        for (MarketEvent event : events) {
            @Nullable Recording recording = recordings.get(event.instId());
            if (recording != null && (event instanceof MarketEvent.Trade || event instanceof MarketEvent.Move)) {
                recording.add(event);
            }
        }
        return recordings;
    }

    private String known(String instId, Manifest.Source file) {
        if (!rows.containsKey(instId)) {
            throw new IllegalArgumentException(file.file() + ": there is no instrument row of " + instId
                    + "; add it to " + manifest.instruments() + " as GET /api/v5/public/instruments gives it");
        }
        return instId;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
