package dev.okx4j.paper.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.seam.Disk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the files of a scenario. */
final class ScenarioFiles {
    static final String EVENTS = "events.ndjson";
    private static final String INSTRUMENTS = "instruments.json";

    private final Disk disk;
    private final Path folder;

    ScenarioFiles(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    void instruments(List<? extends Map<String, Object>> rows) throws IOException {
        write(INSTRUMENTS, Json.write(rows));
    }

    /** Writes the candles of an instrument, and returns their entry in the manifest. */
    Map<String, Object> candles(String instId, BarSize size, List<Bar> bars, String source) throws IOException {
        StringBuilder lines = new StringBuilder(BarFile.HEADER).append('\n');
        for (Bar bar : bars) {
            lines.append(bar.ts().toEpochMilli());
            for (BigDecimal cell : List.of(bar.o(), bar.h(), bar.l(), bar.c(), bar.vol())) {
                lines.append(',').append(cell.toPlainString());
            }
            lines.append(',').append(optional(bar.volCcy())).append(',').append(optional(bar.volCcyQuote()));
            lines.append('\n');
        }
        String file = instId + "_" + size.wire() + ".csv";
        write(file, lines.toString());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("instId", instId);
        entry.put("bar", size.wire());
        entry.put("file", file);
        entry.put("source", source);
        return entry;
    }

    private static String optional(@Nullable BigDecimal cell) {
        return cell == null ? "" : cell.toPlainString();
    }

    void manifest(
            String id,
            String title,
            Instant start,
            Instant begin,
            @Nullable Instant end,
            List<Map<String, Object>> candles,
            String source)
            throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schema", BigDecimal.ONE);
        manifest.put("id", id);
        manifest.put("title", title);
        manifest.put("start", start.toString());
        manifest.put("begin", begin.toString());
        if (end != null) {
            manifest.put("end", end.toString());
        }
        manifest.put("instruments", INSTRUMENTS);
        manifest.put("candles", candles);
        manifest.put("events", List.of(Map.of("file", EVENTS, "source", source)));
        write(Manifest.NAME, Json.write(manifest));
    }

    private void write(String name, String text) throws IOException {
        Path fresh = folder.resolve(name + ".new");
        disk.delete(fresh);
        try (Disk.Writable file = disk.open(fresh)) {
            file.write(0, text.getBytes(UTF_8));
            file.sync();
        }
        disk.replace(fresh, folder.resolve(name));
    }
}
