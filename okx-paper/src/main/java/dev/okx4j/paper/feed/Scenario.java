package dev.okx4j.paper.feed;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A named set of recorded data to trade on. It never changes, except that one of a live market grows. */
public final class Scenario {
    /** The scenario that is used when none is named. */
    public static final String DEFAULT = "august-2026";

    /** The bundled scenarios. */
    public static final List<String> BUNDLED_NAMES = List.of(DEFAULT, "books-2022-05");

    /** The bundled scenarios that were read: they cannot change, and thousands of exchanges may open on one. */
    private static final Map<String, Scenario> BUNDLED = new ConcurrentHashMap<>();

    private final Manifest manifest;
    private final Map<String, InstrumentRow> instruments;
    private final Map<String, Recording> recordings;
    private final Map<String, Recording> marks;
    private final Map<String, Recording> indices;
    private final List<MarketEvent.FundingRate> funding;
    private final EventList events;
    private final String fingerprint;
    private final boolean live;

    Scenario(ScenarioParts parts) {
        this.manifest = parts.manifest();
        this.instruments = Collections.unmodifiableMap(parts.instruments());
        this.recordings = Collections.unmodifiableMap(parts.recordings());
        this.marks = Collections.unmodifiableMap(parts.marks());
        this.indices = Collections.unmodifiableMap(parts.indices());
        this.funding = List.copyOf(parts.funding());
        this.events = parts.events();
        this.fingerprint = parts.fingerprint();
        this.live = parts.live();
    }

    /**
     * Returns the scenario of this name: a bundled one, which is read once in a process, or a folder that holds a {@code
     * manifest.json}, which is read each time.
     *
     * @throws IOException if there is none, or a file of it is wrong: the message names the file, the line and what to change
     */
    public static Scenario named(String name) throws IOException {
        Scenario known = BUNDLED.get(name);
        if (known != null) {
            return known;
        }
        if (BUNDLED_NAMES.contains(name)) {
            Scenario read = ScenarioReader.read("scenario " + name, file -> bundled(name + "/" + file));
            Scenario other = BUNDLED.putIfAbsent(name, read);
            return other == null ? read : other;
        }
        Path folder = Path.of(name);
        if (Files.isRegularFile(folder.resolve(Manifest.NAME))) {
            return ScenarioReader.read(folder.toString(), file -> Files.readAllBytes(folder.resolve(file)));
        }
        throw new FileNotFoundException("No scenario " + name + ": it is neither bundled ("
                + String.join(", ", BUNDLED_NAMES) + ") nor a folder with a " + Manifest.NAME);
    }

    private static byte[] bundled(String resource) throws IOException {
        try (InputStream in = Scenario.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("The bundled file " + resource + " is missing");
            }
            return in.readAllBytes();
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

    /** Returns whether it is a live market, which grows, rather than a finished recording. */
    public boolean isLive() {
        return live;
    }

    /** Returns the first moment of the data. */
    public Instant start() {
        return manifest.start();
    }

    /** Returns the last moment of the data; of a live market, that of the latest event. */
    public Instant end() {
        Instant last = events.last();
        return Objects.requireNonNullElse(manifest.end(), last == null ? manifest.begin() : last);
    }

    /** Returns where a new account's market clock starts. */
    public Instant begin() {
        return manifest.begin();
    }

    /** Returns the instruments of which anything was recorded, by name. */
    public Map<String, InstrumentRow> instruments() {
        return instruments;
    }

    /** Returns the recorded prices of an instrument, or null when it has none. */
    public @Nullable Recording recording(String instId) {
        return recordings.get(instId);
    }

    /** Returns the recorded mark prices of a contract as candles, or null when it has none. */
    public @Nullable Recording markRecording(String instId) {
        return marks.get(instId);
    }

    /** Returns the recorded prices of an index as candles, or null when there are none. */
    public @Nullable Recording indexRecording(String index) {
        return indices.get(index);
    }

    /** Returns the funding rates that were recorded beforehand, in time order; those of a live market are among its events. */
    public List<MarketEvent.FundingRate> funding() {
        return funding;
    }

    /** Returns a checksum over all files but one that grows: the same data, and only the same data, have the same one. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Returns the data as a feed. */
    public Feed feed() {
        return new ReplayFeed(this, List.copyOf(recordings.values()), events);
    }
}
