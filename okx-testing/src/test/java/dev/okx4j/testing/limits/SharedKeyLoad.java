package dev.okx4j.testing.limits;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.BlockedException;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.internal.http.BaseUrl;
import dev.okx4j.client.internal.http.OkHttpWire;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several processes with one key, each asking for the balance as fast as it may, against one paper exchange that counts as OKX does.
 *
 * <pre>SharedKeyLoad PROCESSES SECONDS [FOLDER]</pre>
 *
 * <p>With a folder the processes divide the limit by the locks in it; without one, they know nothing of each other and feel their
 * way by OKX's complaints. Prints one line of figures.
 */
final class SharedKeyLoad {
    private static final int THREADS = 2;

    private SharedKeyLoad() {}

    public static void main(String[] args) throws Exception {
        if (args[0].equals("child")) {
            child(
                    args[1],
                    Credentials.of(args[2], args[3], args[4]),
                    Duration.ofSeconds(Long.parseLong(args[5])),
                    args[6]);
            return;
        }
        int processes = Integer.parseInt(args[0]);
        Figures figures = run(processes, Duration.ofSeconds(Long.parseLong(args[1])), args.length > 2 ? args[2] : "");
        System.out.printf(
                "%d processes, %s: %d calls, %d succeeded (%d.%02d %%), %d complaints, %d blocked%n",
                processes,
                args.length > 2 ? "a shared folder" : "each for itself",
                figures.calls(),
                figures.succeeded(),
                figures.succeeded() * 100 / figures.calls(),
                figures.succeeded() * 10_000 / figures.calls() % 100,
                figures.complaints(),
                figures.blocked());
        if (figures.succeeded() * 100 < figures.calls() * 95 || figures.blocked() > 0) {
            System.exit(1);
        }
    }

    /**
     * What happened.
     *
     * @param calls how many calls the programs made
     * @param succeeded how many of them returned a balance
     * @param complaints how often the exchange answered that calls come too fast
     * @param blocked how many calls were not sent because the exchange had shut its door
     */
    record Figures(long calls, long succeeded, long complaints, long blocked) {
        Figures plus(Figures other) {
            return new Figures(
                    calls + other.calls,
                    succeeded + other.succeeded,
                    complaints + other.complaints,
                    blocked + other.blocked);
        }
    }

    /** Returns the figures of all processes together. */
    static Figures run(int processes, Duration time, String folder) throws IOException, InterruptedException {
        try (PaperExchange exchange =
                PaperExchange.builder().key("shared", "secret", "phrase").open()) {
            String url = "http://127.0.0.1:" + exchange.serve(0);
            List<Process> children = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                children.add(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SharedKeyLoad.class.getName(),
                                "child",
                                url,
                                "shared",
                                "secret",
                                "phrase",
                                Long.toString(time.toSeconds()),
                                folder)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
            }
            Figures all = new Figures(0, 0, 0, 0);
            for (Process child : children) {
                String line = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (child.waitFor() != 0) {
                    throw new IOException("A process failed: " + line);
                }
                String[] numbers = line.split(" ", -1);
                all = all.plus(new Figures(
                        Long.parseLong(numbers[0]),
                        Long.parseLong(numbers[1]),
                        Long.parseLong(numbers[2]),
                        Long.parseLong(numbers[3])));
            }
            return all;
        }
    }

    private static void child(String url, Credentials key, Duration time, String folder)
            throws IOException, InterruptedException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger succeeded = new AtomicInteger();
        AtomicInteger complaints = new AtomicInteger();
        AtomicInteger blocked = new AtomicInteger();
        OkHttpWire http = new OkHttpWire(BaseUrl.of(url));
        OkxClient okx = OkxClient.builder()
                .baseUrl(url)
                .wire(request -> {
                    var response = http.exchange(request);
                    if (new String(response.body(), StandardCharsets.UTF_8).contains("50011")) {
                        complaints.incrementAndGet();
                    }
                    return response;
                })
                .credentials(key)
                .limiter(folder.isEmpty() ? new Limiter() : Limiter.sharedThrough(Path.of(folder)))
                .build();
        long end = System.nanoTime() + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    calls.incrementAndGet();
                    try {
                        okx.account().balance();
                        succeeded.incrementAndGet();
                    } catch (BlockedException e) {
                        blocked.incrementAndGet();
                    } catch (OkxException e) {
                        // Counted by not being counted as a success.
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(calls + " " + succeeded + " " + complaints + " " + blocked);
        System.exit(0);
    }
}
