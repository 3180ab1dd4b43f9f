package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.stream.AccountTracker;
import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.Channels;
import dev.okx4j.client.stream.OrderBook;
import dev.okx4j.client.stream.OrderRoute;
import dev.okx4j.client.stream.OrderTracker;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.stream.StreamWire;
import dev.okx4j.client.stream.Update;
import dev.okx4j.client.stream.Updates;
import dev.okx4j.client.stream.Watch;
import dev.okx4j.client.stream.Window;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.MassCancelAck;
import dev.okx4j.client.trade.MassCancelRequest;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of the client on the paper exchange, over sockets and in this process. */
@NullUnmarked
class StreamingTest {
    private static final String SWAP = "NVDA-USDT-SWAP";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PaperExchange paper;
    private OkxClient okx;

    private void open(boolean sockets, OrderRoute route) throws IOException {
        paper = PaperExchange.open();
        connect(sockets, route);
    }

    private void connect(boolean sockets, OrderRoute route) throws IOException {
        OkxClientBuilder builder = OkxClient.builder()
                .credentials(paper.credentials())
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .orderRoute(route);
        okx = (sockets
                        ? builder.baseUrl("http://127.0.0.1:" + paper.serve(0))
                        : builder.wire(paper.wire()).streamWire(StreamWire.through(paper.webSockets())))
                .build();
    }

    @AfterEach
    void close() throws IOException {
        okx.close();
        paper.close();
    }

    private static PlaceOrderRequest order(String clOrdId, OrdType type, String px) {
        return PlaceOrderRequest.builder()
                .instId(SWAP)
                .tdMode(TdMode.cross)
                .side(Side.buy)
                .ordType(type)
                .sz(BigDecimal.ONE)
                .px(px == null ? null : new BigDecimal(px))
                .clOrdId(clOrdId)
                .build();
    }

    @ParameterizedTest(name = "sockets {0}")
    @ValueSource(booleans = {true, false})
    void tickers_areTold_taken_andWatched(boolean sockets) throws Exception {
        open(sockets, OrderRoute.REST);
        BlockingQueue<Ticker> told = new LinkedBlockingQueue<>();
        try (var listener = okx.stream().subscribe(Channels.TICKERS.of(SWAP), update -> told.addAll(update.rows()));
                Updates<Ticker> taken = okx.stream().subscribe(Channels.TICKERS.of(SWAP));
                Watch<Ticker> watch = okx.stream().watch(Channels.TICKERS.of(SWAP))) {
            Ticker first = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Update<Ticker> update = taken.next(PATIENCE);
            Window<Ticker> window = watch.since(0);
            for (long seen = 0; window.rows().isEmpty(); seen = window.cursor()) {
                window = watch.await(seen, PATIENCE);
            }
            assertThat(first.instId()).isEqualTo(SWAP);
            assertThat(update.rows().get(0)).isEqualTo(first);
            assertThat(window.rows()).containsExactly(first);
            assertThat(window.gap()).isFalse();
            assertThat(listener.standing().state()).isEqualTo(Standing.State.LIVE);
            assertThat(okx.stream().stats().topics()).isOne();
        }
    }

    @ParameterizedTest(name = "sockets {0}")
    @ValueSource(booleans = {true, false})
    void book_isTheOneThatRestHas(boolean sockets) throws Exception {
        open(sockets, OrderRoute.REST);
        try (OrderBook book = okx.stream().book(SWAP)) {
            BookView view = book.await(0, PATIENCE);
            while (view.stale()) {
                view = book.await(view.version(), PATIENCE);
            }
            assertThat(view.bids().get(0).px())
                    .isEqualByComparingTo(
                            okx.market().books(SWAP, 1).bids().get(0).px());
        }
    }

    @ParameterizedTest(name = "sockets {0}")
    @ValueSource(booleans = {true, false})
    void trackers_knowAnOrder_itsFill_andThePosition(boolean sockets) throws Exception {
        open(sockets, OrderRoute.REST);
        BlockingQueue<BigDecimal> fills = new LinkedBlockingQueue<>();
        try (OrderTracker orders = okx.stream().orders();
                AccountTracker account = okx.stream().account()) {
            orders.fills(fill -> fills.add(fill.fillSz()));
            await(() -> orders.standing().state() == Standing.State.LIVE); // the story begins here
            okx.trade().placeOrder(order("resting", OrdType.limit, "100"));
            okx.trade().placeOrder(order("market", OrdType.market, null));
            assertThat(fills.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualByComparingTo("1");
            await(() -> orders.standing().state() == Standing.State.LIVE
                    && orders.open().size() == 1);
            assertThat(orders.open().get(0).clOrdId()).isEqualTo("resting");
            await(() -> account.positions().size() == 1
                    && account.positions().get(0).pos().compareTo(BigDecimal.ONE) == 0);
        }
    }

    @ParameterizedTest(name = "sockets {0}")
    @ValueSource(booleans = {true, false})
    void orders_overTheConnection_areConfirmed_andCancelled(boolean sockets) throws Exception {
        open(sockets, OrderRoute.STREAM);
        await(() -> okx.stream().stats().frames() > 0); // the answer to the login
        Outcome<OrderAck> placed = okx.trade().placeOrder(order("overStream", OrdType.limit, "100"));
        Outcome<?> cancelled = okx.trade()
                .cancelOrder(CancelOrderRequest.builder()
                        .instId(SWAP)
                        .clOrdId("overStream")
                        .build());
        assertThat(placed).isInstanceOf(Outcome.Confirmed.class);
        assertThat(cancelled).isInstanceOf(Outcome.Confirmed.class);
        assertThat(okx.stream().stats().frames()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest(name = "sockets {0}")
    @ValueSource(booleans = {true, false})
    void massCancel_overTheConnection_isConfirmed(boolean sockets) throws Exception {
        paper = PaperExchange.builder()
                .scenario("../okx-paper/src/test/resources/dev/okx4j/paper/wire/products")
                .open();
        connect(sockets, OrderRoute.STREAM);
        await(() -> okx.stream().stats().frames() > 0); // the answer to the login
        long before = okx.stream().stats().frames();

        assertThat(okx.trade().massCancel(MassCancelRequest.of("BTC-USD")))
                .isEqualTo(new Outcome.Confirmed<>(new MassCancelAck(true), ""));

        assertThat(okx.stream().stats().frames()).isGreaterThan(before);
    }

    @Test
    void lineInThisProcess_thatIsCancelled_fails() throws Exception {
        open(false, OrderRoute.REST);
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        StreamWire.Line line = StreamWire.through(paper.webSockets())
                .open("ws://127.0.0.1/ws/v5/public", new StreamWire.Ear() {
                    @Override
                    public void opened() {
                        heard.add("opened");
                    }

                    @Override
                    public void text(String frame) {
                        heard.add(frame);
                    }

                    @Override
                    public void closed(int code, String reason) {
                        heard.add("closed " + code);
                    }

                    @Override
                    public void failed(Throwable cause) {
                        heard.add("failed");
                    }
                });
        assertThat(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("opened");

        line.cancel();

        assertThat(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("failed");
    }

    private static void await(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
