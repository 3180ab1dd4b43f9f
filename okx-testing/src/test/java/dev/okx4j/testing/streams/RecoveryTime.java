package dev.okx4j.testing.streams;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.OrderTracker;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.testing.StreamFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long it takes from the network's return until every book and the orders are the exchange's again: cut after cut, each after what
 * the client takes for a minute of health.
 */
final class RecoveryTime {
    private static final int BOOKS = 10;
    private static final Duration HEALTH = Duration.ofSeconds(61);
    private static final long TARGET_MILLIS = 3_000;

    private RecoveryTime() {}

    /**
     * What the cuts came to.
     *
     * @param line the figures in one line
     * @param holds whether the 99th of a hundred was there within three seconds
     */
    record Result(String line, boolean holds) {}

    static Result run(int cuts, long seed) {
        Leaps clock = new Leaps();
        SplittableRandom random = new SplittableRandom(seed);
        try (ManyMarkets many = new ManyMarkets(BOOKS, 20);
                OkxClient client = many.world().clientBuilder().clock(clock).build();
                BookTruth truth = new BookTruth(many.world().paper(), many.instIds());
                WatchedBooks watched = new WatchedBooks(client.stream(), many.instIds(), truth);
                OrderTracker orders = client.stream().orders()) {
            Until.holds("all is there", () -> watched.areFresh() && isLive(orders));
            long[] nanos = new long[cuts];
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < cuts; i++) {
                clock.leap(HEALTH);
                long back = cut(many.world(), random, i % 3);
                String instId = many.instIds().get(i % BOOKS);
                String id = many.world().rest(instId);
                many.world().run(Duration.ofSeconds(20));
                ids.add(id);
                Until.holds(
                        () -> "recovery, but orders are " + orders.standing() + " and the books "
                                + watched.notThere(many.world()),
                        () -> isLive(orders) && orders.order(instId, id) != null && watched.areNewest());
                nanos[i] = Clock.system().nanos() - back;
                watched.judge();
                if (ids.size() > 20) {
                    many.world().cancel(many.instIds().get((i - 20) % BOOKS), ids.remove(0));
                }
            }
            Until.holds("all is judged", watched::judge);
            Arrays.sort(nanos);
            long p99 = nanos[Math.min(cuts - 1, cuts * 99 / 100)] / 1_000_000;
            return new Result(
                    String.format(
                            Locale.ROOT,
                            "recovery: %d cuts, %d books and the orders there again after p50 %d ms, p99 %d ms, at most %d ms; %d untrue books",
                            cuts,
                            BOOKS,
                            nanos[cuts / 2] / 1_000_000,
                            p99,
                            nanos[cuts - 1] / 1_000_000,
                            watched.wrong().size()),
                    p99 < TARGET_MILLIS && watched.wrong().isEmpty());
        }
    }

    /** Ends every connection, by a reset, by an end or by a short time without any network, and returns when the network is back. */
    private static long cut(StreamWorld world, SplittableRandom random, int kind) {
        if (kind == 2) {
            world.streams().down();
            StreamPause.of(Duration.ofMillis(random.nextInt(50, 400)));
            world.streams().up();
        } else {
            world.streams().now("*", kind == 0 ? StreamFault.reset() : StreamFault.ended());
        }
        return Clock.system().nanos();
    }

    private static boolean isLive(OrderTracker orders) {
        return orders.standing().state() == Standing.State.LIVE;
    }

    public static void main(String[] args) {
        Result result = run(args.length > 0 ? Integer.parseInt(args[0]) : 200, 1);
        System.out.println(result.line());
        System.exit(result.holds() ? 0 : 1);
    }
}
