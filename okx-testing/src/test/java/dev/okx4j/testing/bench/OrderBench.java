package dev.okx4j.testing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.intent.FileJournal;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Measures what the safety of an order costs: how long from the call until a server on this machine has the order, and how many
 * orders a second the journal takes, each with the disk waited for and without.
 *
 * <p>Usage: {@code OrderBench [ROUNDS [SECONDS]]}; 20 rounds of 50 orders, and 3 seconds a rate, by default.
 */
public final class OrderBench {
    private static final int A_ROUND = 50;
    private static final int WARM_UP = 6;
    /** OKX takes 1,000 new orders in two seconds from one account; a client that has sent so many gives way to a new one. */
    private static final int BEFORE_THE_CAP = 900;

    private final Path folder;
    private final AtomicInteger instruments = new AtomicInteger();

    private OrderBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-orders");
        try {
            OrderBench bench = new OrderBench(folder);
            bench.latency(rounds);
            bench.rates(seconds);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private FileJournal journal(String name, CountingDisk disk) throws IOException {
        return FileJournal.open(disk, folder.resolve(name));
    }

    private static OkxClientBuilder client(IntentJournal journal) {
        return OkxClient.builder()
                .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
                .gate(WriteGate.open())
                .journal(journal)
                .limiter(new Limiter());
    }

    /** Returns an order in an instrument of its own, so that no limit per instrument is met. */
    private PlaceOrderRequest order() {
        return PlaceOrderRequest.builder()
                .instId("I" + instruments.incrementAndGet() + "-USDT")
                .tdMode(TdMode.cash)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .sz(new BigDecimal("0.01"))
                .px(new BigDecimal("20000.1"))
                .build();
    }

    private void latency(int rounds) throws IOException {
        try (AckServer server = new AckServer();
                FileJournal synced = journal("synced", new CountingDisk(true));
                FileJournal unsynced = journal("unsynced", new CountingDisk(false))) {
            Map<String, IntentJournal> journals = new LinkedHashMap<>();
            journals.put("file, fsync", synced);
            journals.put("file, no fsync", unsynced);
            journals.put("memory", IntentJournal.inMemory());
            Map<String, List<long[]>> times = new LinkedHashMap<>();
            for (int round = -WARM_UP; round < rounds; round++) {
                for (Map.Entry<String, IntentJournal> each : journals.entrySet()) {
                    List<long[]> measured = round(server, each.getValue());
                    if (round >= 0) {
                        times.computeIfAbsent(each.getKey(), none -> new ArrayList<>())
                                .addAll(measured);
                    }
                }
            }
            print("| journal | until the server has it, p50 | p99 | until the answer is back, p50 | p99 |");
            print("|---|---|---|---|---|");
            times.forEach((name, all) -> print("| " + name + " | " + millis(all, 0, 50) + " | " + millis(all, 0, 99)
                    + " | " + millis(all, 1, 50) + " | " + millis(all, 1, 99) + " |"));
        }
    }

    /** Returns, for each order, the nanoseconds until it arrived and until its answer was back. */
    private List<long[]> round(AckServer server, IntentJournal journal) {
        List<long[]> times = new ArrayList<>();
        try (OkxClient okx = client(journal).baseUrl(server.baseUrl()).build()) {
            for (int i = 0; i <= A_ROUND; i++) {
                PlaceOrderRequest order = order();
                long start = System.nanoTime();
                Outcome<?> outcome = okx.trade().placeOrder(order);
                long end = System.nanoTime();
                if (!(outcome instanceof Outcome.Confirmed)) {
                    throw new IllegalStateException(outcome.toString());
                }
                if (i > 0) { // the first connects, and asks for the time
                    times.add(new long[] {server.arrived() - start, end - start});
                }
            }
        }
        return times;
    }

    private static String millis(List<long[]> times, int which, int percentile) {
        long[] sorted = times.stream().mapToLong(each -> each[which]).sorted().toArray();
        return String.format(Locale.ROOT, "%.2f ms", sorted[(sorted.length - 1) * percentile / 100] / 1e6);
    }

    /** One thread's work: an order, again and again. */
    private interface Worker {
        void placeOne() throws IOException;
    }

    /** Makes a worker for each thread. */
    private interface Workers {
        Worker worker(FileJournal journal);
    }

    private void rates(int seconds) throws IOException, InterruptedException {
        print("");
        print("| orders a second, by threads | 1 | 16 | 64 | 64 to 1 | orders an fsync at 64 |");
        print("|---|---|---|---|---|---|");
        rates("journal alone, fsync", true, seconds, OrderBench::journalOnly);
        rates("journal alone, no fsync", false, seconds, OrderBench::journalOnly);
        rates("whole order, answered in process, fsync", true, seconds, this::wholeOrder);
        rates("whole order, answered in process, no fsync", false, seconds, this::wholeOrder);
    }

    private void rates(String name, boolean fsync, int seconds, Workers workers)
            throws IOException, InterruptedException {
        StringBuilder row = new StringBuilder("| " + name);
        long[] rates = new long[3];
        String shared = "";
        int[] threads = {1, 16, 64};
        for (int i = 0; i < threads.length; i++) {
            CountingDisk disk = new CountingDisk(fsync);
            try (FileJournal journal = journal(name.replaceAll("\\W", "") + threads[i], disk)) {
                run(journal, threads[i], 1, workers);
                long before = disk.syncs();
                long orders = run(journal, threads[i], seconds, workers);
                rates[i] = orders / seconds;
                shared = String.format(Locale.ROOT, "%.1f", (double) orders / Math.max(1, disk.syncs() - before));
            }
            row.append(" | ").append(rates[i]);
        }
        print(row + String.format(Locale.ROOT, " | %.1f | %s |", (double) rates[2] / rates[0], shared));
    }

    private static long run(FileJournal journal, int threads, int seconds, Workers workers)
            throws InterruptedException {
        AtomicLong orders = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> running = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                Worker worker = workers.worker(journal);
                try {
                    while (System.nanoTime() < end) {
                        worker.placeOne();
                        orders.incrementAndGet();
                    }
                } catch (IOException | RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
            running.add(thread);
            thread.start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.get(0));
        }
        return orders.get();
    }

