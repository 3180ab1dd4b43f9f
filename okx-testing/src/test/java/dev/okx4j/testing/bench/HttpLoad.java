package dev.okx4j.testing.bench;

import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limit orders placed and cancelled over HTTP on loopback by clients that wait for each answer; the account is in memory. */
final class HttpLoad {
    private static final Pattern ORD_ID = Pattern.compile("\"ordId\":\"(\\d+)\"");
    private static final String ORDER =
            "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"limit\",\"sz\":\"0.1\",\"px\":\"61000\"}";

    private HttpLoad() {}

    static void run(int threads, int seconds) throws IOException, InterruptedException {
        try (PaperExchange exchange = PaperExchange.builder()
                .key(SignedHttp.KEY, SignedHttp.SECRET, SignedHttp.PASSPHRASE)
                .clock(new QuickClock())
                .open()) {
            SignedHttp http = new SignedHttp(exchange.serve(0));
            measure(http, threads, 2, new ConcurrentLinkedQueue<>());
            ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
            double spent = measure(http, threads, seconds, times);
            List<Long> sorted = new ArrayList<>(times);
            Collections.sort(sorted);
            PaperBench.print(
                    "http: %d clients, %.0f orders a second (each cancelled by a second call), an order's answer p50 %.2f ms, p99 %.2f ms",
                    threads,
                    sorted.size() / spent,
                    sorted.get(sorted.size() / 2) / 1e6,
                    sorted.get((int) (sorted.size() * 0.99)) / 1e6);
        }
    }

    /** Lets the clients go for a while, notes the nanoseconds of each order, and returns the seconds that it took. */
    private static double measure(SignedHttp http, int threads, int seconds, ConcurrentLinkedQueue<Long> times)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        AtomicInteger failed = new AtomicInteger();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread client = new Thread(() -> {
                try {
                    while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
                        times.add(once(http));
                    }
                } catch (IOException | InterruptedException e) {
                    failed.incrementAndGet();
                }
            });
            client.start();
            clients.add(client);
        }
        for (Thread client : clients) {
            client.join();
        }
        if (failed.get() > 0) {
            throw new IOException(failed + " clients failed");
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long once(SignedHttp http) throws IOException, InterruptedException {
        long from = System.nanoTime();
        String answer = http.post("/api/v5/trade/order", ORDER);
        long took = System.nanoTime() - from;
        Matcher ordId = ORD_ID.matcher(answer);
        if (!ordId.find()) {
            throw new IOException("No order id in " + answer);
        }
        http.post("/api/v5/trade/cancel-order", "{\"instId\":\"BTC-USDT-SWAP\",\"ordId\":\"" + ordId.group(1) + "\"}");
        return took;
    }
}
