package dev.okx4j.testing.network;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.SignedCalls;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One write of a naive client over a broken line, and what became of it; as a program, all of them and a line of figures.
 *
 * @param tag marks its orders
 * @param done what the client believes
 * @param requests how many requests reached the server
 */
record NaiveRun(Operation operation, Fault fault, String tag, boolean done, int requests) {

    /** What is tried, with the caller's id for the order or without any. */
    enum Operation {
        MARKET_WITH_ID("/api/v5/trade/order", 1),
        MARKET_WITHOUT_ID("/api/v5/trade/order", 1),
        LIMIT_WITH_ID("/api/v5/trade/order", 1),
        LIMIT_WITHOUT_ID("/api/v5/trade/order", 1),
        BATCH_WITH_IDS("/api/v5/trade/batch-orders", 2);

        final String path;
        final int orders;

        Operation(String path, int orders) {
            this.path = path;
            this.orders = orders;
        }

        private Object body(String tag, String near) {
            return switch (this) {
                case MARKET_WITH_ID -> tagged(SignedCalls.market(tag), tag);
                case MARKET_WITHOUT_ID -> withoutId(SignedCalls.market(tag), tag);
                case LIMIT_WITH_ID -> tagged(SignedCalls.limit(near, tag), tag);
                case LIMIT_WITHOUT_ID -> withoutId(SignedCalls.limit(near, tag), tag);
                case BATCH_WITH_IDS ->
                    List.of(
                            tagged(SignedCalls.market(tag + "x"), tag),
                            tagged(SignedCalls.limit("20000", tag + "y"), tag));
            };
        }

        private static Map<String, String> tagged(Map<String, String> order, String tag) {
            Map<String, String> tagged = new HashMap<>(order);
            tagged.put("tag", tag);
            return tagged;
        }

        private static Map<String, String> withoutId(Map<String, String> order, String tag) {
            Map<String, String> tagged = tagged(order, tag);
            tagged.remove("clOrdId");
            return tagged;
        }
    }

    /**
     * What became of the orders of many runs.
     *
     * @param runs how many runs
     * @param doubled orders that the exchange took more often than they were meant
     * @param lost orders that the exchange took while the client told that it had failed
     */
    record Figures(int runs, int doubled, int lost) {
        @Override
        public String toString() {
            return "naive client: " + runs + " writes over broken sockets, " + doubled + " orders doubled, " + lost
                    + " orders taken that it calls failed";
        }
    }

    /** Runs everything once. */
    public static void main(String[] args) throws Exception {
        Clock clock = Clock.system();
        long start = clock.nanos();
        Figures figures = figures();
        System.out.println(
                figures + ", " + Duration.ofNanos(clock.nanos() - start).toSeconds() + " s");
    }

    /** Returns what becomes of every operation under every fault. */
    static Figures figures() throws IOException, InterruptedException {
        try (Exchange exchange = new Exchange()) {
            List<Callable<NaiveRun>> tasks = new ArrayList<>();
            for (Operation operation : Operation.values()) {
                for (Fault fault : SocketFaults.all()) {
                    String tag = "naive" + tasks.size();
                    tasks.add(() -> of(exchange, operation, fault, tag));
                }
            }
            List<NaiveRun> runs = Runs.of(tasks);
            Map<String, Integer> taken = new HashMap<>();
            for (Map<String, @Nullable Object> order : exchange.orders()) {
                taken.merge(String.valueOf(order.get("tag")), 1, Integer::sum);
            }
            int doubled = 0;
            int lost = 0;
            for (NaiveRun run : runs) {
                int orders = taken.getOrDefault(run.tag, 0);
                doubled += Math.max(0, orders - run.operation.orders);
                lost += run.done ? 0 : Math.min(orders, run.operation.orders);
            }
            return new Figures(runs.size(), doubled, lost);
        }
    }

    private static NaiveRun of(Exchange exchange, Operation operation, Fault fault, String tag) throws IOException {
        try (Exchange.Line line = exchange.line();
                NaiveClient client = new NaiveClient(line.server().baseUrl(), exchange.truth())) {
            line.faults().on("POST " + operation.path).nth(1).then(fault);
            String near =
                    new BigDecimal(exchange.last()).subtract(BigDecimal.TEN).toPlainString();
            boolean done = client.write(operation.path, operation.body(tag, near));
            return new NaiveRun(operation, fault, tag, done, line.faults().requests("POST " + operation.path));
        }
    }
}
