package dev.okx4j.testing.streams;

import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.Channels;
import dev.okx4j.testing.StreamFault;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** What streams cost on one machine: the time from a push to the listener on loopback, and a hundred books beside each other. */
final class StreamCost {
    private static final String PUSH =
            "{\"arg\":{\"channel\":\"tickers\",\"instId\":\"BTC-USDT-SWAP\"},\"data\":[{\"instType\":\"SWAP\",\"instId\":"
                    + "\"BTC-USDT-SWAP\",\"last\":\"64730.1\",\"lastSz\":\"0.1\",\"askPx\":\"64730.1\",\"askSz\":\"11\",\"bidPx\":\"64730\",\"bidSz\":\"5\","
                    + "\"open24h\":\"63000\",\"high24h\":\"65000\",\"low24h\":\"62000\",\"sodUtc0\":\"63000\",\"sodUtc8\":\"63000\",\"volCcy24h\":\"%d\","
                    + "\"vol24h\":\"222.22\",\"ts\":\"1787000000000\"}]}";

    private StreamCost() {}

    /** Sends pushes that carry the moment of their sending through a socket, and measures when their listener hears them. */
    static String latency(int pushes) {
        try (Stage stage = new Stage(1)) {
            AtomicLongArray nanos = new AtomicLongArray(pushes);
            AtomicInteger heard = new AtomicInteger();
            Heard<Ticker> tickers =
                    stage.hear(Channels.TICKERS.of("BTC-USDT-SWAP")).live();
            Until.holds("the first ticker", () -> !tickers.rows().isEmpty());
            stage.stream().subscribe(Channels.TICKERS.of("BTC-USDT-SWAP"), update -> {
                BigDecimal sent = update.rows().get(0).volCcy24h();
                if (sent != null && sent.scale() == 0 && heard.get() < pushes) {
                    nanos.set(heard.getAndIncrement(), System.nanoTime() - sent.longValue());
                }
            });
            for (int i = 0; i < 3 * pushes && heard.get() < pushes; i++) {
                // A thousand a second, so that none waits behind another.
                LockSupport.parkNanos(1_000_000);
                stage.world
                        .streams()
                        .now("public", StreamFault.says(String.format(Locale.ROOT, PUSH, System.nanoTime())));
            }
            Until.holds("all is heard", () -> heard.get() >= pushes);
            long[] sorted = new long[pushes];
            for (int i = 0; i < pushes; i++) {
                sorted[i] = nanos.get(i);
            }
            // The first pushes warm the code up.
            long[] warm = Arrays.copyOfRange(sorted, pushes / 2, pushes);
            Arrays.sort(warm);
            return String.format(
                    Locale.ROOT,
                    "push to listener over loopback: p50 %.0f us, p99 %.0f us, %d pushes",
                    warm[warm.length / 2] / 1e3,
                    warm[warm.length * 99 / 100] / 1e3,
                    warm.length);
        }
    }

    /** Follows the books of a hundred instruments that all move ten times a second, and measures what the process uses besides the exchange. */
    static String hundredBooks(int seconds) {
        try (ManyMarkets many = new ManyMarkets(100, 4)) {
            long[] alone = moved(many, seconds);
            Burden without = Burden.now();
            try (BookTruth truth = new BookTruth(many.world().paper(), many.instIds());
                    WatchedFreshness books = new WatchedFreshness(many.client().stream(), many.instIds())) {
                Until.holds("all are fresh", books::areFresh);
                long changes = books.changes();
                long[] with = moved(many, seconds);
                Until.holds("every book is the newest", () -> books.areNewest(truth));
                Burden all = Burden.now();
                return String.format(
                        Locale.ROOT,
                        "100 books: %.0f changes a second, %.0f %% of a core with exchange and proxy (%.0f %% before anybody subscribed),"
                                + " heap %s (%s before), all the exchange's newest at the end",
                        (books.changes() - changes) / (with[1] / 1e9),
                        100.0 * with[0] / with[1],
                        100.0 * alone[0] / alone[1],
                        all,
                        without);
            }
        }
    }

    /** Moves all markets, and returns processor time and wall time. */
    private static long[] moved(ManyMarkets many, int seconds) {
        Clock clock = Clock.system();
        com.sun.management.OperatingSystemMXBean system =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long begun = clock.nanos();
        while (clock.nanos() - begun < seconds * 1_000_000_000L) {
            long step = clock.nanos();
            many.world().run(Duration.ofSeconds(10));
            StreamPause.of(Duration.ofNanos(Math.max(0, 100_000_000L - (clock.nanos() - step))));
        }
        return new long[] {system.getProcessCpuTime() - cpu, clock.nanos() - begun};
    }

    public static void main(String[] args) {
        System.out.println(args.length > 0 && args[0].equals("machine") ? hundredBooks(20) : latency(20_000));
        System.exit(0);
    }
}
