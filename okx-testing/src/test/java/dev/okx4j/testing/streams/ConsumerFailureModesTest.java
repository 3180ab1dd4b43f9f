package dev.okx4j.testing.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.stream.Channels;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.stream.StreamListener;
import dev.okx4j.client.stream.Subscription;
import dev.okx4j.client.stream.Update;
import dev.okx4j.client.trade.Order;
import dev.okx4j.testing.StreamFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows D18 to D20 and D22 to D24 of the failure modes: slow and broken consumers, strange frames, many threads, revoked keys. */
class ConsumerFailureModesTest {
    private static final String BTC = Stage.BTC;

    @Test
    void d18_slowConsumer_getsTheNewestQuote_andHoldsNobodyUp() throws InterruptedException {
        try (Stage stage = new Stage(1)) {
            CountDownLatch goOn = new CountDownLatch(1);
            Heard<Ticker> slow = new Heard<>();
            stage.stream().subscribe(Channels.TICKERS.of(BTC), new StreamListener<>() {
                @Override
                public void onUpdate(Update<Ticker> update) {
                    await(goOn);
                    slow.onUpdate(update);
                }
            });
            Heard<Ticker> quick = stage.hear(Channels.TICKERS.of(BTC)).live();
            for (int i = 0; i < 50; i++) {
                stage.move();
                stage.time.pass(Duration.ofMillis(105));
            }
            Until.holds("the quick one has heard many", () -> quick.rows().size() >= 10);

            goOn.countDown();

            Ticker newest = quick.rows().get(quick.rows().size() - 1);
            Until.holds("the slow one has the newest", () -> slow.has(newest::equals));
            assertThat(slow.rows()).hasSizeLessThan(quick.rows().size());
        }
    }

    @Test
    void d18_slowConsumerOfOrders_missesNone() {
        try (Stage stage = new Stage(1)) {
            CountDownLatch goOn = new CountDownLatch(1);
            Heard<Order> slow = new Heard<>();
            stage.stream().subscribe(Stage.ORDERS, new StreamListener<>() {
                @Override
                public void onUpdate(Update<Order> update) {
                    await(goOn);
                    slow.onUpdate(update);
                }
            });
            Heard<Order> quick = stage.hear(Stage.ORDERS).live();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                ids.add(stage.world.fill(BTC, i % 2 == 0 ? "buy" : "sell"));
            }
            Until.holds(
                    "the quick one has heard all",
                    () -> quick.has(order -> order.ordId().equals(ids.get(299))));

            goOn.countDown();

            Until.holds(
                    "the slow one hears all",
                    () -> slow.rows().size() == quick.rows().size());
            assertThat(slow.rows()).isEqualTo(quick.rows());
        }
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("1-byte frames", StreamFault.fragmented(1), false),
                Arguments.of("fragments", StreamFault.fragmented(40), false),
                Arguments.of("binary", StreamFault.binary(), true),
                Arguments.of("invalid UTF-8", StreamFault.invalidUtf8(), true),
                Arguments.of("3 MB", StreamFault.huge(3 << 20), false),
                Arguments.of("6 MB", StreamFault.huge(6 << 20), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void d19_strangeFrames_areReadWhole_orTheConnectionIsMadeAnew(String name, StreamFault fault, boolean mayBreak) {
        try (Stage stage = new Stage(1);
                var book = stage.stream().book(BTC)) {
            Stage.fresh(book);
            Heard<Ticker> tickers = stage.hear(Channels.TICKERS.of(BTC)).live();
            stage.on("books").nth(1).then(fault);
            stage.on("tickers").nth(1).then(fault);

            stage.moveUntil(
                    "all faults have happened",
                    () -> stage.world.streams().seen().size() == 2);
            stage.moveUntil(
                    "tickers go on",
                    () -> tickers.isNow(Standing.State.LIVE) && tickers.rows().size() > 2);

            Until.holds("the book is the exchange's", () -> stage.world.isBookOf(BTC, book.now()));
            if (!mayBreak) {
                assertThat(tickers.count(Standing.State.STALE)).isZero();
                assertThat(stage.world.streams().attempts()).isOne();
            }
        }
    }

    @Test
    void d20_sixteenThreadsThatSubscribe_loseNothing() throws Exception {
        try (ManyMarkets many = new ManyMarkets(20, 1)) {
            ExecutorService threads = Executors.newFixedThreadPool(16);
            List<Future<Heard<Ticker>>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String instId = many.instIds().get(i % 20);
                boolean leaves = i % 3 == 0;
                all.add(threads.submit(() -> {
                    Heard<Ticker> heard = new Heard<>();
                    Subscription<Ticker> subscription =
                            many.client().stream().subscribe(Channels.TICKERS.of(instId), heard);
                    if (leaves) {
                        subscription.close();
                        heard = new Heard<>();
                        many.client().stream().subscribe(Channels.TICKERS.of(instId), heard);
                    }
                    return heard;
                }));
            }
            for (Future<Heard<Ticker>> one : all) {
                one.get(30, TimeUnit.SECONDS).live();
            }
            threads.shutdown();
            int[] before = new int[all.size()];
            for (int i = 0; i < before.length; i++) {
                before[i] = all.get(i).get().rows().size();
            }
            many.world().run(Duration.ofMinutes(2));
            for (int i = 0; i < before.length; i++) {
                Heard<Ticker> heard = all.get(i).get();
                int had = before[i];
                Until.holds("a push for each", () -> heard.rows().size() > had);
            }
        }
    }

