package dev.okx4j.paper.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A named set of recorded data to trade on: instruments, candles and funding rates. Immutable. */
public final class Scenario {
    /** The scenario that is used when none is named. */
    public static final String DEFAULT = "august-2026";

    /** The bundled scenarios that were read: they cannot change, and thousands of exchanges may open on one. */
    private static final Map<String, Scenario> BUNDLED = new ConcurrentHashMap<>();

    private final Manifest manifest;
    private final Map<String, InstrumentRow> instruments;
    private final Map<String, Recording> recordings;
    private final List<MarketEvent.FundingRate> funding;
    private final String fingerprint;

    private Scenario(
            Manifest manifest,
            Map<String, InstrumentRow> instruments,
            Map<String, Recording> recordings,
            List<MarketEvent.FundingRate> funding,
            String fingerprint) {
        this.manifest = manifest;
        this.instruments = Collections.unmodifiableMap(instruments);
        this.recordings = Collections.unmodifiableMap(recordings);
        this.funding = List.copyOf(funding);
        this.fingerprint = fingerprint;
    }

    /**
     * Returns the scenario of this name: a bundled one, which is read once in a process, or a folder that holds a {@code
     * manifest.json}, which is read each time.
     */
    public static Scenario named(String name) throws IOException {
        Scenario known = BUNDLED.get(name);
        if (known != null) {
            return known;
        }
        if (name.matches("[a-z0-9-]+") && Scenario.class.getResource(name + "/manifest.json") != null) {
            Scenario read = load("scenario " + name, file -> bundled(name + "/" + file));
            Scenario other = BUNDLED.putIfAbsent(name, read);
            return other == null ? read : other;
        }
        Path folder = Path.of(name);
        if (Files.isRegularFile(folder.resolve("manifest.json"))) {
            return load(folder.toString(), file -> Files.readAllBytes(folder.resolve(file)));
        }
        throw new FileNotFoundException(
                "No scenario " + name + ": it is neither bundled (" + DEFAULT + ") nor a folder with a manifest.json");
    }

    private interface Source {
        byte[] read(String file) throws IOException;
    }

    private static byte[] bundled(String resource) throws IOException {
        try (InputStream in = Scenario.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("The bundled file " + resource + " is missing");
            }
            return in.readAllBytes();
        }
    }

    private static Scenario load(String where, Source source) throws IOException {
        MessageDigest digest = sha256();
        Source read = file -> {
            byte[] content = source.read(file);
            digest.update((file + "\n" + content.length + "\n").getBytes(UTF_8));
            digest.update(content);
            return content;
        };
        Manifest manifest = Manifest.parse(where + " manifest.json", read.read("manifest.json"));
        try {
            Map<String, InstrumentRow> rows = new LinkedHashMap<>();
            if (!(Json.parse(read.read(manifest.instruments())) instanceof List<?> list)) {
                throw new IllegalArgumentException(manifest.instruments() + " must be a list of instrument rows");
            }
            list.forEach(row -> {
                InstrumentRow instrument = InstrumentRow.of(Manifest.object(row));
                rows.put(instrument.spec().instId(), instrument);
            });
            Map<String, Recording> recordings = new LinkedHashMap<>();
            for (Manifest.Candles candles : manifest.candles()) {
                InstrumentRow row = known(rows, candles.instId());
                List<Bar> bars = BarFile.read(candles.file(), read.read(candles.file()), candles.bar());
                while (!bars.isEmpty()
                        && candles.bar().endOf(bars.get(bars.size() - 1).ts()).isAfter(manifest.end())) {
                    bars.remove(bars.size() - 1);
                }
                if (recordings.put(candles.instId(), new Recording(row.spec(), candles.bar(), bars)) != null) {
                    throw new IllegalArgumentException(candles.instId() + " has two files of candles");
                }
            }
            rows.keySet().retainAll(recordings.keySet());
            List<MarketEvent.FundingRate> funding = new ArrayList<>();
            for (Manifest.Funding rates : manifest.funding()) {
                known(rows, rates.instId());
                funding(rates, read.read(rates.file()), manifest, funding);
            }
            funding.sort(Comparator.comparing(MarketEvent.FundingRate::ts));
            return new Scenario(
                    manifest, rows, recordings, funding, HexFormat.of().formatHex(digest.digest()));
        } catch (IllegalArgumentException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    private static InstrumentRow known(Map<String, InstrumentRow> rows, String instId) {
        InstrumentRow row = rows.get(instId);
        if (row == null) {
            throw new IllegalArgumentException("there is no instrument row of " + instId);
        }
        return row;
    }

    private static void funding(
            Manifest.Funding rates, byte[] content, Manifest manifest, List<MarketEvent.FundingRate> into) {
        new String(content, UTF_8).lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            if (cells.length != 2) {
                throw new IllegalArgumentException(rates.file() + ": not a funding rate: " + line);
            }
            Instant ts = Instant.ofEpochMilli(Long.parseLong(cells[0]));
            if (!ts.isBefore(manifest.start()) && !ts.isAfter(manifest.end())) {
                into.add(new MarketEvent.FundingRate(ts, rates.instId(), new BigDecimal(cells[1])));
            }
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the name. */
    public String id() {
        return manifest.id();
    }

    /** Returns what it holds, in a sentence. */
    public String title() {
        return manifest.title();
    }

    /** Returns the first moment of the data. */
    public Instant start() {
        return manifest.start();
    }

    /** Returns the last moment of the data. */
    public Instant end() {
        return manifest.end();
    }

    /** Returns where a new account's market clock starts. */
    public Instant begin() {
        return manifest.begin();
    }

    /** Returns the instruments that have prices, by name. */
    public Map<String, InstrumentRow> instruments() {
        return instruments;
    }

    /** Returns the recorded candles of an instrument, or null when it has none. */
    public @Nullable Recording recording(String instId) {
        return recordings.get(instId);
    }

    /** Returns the funding rates that were recorded, in time order. */
    public List<MarketEvent.FundingRate> funding() {
        return funding;
    }

    /** Returns a checksum over all files: the same data, and only the same data, have the same one. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Returns the data as a feed. */
    public Feed feed() {
        return new ReplayFeed(this, List.copyOf(recordings.values()));
    }
}
