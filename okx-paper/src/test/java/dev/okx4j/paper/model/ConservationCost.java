package dev.okx4j.paper.model;

import dev.okx4j.paper.feed.MarketEvent;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.tools.ToolProvider;

/**
 * Measures what it costs that the exchange checks after every event that no money was made or lost.
 *
 * <p>The same commands run in two kinds of process: one as built, one whose ledger was compiled from the same source with
 * an empty check. They take turns, and the least processor time of each counts.
 */
public final class ConservationCost {
    private static final int TURNS = 3;
    private static final int WARM_UP = 2;
    private static final int LIFE = 1_500;
    private static final Path LEDGER = Path.of("src/main/java/dev/okx4j/paper/venue/Ledger.java");

    private ConservationCost() {}

    /** One life's commands, and the market events that go with them. */
    private record Life(List<MarketEvent> events, List<Command> commands) {}

    /** Takes the number of commands and the seed; to be run in the folder of the module. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long commands = Long.parseLong(args[0]);
        long seed = Long.parseLong(args[1]);
        if (args.length > 2) {
            System.out.println(nanos(lives(commands, seed)));
            return;
        }
        Path unchecked = withoutCheck();
        String path = System.getProperty("java.class.path");
        long with = Long.MAX_VALUE;
        long without = Long.MAX_VALUE;
        for (int turn = 0; turn < TURNS; turn++) {
            with = Math.min(with, child(path, args));
            without = Math.min(without, child(unchecked + System.getProperty("path.separator") + path, args));
        }
        BigDecimal ratio = BigDecimal.valueOf(with).divide(BigDecimal.valueOf(without), 3, RoundingMode.HALF_UP);
        System.out.println("conservation: commands " + commands + ", checked " + with / commands
                + " ns each, unchecked " + without / commands + " ns each, ratio " + ratio);
    }

    private static List<Life> lives(long commands, long seed) {
        List<Life> lives = new ArrayList<>();
        for (long done = 0; done < commands; done += LIFE) {
            Duel duel = new Duel();
            Commands source = new Commands(new Random(seed + lives.size()), duel.naive);
            source.first().forEach(line -> duel.apply(line, false));
            for (long i = 0; i < Math.min(LIFE, commands - done); i++) {
                duel.apply(source.next(), false);
            }
            lives.add(new Life(duel.venue.events, duel.venue.commands));
        }
        return lives;
    }

    /** Returns the processor time of living all lives once, after they were lived to warm up. */
    private static long nanos(List<Life> lives) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long took = 0;
        for (int round = 0; round <= WARM_UP; round++) {
            long began = threads.getCurrentThreadCpuTime();
            for (Life life : lives) {
                TypedFeed feed = new TypedFeed();
                life.events.forEach(feed::add);
                Venue venue = Venue.open(feed, Duel.BALANCES);
                life.commands.forEach(venue::apply);
            }
            took = threads.getCurrentThreadCpuTime() - began;
        }
        return took;
    }

    /** Compiles the ledger with an empty check and returns the folder of the class. */
    private static Path withoutCheck() throws IOException {
        String source = Files.readString(LEDGER);
        String empty = source.replace(
                "void verify() {", "void verify() {\n        if (wallets != null) {\n            return;\n        }");
        if (empty.equals(source)) {
            throw new IllegalStateException("the check was not found in " + LEDGER);
        }
        Path folder = Files.createTempDirectory("unchecked");
        Path changed = Files.writeString(folder.resolve("Ledger.java"), empty);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        changed.toString());
        if (failed != 0) {
            throw new IllegalStateException("the changed ledger does not compile");
        }
        return folder;
    }

    private static long child(String path, String[] args) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        ConservationCost.class.getName(),
                        args[0],
                        args[1],
                        "child")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a run failed");
        }
        return Long.parseLong(out);
    }
}
