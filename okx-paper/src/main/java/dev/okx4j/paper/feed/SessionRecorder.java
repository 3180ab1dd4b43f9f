package dev.okx4j.paper.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.seam.Disk;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what market time passes through into a folder, as a scenario that can be replayed: an account that does the same
 * on it comes to the same state.
 *
 * <p>The market events are recorded, not what the account did. This class is <em>not</em> threadsafe.
 */
public final class SessionRecorder implements Closeable {
    private static final int FLUSH = 1 << 16;

    private final Disk disk;
    private final Path folder;
    private final Scenario scenario;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final List<Map<String, Object>> candles = new ArrayList<>();
    private Instant begin;
    private Instant reached;
    private Feed.Cursor cursor;
    private Disk.@Nullable Writable file;
    private long written;

    private SessionRecorder(Disk disk, Path folder, Scenario scenario, Instant begin) {
        this.disk = disk;
        this.folder = folder;
        this.scenario = scenario;
        this.begin = begin;
        this.reached = begin;
        this.cursor = scenario.feed().after(begin);
    }

    /**
     * Begins to record at a moment of market time.
     *
     * @throws IOException if the folder holds a scenario already
     */
    public static SessionRecorder begin(Disk disk, Path folder, Scenario scenario, Instant now) throws IOException {
        if (disk.exists(folder.resolve(Manifest.NAME))) {
            throw new IOException(folder + " holds a recording already; name another folder");
        }
        disk.createFolder(folder);
        SessionRecorder recorder = new SessionRecorder(disk, folder, scenario, now);
        recorder.start();
        return recorder;
    }

    /** Throws away what was recorded, because the account begins anew at a moment. */
    public void restart(Instant now) throws IOException {
        close(file);
        begin = now;
        reached = now;
        cursor = scenario.feed().after(now);
        start();
    }

    /** Records what market time has passed through on its way to a moment. */
    public void reached(Instant now) throws IOException {
        reached = now;
        for (MarketEvent event = cursor.peek(); event != null && !event.ts().isAfter(now); event = cursor.peek()) {
            write(event);
            cursor.skip();
        }
        if (pending.size() >= FLUSH) {
            flush();
        }
    }

    /** Ends the recording at the moment that market time has reached. */
    @Override
    public void close() throws IOException {
        flush();
        Disk.Writable open = Objects.requireNonNull(file);
        open.sync();
        close(open);
        file = null;
        manifest(reached);
    }

    private static void close(Disk.@Nullable Writable open) throws IOException {
        if (open != null) {
            open.close();
        }
    }

    private void start() throws IOException {
        pending.reset();
        written = 0;
        candles.clear();
        Path events = folder.resolve(ScenarioFiles.EVENTS);
        disk.delete(events);
        file = disk.open(events);
        ScenarioFiles files = new ScenarioFiles(disk, folder);
        Map<String, Recording> recordings = new LinkedHashMap<>();
        scenario.instruments()
                .keySet()
                .forEach(id -> recordings.put(id, Objects.requireNonNull(scenario.recording(id))));
        List<Map<String, Object>> rows = new ArrayList<>();
        List<MarketEvent> standing = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (InstrumentSpec spec : scenario.feed().instruments()) {
            String instId = spec.instId();
            rows.add(Objects.requireNonNull(scenario.instruments().get(instId)).fields());
            Recording recording = Objects.requireNonNull(recordings.get(instId));
            List<Bar> history = recording.history(begin);
            if (recording.count() > 0) {
                candles.add(files.candles(instId, recording.size(), history, "recorded before " + begin));
                List<MarketEvent.Move> forming = recording.forming(begin);
                standing.addAll(forming);
                if (!history.isEmpty() || !forming.isEmpty()) {
                    told.add(instId);
                }
            }
        }
        files.instruments(rows);
        for (MarketEvent event : scenario.feed().standing(begin)) {
            if (!(event instanceof MarketEvent.Move && told.contains(event.instId()))) {
                standing.add(event);
            }
        }
        standing.stream().sorted(Comparator.comparing(MarketEvent::ts)).forEach(this::write);
        flush();
        manifest(null);
    }

    private void manifest(@Nullable Instant end) throws IOException {
        Instant start = scenario.start().isAfter(begin) ? begin : scenario.start();
        new ScenarioFiles(disk, folder)
                .manifest(
                        scenario.id() + "-recorded",
                        "Recorded from " + scenario.id() + " between " + begin + " and " + reached,
                        start,
                        begin,
                        end,
                        candles,
                        "recorded from " + scenario.id());
    }

    private void write(MarketEvent event) {
        pending.writeBytes(EventText.write(event).getBytes(UTF_8));
        pending.write('\n');
    }

    private void flush() throws IOException {
        Objects.requireNonNull(file).write(written, pending.toByteArray());
        written += pending.size();
        pending.reset();
    }
}
