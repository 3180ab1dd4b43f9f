package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.market.BookLevel;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.book.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OrderBookReadersTest {
    private static final int PUSHES = 5_000;
    private static final int READERS = 3;

    private record Sides(List<BookLevel> bids, List<BookLevel> asks) {}

    @Test
    void now_whileAnotherThreadWrites_isAlwaysAWholeBookOfTheExchange()
            throws InterruptedException, ExecutionException {
        FakeSource source = new FakeSource();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        Map<Instant, Sides> history = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(READERS);
        World world = new World(new Random(31), 40);
        try (OrderBook book = new OrderBook(source, "BTC-USDT", Depth.BOOKS, Clock.system(), threads, () -> false)) {
            source.live();
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(() -> read(book, history, over, reading)));
            }
            reading.await();
            for (int i = 0; i < PUSHES; i++) {
                String push = i % 500 == 0 ? world.snapshot() : world.change();
                history.put(Instant.ofEpochMilli(world.ts()), new Sides(world.bids(), world.asks()));
                source.push(push);
            }
            over.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            assertThat(book.now().bids()).isEqualTo(world.bids());
            assertThat(book.resyncs()).isZero();
        } finally {
            threads.shutdown();
        }
    }

    /** Returns how many views were compared; the last is one from after the last push. */
    private static int read(OrderBook book, Map<Instant, Sides> history, AtomicBoolean over, CountDownLatch reading) {
        long version = 0;
        int compared = 0;
        boolean last;
        reading.countDown();
        do {
            last = over.get();
            BookView view = book.now();
            assertThat(view.version()).isGreaterThanOrEqualTo(version);
            version = view.version();
            if (!view.stale()) {
                assertThat(new Sides(view.bids(), view.asks())).isEqualTo(history.get(view.ts()));
                compared++;
            }
        } while (!last);
        return compared;
    }
}
