package dev.okx4j.testing.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Measures how fast the paper exchange is: commands a second in process, orders a second over HTTP, pushes a second over WebSocket, a
 * month of minutes replayed, and the memory that a million orders take.
 *
 * <p>Usage: {@code PaperBench [SECONDS [ORDERS]]}; 5 seconds a rate, and 1,000,000 orders for the memory, by default.
 */
public final class PaperBench {
    private PaperBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int orders = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        EngineLoad.run(seconds);
        for (int threads : List.of(1, 8)) {
            HttpLoad.run(threads, seconds);
        }
        for (int subscribers : List.of(1, 10, 100)) {
            StreamLoad.run(subscribers, seconds);
        }
        MonthReplay.run();
        EngineLoad.memory(orders);
    }

    static void print(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
