package dev.okx4j.testing.streams;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.stream.AccountTracker;
import dev.okx4j.client.stream.Channels;
import dev.okx4j.client.stream.OrderTracker;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.stream.Streams;
import dev.okx4j.client.stream.Update;
import dev.okx4j.testing.StreamFault;
import dev.okx4j.testing.StreamFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A client that follows many books and an account while everything goes wrong that can, with a disconnect every five seconds; in the
 * end all that it tells must be what the exchange says, and nothing that it ever showed as current may have been untrue.
 */
final class StreamSoak {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration MARKET_STEP = Duration.ofSeconds(10);
    private static final Duration CUT = Duration.ofSeconds(5);
    private static final Duration HEALTH = Duration.ofSeconds(61);

    private final int books;
    private final Duration length;
    private final long seed;

    StreamSoak(int books, Duration length, long seed) {
        this.books = books;
        this.length = length;
        this.seed = seed;
    }

    /**
     * What a soak came to.
     *
     * @param line its figures in one line
     * @param failures what was not so as it must be
     */
    record Result(String line, List<String> failures) {}

    Result run() {
        int hours = (int) (length.toSeconds() * 10 * MARKET_STEP.toSeconds() / 3600) + 1;
        Leaps clock = new Leaps();
        List<String> failures = new ArrayList<>();
        try (ManyMarkets many = new ManyMarkets(books, hours);
                OkxClient client = many.world().clientBuilder().clock(clock).build();
                BookTruth truth = new BookTruth(many.world().paper(), many.instIds());
                WatchedBooks watched = new WatchedBooks(client.stream(), many.instIds(), truth);
                OrderTracker orders = client.stream().orders();
                AccountTracker account = client.stream().account()) {
            StreamWorld world = many.world();
            ToldOrders told = new ToldOrders();
            orders.subscribe(told);
            SlowConsumers slow = new SlowConsumers(client.stream(), many.instIds());
            Until.holds("all is there", () -> watched.areFresh() && told.live());
            TradingLoad load = new TradingLoad(world, many.instIds(), seed);
            rules(world.streams());
            SplittableRandom random = new SplittableRandom(seed);
            long begun = Clock.system().nanos();
            long cut = begun;
            int cuts = 0;
            int steps = 0;
            Burden first = null;
            while (Clock.system().nanos() - begun < length.toNanos()) {
                long step = Clock.system().nanos();
                load.step(MARKET_STEP, steps++ % 2 == 0 ? 2 : 0);
                watched.judge();
                if (step - cut >= CUT.toNanos()) {
                    cut = step;
                    if (random.nextBoolean()) {
                        clock.leap(HEALTH);
                    }
                    world.streams()
                            .now(
                                    random.nextInt(3) == 0 ? "public" : random.nextBoolean() ? "private" : "*",
                                    end(cuts++));
                }
                if (first == null && step - begun > length.toNanos() / 3) {
                    first = Burden.now();
                }
                StreamPause.of(
                        STEP.minusNanos(Math.min(STEP.toNanos(), Clock.system().nanos() - step)));
            }
            int struck = world.streams().seen().size();
            world.streams().clear();
            clock.leap(HEALTH);
            world.streams().now("*", StreamFault.reset());
            AccountTruth rest = new AccountTruth(world);
            settle("books", failures, () -> {
                watched.judge();
                return watched.notThere(world);
            });
            settle(
                    "live trackers",
                    failures,
                    () -> told.live() && account.standing().state() == Standing.State.LIVE
                            ? List.of()
                            : List.of("orders " + orders.standing() + ", account " + account.standing()));
            settle("orders", failures, () -> rest.ordersThatDiffer(orders, told, load.placed()));
            settle("fills", failures, () -> rest.fillsThatDiffer(told));
            settle("holdings", failures, () -> rest.holdingsThatDiffer(account));
            settle("judgement", failures, () -> watched.judge() ? List.of() : List.of("books that nobody knows"));
            failures.addAll(watched.wrong());
            failures.addAll(told.wrong());
            if (truth.failure() != null) {
                failures.add(truth.failure());
            }
            Burden third = first == null ? Burden.now() : first;
            // Threads without work end after some seconds.
            settle("burden", failures, () -> {
                Burden now = Burden.now();
                return now.isAbout(third) ? List.of() : List.of("it grew from " + third + " to " + now);
            });
            Burden last = Burden.now();
            return new Result(
                    String.format(
                            Locale.ROOT,
                            "soak: %d s, %d books, %d cuts, %d faults, %d books judged, %d orders, %d fills, %d interruptions of the"
                                    + " account (%d gaps), %d resyncs, %d slow pushes; %s at a third, %s at the end; %d violations",
                            length.toSeconds(),
                            books,
                            cuts,
                            struck,
                            watched.judged(),
                            load.placed(),
                            told.fills().size(),
                            told.interruptions(),
                            told.gaps(),
                            watched.resyncs(),
                            slow.heard(),
                            third,
                            last,
                            failures.size()),
                    failures);
        }
    }

