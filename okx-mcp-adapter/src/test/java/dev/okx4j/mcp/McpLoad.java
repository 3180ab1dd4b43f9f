package dev.okx4j.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Many calls at once over standard input and output, and the proof that none was lost: every id is answered once, and the
 * exchange holds exactly the orders that were confirmed.
 *
 * <p>As a program: {@code mcp-load JAR [CALLS [IN_FLIGHT]]}.
 */
@NullMarked
final class McpLoad {
    private static final int PATIENCE_SECONDS = 60;

    private final ServerProcess server;
    private final LoadScript script;
    private final int calls;
    private final int inFlight;
    private final Semaphore room;
    private final AtomicIntegerArray answers;
    private final long[] sentAt;
    private final long[] tookMicros;
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> surprises = new TreeMap<>();
    private int confirmed;

    private McpLoad(ServerProcess server, LoadScript script, int calls, int inFlight) {
        this.server = server;
        this.script = script;
        this.calls = calls;
        this.inFlight = inFlight;
        this.room = new Semaphore(inFlight);
        this.answers = new AtomicIntegerArray(calls);
        this.sentAt = new long[calls];
        this.tookMicros = new long[calls];
    }

    /** What a run has shown. */
    record Report(
            int calls,
            int inFlight,
            long millis,
            long p50Micros,
            long p99Micros,
            int lost,
            int twice,
            Map<String, Integer> surprises,
            int orders,
            int confirmed,
            Map<String, Integer> refusals,
            int atTheExchange) {

        boolean holds() {
            return lost == 0 && twice == 0 && surprises.isEmpty() && confirmed > 0 && confirmed == atTheExchange;
        }

        String line() {
            return String.format(
                    "%s: %d calls, %d in flight, %.1f s, %d calls/s, p50 %.1f ms, p99 %.1f ms; lost %d, answered twice %d,"
                            + " unexpected %s; orders: %d sent, %d confirmed, refused %s, at the exchange %d",
                    holds() ? "OK" : "VIOLATED",
                    calls,
                    inFlight,
                    millis / 1e3,
                    calls * 1000L / Math.max(millis, 1),
                    p50Micros / 1e3,
                    p99Micros / 1e3,
                    lost,
                    twice,
                    surprises,
                    orders,
                    confirmed,
                    refusals,
                    atTheExchange);
        }
    }

    /** Runs the load against a server that has been greeted, which ends with it, and counts the orders in its home. */
    static Report run(ServerProcess server, Path home, int calls, int inFlight) throws Exception {
        LoadScript script = LoadScript.prepare(server);
        McpLoad load = new McpLoad(server, script, calls, inFlight);
        long start = System.nanoTime();
        load.exchange();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return load.report(millis, PaperOrders.live(home));
    }

    private void exchange() throws Exception {
        Thread reader = new Thread(this::read, "load-reader");
        reader.start();
        for (int number = 0; number < calls; number++) {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                break; // what is missing is counted as lost
            }
            sentAt[number] = System.nanoTime();
            server.send(script.line(number));
        }
        server.endInput();
        reader.join();
    }

    private void read() {
        try {
            for (Answer answer = server.next(); answer != null; answer = server.next()) {
                take(answer);
            }
        } catch (IOException | RuntimeException e) {
            surprises.merge(e.toString(), 1, Integer::sum);
        }
    }

    private void take(Answer answer) {
        String id = answer.id();
        if (id == null || !id.matches("\\d{1,9}") || Integer.parseInt(id) >= calls) {
            surprises.merge("an answer to " + id, 1, Integer::sum);
            return;
        }
        int number = Integer.parseInt(id);
        tookMicros[number] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sentAt[number]);
        answers.incrementAndGet(number);
        judge(number, answer);
        room.release();
    }

    private void judge(int number, Answer answer) {
        boolean rpcError = answer.message().containsKey("error");
        boolean expected = switch (LoadScript.kind(number)) {
            case UNKNOWN_TOOL -> rpcError && answer.errorCode() == -32602;
            case REFUSED_ARGUMENT -> !rpcError && answer.failed();
            case READING -> !rpcError && !answer.failed();
            case ORDER -> !rpcError;
        };
        if (!expected) {
            surprises.merge(LoadScript.kind(number) + " " + answer.message(), 1, Integer::sum);
        } else if (LoadScript.kind(number) == LoadScript.Kind.ORDER) {
            if (answer.failed()) {
                refusals.merge(String.valueOf(answer.tool().get("code")), 1, Integer::sum);
            } else {
                confirmed++;
            }
        }
    }

    private Report report(long millis, int atTheExchange) {
        int lost = 0;
        int twice = 0;
        for (int number = 0; number < calls; number++) {
            lost += answers.get(number) == 0 ? 1 : 0;
            twice += answers.get(number) > 1 ? 1 : 0;
        }
        long[] sorted = tookMicros.clone();
        Arrays.sort(sorted);
        return new Report(
                calls,
                inFlight,
                millis,
                sorted[calls / 2],
                sorted[(int) (calls * 99L / 100)],
                lost,
                twice,
                surprises,
                (calls + 9) / 10,
                confirmed,
                refusals,
                atTheExchange);
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Path jar = Path.of(args[0]);
        int calls = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        int inFlight = args.length > 2 ? Integer.parseInt(args[2]) : 16;
        Path home = Files.createTempDirectory("okx-mcp-load");
        Report report;
        try (ServerProcess server = ServerProcess.startJar(jar, home, "--paper").greeted()) {
            report = run(server, home, calls, inFlight);
        } finally {
            delete(home);
        }
        System.out.println(report.line());
        System.exit(report.holds() ? 0 : 1);
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
