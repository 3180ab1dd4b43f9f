package dev.okx4j.client.stream.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Frames of books that were recorded: what is bundled, and all there is where a folder of it is named. */
final class Recordings {
    private Recordings() {}

    /** Returns the frames of books among the tests' resources, in the order in which they came. */
    static List<String> bundled() {
        List<String> frames = new ArrayList<>();
        for (String name : List.of("books.ws.txt.gz", "books-l2-tbt.ws.txt.gz", "books-seqid.jsonl.gz")) {
            try (var in = Objects.requireNonNull(Recordings.class.getResourceAsStream(name), name)) {
                frames.addAll(frames(in.readAllBytes(), name));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return frames;
    }

    /** Returns the files below a folder of market data in which books were recorded. */
    static List<Path> files(Path marketData) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("ws-recordings", "ws-samples")) {
            try (Stream<Path> all = Files.list(marketData.resolve(folder))) {
                for (Path file : all.sorted().toList()) {
                    if (Files.isRegularFile(file) && !frames(file).isEmpty()) {
                        files.add(file);
                    }
                }
            }
        }
        return files;
    }

    static List<String> frames(Path file) throws IOException {
        return frames(Files.readAllBytes(file), file.getFileName().toString());
    }

    private static List<String> frames(byte[] bytes, String name) throws IOException {
        List<String> frames = new ArrayList<>();
        ByteArrayInputStream raw = new ByteArrayInputStream(bytes);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(raw) : raw, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int arg = line.indexOf("{\"arg\":");
                if (arg >= 0 && line.contains("\"asks\":")) {
                    frames.add(line.substring(arg));
                }
            }
        }
        return frames;
    }

    static String instId(String frame) {
        int start = frame.indexOf("\"instId\":\"") + 10;
        return frame.substring(start, frame.indexOf('"', start));
    }
}