    /** What goes wrong between the cuts. */
    private void rules(StreamFaults streams) {
        Entropy entropy = Entropy.seeded(seed);
        streams.on("books").oneIn(3_000, entropy).then(StreamFault.muted());
        streams.on("books").oneIn(400, entropy).then(StreamFault.dropped());
        streams.on("books").oneIn(500, entropy).then(StreamFault.duplicated());
        streams.on("books").oneIn(500, entropy).then(StreamFault.reordered());
        streams.on("books").oneIn(2_000, entropy).then(StreamFault.crossedBook());
        streams.on("books").oneIn(2_000, entropy).then(StreamFault.wrongChecksum());
        streams.on("orders").oneIn(60, entropy).then(StreamFault.duplicated());
        streams.on("orders").oneIn(80, entropy).then(StreamFault.delayed(Duration.ofMillis(700)));
        streams.on("orders").oneIn(90, entropy).then(StreamFault.reordered());
        streams.on("orders").oneIn(120, entropy).then(StreamFault.replayed(50));
        streams.on("orders").oneIn(300, entropy).then(StreamFault.dropped());
        streams.on("orders").oneIn(400, entropy).then(StreamFault.muted());
        streams.on("positions").oneIn(100, entropy).then(StreamFault.duplicated());
        streams.on("account").oneIn(100, entropy).then(StreamFault.dropped());
        streams.on("event login").oneIn(5, entropy).then(StreamFault.delayed(Duration.ofSeconds(1)));
        streams.on("connect *").oneIn(6, entropy).then(StreamFault.status(503));
        streams.on("tickers").oneIn(500, entropy).then(StreamFault.unknownField());
    }

    /** How connections end, one way after the other. */
    private static StreamFault end(int number) {
        return switch (number % 8) {
            case 0, 4 -> StreamFault.reset();
            case 1 -> StreamFault.noticed(Duration.ofSeconds(3));
            case 2 -> StreamFault.ended();
            case 3 -> StreamFault.closed(4004, "No data received in 30s");
            case 5 -> StreamFault.outage(Duration.ofSeconds(1));
            case 6 -> StreamFault.blackhole(StreamFault.Way.BOTH);
            default -> StreamFault.closed(1001, "Going away");
        };
    }

    private static void settle(String what, List<String> failures, Supplier<List<String>> differences) {
        try {
            AtomicLong rounds = new AtomicLong();
            List<List<String>> last = new ArrayList<>(List.of(List.of()));
            Until.holds(() -> what + ": " + last.get(0), () -> {
                if (rounds.getAndIncrement() > 0) {
                    StreamPause.of(Duration.ofMillis(200));
                }
                last.set(0, differences.get());
                return last.get(0).isEmpty();
            });
        } catch (AssertionError e) {
            failures.add(String.valueOf(e.getMessage()));
        }
    }

    /** Listeners that take their time. */
    private static final class SlowConsumers {
        private final AtomicLong heard = new AtomicLong();

        SlowConsumers(Streams streams, List<String> instIds) {
            for (String instId : instIds.subList(0, Math.min(10, instIds.size()))) {
                streams.subscribe(Channels.TICKERS.of(instId), (Update<Ticker> update) -> {
                    heard.incrementAndGet();
                    StreamPause.of(Duration.ofSeconds(1));
                });
            }
        }

        long heard() {
            return heard.get();
        }
    }

    public static void main(String[] args) {
        int minutes = Integer.getInteger("soak.minutes", 3);
        long seed = Long.getLong("soak.seed", 1);
        Result result = new StreamSoak(50, Duration.ofMinutes(minutes), seed).run();
        result.failures().forEach(System.out::println);
        System.out.println(result.line());
        System.exit(result.failures().isEmpty() ? 0 : 1);
    }
}