    @Test
    void d22_unknownEventsChannelsAndFields_areNoReasonToStop() {
        try (Stage stage = new Stage(1);
                var book = stage.stream().book(BTC)) {
            Stage.fresh(book);
            Heard<Ticker> tickers = stage.hear(Channels.TICKERS.of(BTC)).live();
            stage.on("tickers").nth(1).then(StreamFault.unknownEvent());
            stage.on("tickers").nth(2).then(StreamFault.unknownChannel());
            stage.on("tickers").nth(3).then(StreamFault.unknownField());
            stage.on("tickers").nth(4).then(StreamFault.says("{\"neither\":\"event\",\"nor\":[\"push\"]}"));
            stage.on("tickers").nth(5).then(StreamFault.says("[1, \"a list\"]"));
            stage.on("books").nth(2).then(StreamFault.unknownField());
            int before = tickers.rows().size();

            stage.moveUntil(
                    "all of it has happened", () -> stage.world.streams().seen().size() == 6);
            stage.moveUntil("tickers go on", () -> tickers.rows().size() >= before + 6);

            assertThat(tickers.count(Standing.State.STALE)).isZero();
            assertThat(book.resyncs()).isZero();
            assertThat(stage.world.streams().attempts()).isOne();
        }
    }

    @Test
    void d23_listenerThatThrows_harmsItselfAlone_andIsUnsubscribedInTheEnd() {
        try (Stage stage = new Stage(1)) {
            AtomicInteger calls = new AtomicInteger();
            stage.stream().subscribe(Stage.ORDERS, update -> {
                calls.incrementAndGet();
                throw new IllegalStateException("a bug of the user's");
            });
            Heard<Order> well = stage.hear(Stage.ORDERS).live();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                ids.add(stage.world.fill(BTC, i % 2 == 0 ? "buy" : "sell"));
            }

            Until.holds(
                    "the other hears all", () -> well.has(order -> order.ordId().equals(ids.get(149))));

            assertThat(calls.get()).isEqualTo(100);
            assertThat(well.count(Standing.State.STALE)).isZero();
        }
    }

    @Test
    void d24_revokedKey_endsAllThatNeedsIt_andIsNotTriedAgain() {
        try (Stage stage = new Stage(20)) {
            Heard<Order> orders = stage.hear(Stage.ORDERS).live();
            Heard<Ticker> tickers = stage.hear(Channels.TICKERS.of(BTC)).live();
            int before = stage.world.streams().attempts();

            stage.world.streams().now("private", StreamFault.closed(4007, "API key has been updated or deleted"));
            orders.ended();

            assertThat(orders.standings().get(orders.standings().size() - 1).cause())
                    .isInstanceOf(AuthenticationException.class);
            stage.time.pass(Duration.ofMinutes(1));
            assertThat(stage.world.streams().attempts()).isEqualTo(before);
            assertThat(tickers.isNow(Standing.State.LIVE)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