    private static Worker journalOnly(FileJournal journal) {
        String thread = Long.toString(Thread.currentThread().getId(), 36);
        int[] next = {0};
        return () -> {
            String id = thread + "x" + next[0]++;
            WriteIntent intent = new WriteIntent(
                    id,
                    WriteIntent.Kind.PLACE,
                    "/api/v5/trade/order",
                    id,
                    Map.of("instId", "BTC-USDT", "tdMode", "cash", "side", "buy", "px", "20000.1", "sz", "0.01"),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    1);
            journal.intents(List.of(intent));
            journal.outcome(intent, new Outcome.Confirmed<>("1", id));
        };
    }

    private Worker wholeOrder(FileJournal journal) {
        OkxClient[] okx = new OkxClient[1];
        int[] sent = {0};
        return () -> {
            if (sent[0]++ % BEFORE_THE_CAP == 0) {
                okx[0] = client(new Shared(journal))
                        .recoverInBackground(false)
                        .wire(request -> new WireResponse(
                                200,
                                Map.of("content-type", "application/json"),
                                AckServer.answer(new String(request.body(), UTF_8))
                                        .getBytes(UTF_8)))
                        .build();
            }
            Outcome<?> outcome = okx[0].trade().placeOrder(order());
            if (!(outcome instanceof Outcome.Confirmed)) {
                throw new IllegalStateException(outcome.toString());
            }
        };
    }

    /** A journal that several clients of this process write to: none of them clears up what the others have under way. */
    private record Shared(FileJournal journal) implements IntentJournal {
        @Override
        public void intents(List<WriteIntent> intents) throws IOException {
            journal.intents(intents);
        }

        @Override
        public void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException {
            journal.outcome(intent, outcome);
        }

        @Override
        public List<Open> open() {
            return List.of();
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
