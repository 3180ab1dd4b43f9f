package dev.okx4j.testing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.okx4j.client.stream.book.Book;
import dev.okx4j.client.stream.book.BookChange;
import dev.okx4j.client.stream.book.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Measures how many recorded pushes of order books a core decodes, checks and applies in a second, and how many bytes it allocates
 * for each.
 *
 * <p>Usage: {@code BookBench SECONDS FILE...}; the files are recordings as cryptofeed writes them, compressed.
 */
public final class BookBench {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WARM_UP = 2;
    private static final int DEPTH = 400;

    /** Keeps the work from being left out as useless. */
    private static volatile int seen;

    private BookBench() {}

    /** A push and the book that it is of. */
    private record Push(String frame, Book book) {}

    /** What is done with a book after each push. */
    private interface Reader {
        int read(Book book);
    }

    public static void main(String[] args) throws IOException {
        int seconds = Integer.parseInt(args[0]);
        for (String file : Arrays.copyOfRange(args, 1, args.length)) {
            List<String> recorded = frames(Path.of(file));
            String name = Path.of(file).getFileName().toString().replace(".ws.txt.gz", "");
            measure(name + ", checksums verified", pushes(recorded), seconds, book -> 0);
            List<Push> numbered = pushes(numbered(recorded));
            measure(name + ", numbered as today", numbered, seconds, book -> 0);
            measure(name + ", numbered, best 5 read each time", numbered, seconds, BookBench::bestFive);
        }
    }

    private static List<String> frames(Path file) throws IOException {
        List<String> frames = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"asks\":")) {
                    frames.add(line.substring(line.indexOf("{\"arg\":")));
                }
            }
        }
        return frames;
    }

    private static String instId(String frame) {
        int start = frame.indexOf("\"instId\":\"") + 10;
        return frame.substring(start, frame.indexOf('"', start));
    }

    /** Returns the frames as OKX sends them today: with numbers that follow on each other, and 0 for a checksum. */
    private static List<String> numbered(List<String> recorded) {
        Map<String, Long> last = new HashMap<>();
        List<String> numbered = new ArrayList<>();
        for (String frame : recorded) {
            boolean snapshot = frame.contains("\"snapshot\"");
            long before = last.getOrDefault(instId(frame), 1_000_000_000L);
            long now = before + 7;
            last.put(instId(frame), now);
            numbered.add(frame.replaceFirst(
                    "\"checksum\":-?\\d+",
                    "\"checksum\":0,\"seqId\":" + now + ",\"prevSeqId\":" + (snapshot ? -1 : before)));
        }
        return numbered;
    }

    private static List<Push> pushes(List<String> frames) {
        Map<String, Book> books = new HashMap<>();
        List<Push> pushes = new ArrayList<>();
        for (String frame : frames) {
            pushes.add(new Push(frame, books.computeIfAbsent(instId(frame), id -> new Book(DEPTH, () -> false))));
        }
        return pushes;
    }

    private static int bestFive(Book book) {
        int read = 0;
        for (int i = 0; i < 5; i++) {
            read += i < book.bids().size() ? book.bids().get(i).px().scale() : 0;
            read += i < book.asks().size() ? book.asks().get(i).px().scale() : 0;
        }
        return read;
    }

    private static void measure(String name, List<Push> pushes, int seconds, Reader reader) {
        double[] rates = new double[seconds];
        long bytes = 0;
        long updates = 0;
        for (int round = -WARM_UP; round < seconds; round++) {
            long begun = System.nanoTime();
            long processor = SYSTEM.getProcessCpuTime();
            long allocated = THREAD.getCurrentThreadAllocatedBytes();
            long applied = 0;
            while (System.nanoTime() - begun < 1_000_000_000L) {
                apply(pushes, reader);
                applied += pushes.size();
            }
            if (round >= 0) {
                bytes += THREAD.getCurrentThreadAllocatedBytes() - allocated;
                updates += applied;
                rates[round] = applied * 1e9 / (SYSTEM.getProcessCpuTime() - processor);
            }
        }
        Arrays.sort(rates);
        double length =
                pushes.stream().mapToInt(push -> push.frame.length()).average().orElse(0);
        System.out.println(String.format(
                Locale.ROOT, "| okx4j | %s | %.0f | %.0f | %d |", name, length, rates[seconds / 2], bytes / updates));
    }

    private static void apply(List<Push> pushes, Reader reader) {
        int read = 0;
        for (Push push : pushes) {
            Step step = push.book.apply(BookChange.parse(push.frame));
            if (step.isBroken() || step == Step.HELD) {
                throw new IllegalStateException(step + " after " + push.frame);
            }
            read += reader.read(push.book);
        }
        seen = read;
    }
}
