package dev.okx4j.testing.crash;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Kills a trading program at random moments of its 50 orders, or while it clears up after the kill before, and starts it again on
 * the same journal; then compares the journal, the exchange and what the programs said.
 *
 * <p>The exchange runs in this process and is reached over loopback HTTP. Between two programs its clock goes on by some seconds,
 * which stand for the time that a restart takes: what left before the kill has expired by then.
 */
public final class CrashRun {
    private static final String KEY = "PAPERcrash";
    private static final String SECRET = "killed";
    private static final String PASSPHRASE = "again";
    private static final int ORDERS = 50;
    private static final int PATIENCE = 90_000;
    private static final Duration RESTART = Duration.ofSeconds(9);

    private final SplittableRandom random;
    private final Path folder;
    private final PaperExchange exchange;
    private final ShiftedClock clock;
    private final String baseUrl;
    private final List<String> said = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private Duration ahead = Duration.ZERO;
    private int startUp = 1_500;
    private int whileRecovering;

    private CrashRun(long seed, Path folder, PaperExchange exchange, ShiftedClock clock) throws IOException {
        this.random = new SplittableRandom(seed);
        this.folder = folder;
        this.exchange = exchange;
        this.clock = clock;
        this.baseUrl = "http://127.0.0.1:" + exchange.serve(0);
    }

    /**
     * What came out.
     *
     * @param line the figures
     * @param violations what must not be; empty when all is well
     */
    public record Result(String line, List<String> violations) {}

    /** Runs with the number of kills and the seed; ends with 1 when an order was lost, doubled or left unexplained. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Result result = run(Integer.parseInt(args[0]), Long.parseLong(args[1]));
        result.violations().forEach(System.err::println);
        System.out.println(result.line());
        System.exit(result.violations().isEmpty() ? 0 : 1);
    }

    static Result run(int kills, long seed) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("okx4j-crash");
        ShiftedClock clock = new ShiftedClock(Duration.ZERO);
        try (PaperExchange exchange = PaperExchange.builder()
                .clock(clock)
                .key(KEY, SECRET, PASSPHRASE)
                .open()) {
            return new CrashRun(seed, folder, exchange, clock).kills(kills, seed);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Result kills(int kills, long seed) throws IOException, InterruptedException {
        for (int kill = 0; kill < kills; kill++) {
            ChildProcess child = start(kill * ORDERS, ORDERS);
            if (random.nextInt(5) == 0) {
                killAtStart(child);
            } else {
                killAmongOrders(child, kill * ORDERS);
            }
            said.addAll(child.kill());
            ahead = ahead.plus(RESTART);
            clock.setAhead(ahead);
        }
        ChildProcess last = start(kills * ORDERS, 0);
        if (last.awaits("DONE", PATIENCE) == null) {
            problems.add("the last program did not end its recovery: " + errors());
        }
        said.addAll(last.kill());
        CrashCheck check = new CrashCheck();
        try (OkxClient truth = OkxClient.builder()
                .wire(exchange.wire())
                .credentials(exchange.credentials())
                .clock(clock)
                .build()) {
            check.run(folder.resolve("journal"), truth, said);
        }
        problems.addAll(check.violations());
        String line = line(kills, seed, check);
        // Nothing here is refused or left resting, unless the run has worn the account out and no longer tests what it
        // says.
        said.stream()
                .filter(told -> told.matches("(OUT Rejected|OUT NotSent|REMAINS) .*"))
                .forEach(problems::add);
        return new Result(line, problems);
    }

    private String line(int kills, long seed, CrashCheck check) {
        int open = said.stream()
                .filter(line -> line.startsWith("OPEN "))
                .mapToInt(line -> Integer.parseInt(line.substring(5)))
                .sum();
        return "kill -9: " + kills + " kills (" + whileRecovering + " while starting or recovering), " + check.intents()
                + " intents, " + check.orders() + " orders at the exchange, " + open + " found open at a restart: "
                + check.figures() + (problems.size() > check.violations().size() ? ", and a program hung" : "")
                + "; seed " + seed;
    }

    private ChildProcess start(int first, int orders) throws IOException {
        return ChildProcess.start(
                folder.resolve("errors"),
                List.of(
                        baseUrl,
                        KEY,
                        SECRET,
                        PASSPHRASE,
                        folder.resolve("journal").toString(),
                        String.valueOf(first),
                        String.valueOf(orders),
                        String.valueOf(ahead.toMillis())));
    }

    /** Lets it live for about as long as a program needs to start and to recover. */
    private void killAtStart(ChildProcess child) throws InterruptedException {
        whileRecovering++;
        child.awaits("STEP", random.nextInt(startUp));
    }

    /** Lets it begin one of its orders, and kills it up to some milliseconds later. */
    private void killAmongOrders(ChildProcess child, int first) throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (child.awaits("READY", PATIENCE) == null) {
            problems.add("a program did not end its recovery: " + errors());
            return;
        }
        startUp = (int) Math.max(500, (System.nanoTime() - start) / 1_000_000);
        int steps = 1 + random.nextInt(ORDERS);
        for (int i = 0; i < steps; i++) {
            String step = child.awaits("STEP", PATIENCE);
            if (step == null || Integer.parseInt(step.substring(5)) >= first + steps - 1) {
                break;
            }
        }
        Waits.system().sleep(Duration.ofNanos(random.nextInt(6_000_000)));
    }

    private String errors() throws IOException {
        Path errors = folder.resolve("errors");
        return Files.exists(errors) ? Files.readString(errors) : "";
    }
}
