package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.trade.AmendOrderRequest;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.FillsRequest;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.OrderHistoryRequest;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trackers against the paper exchange, over sockets that break: in the end both say the same of the account. */
@NullUnmarked
class PaperTruthTest {
    private static final String SWAP = "BTC-USDT-SWAP";

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private final List<Runnable> ticks = new ArrayList<>();
    private final Heard heard = new Heard();
    private PaperExchange exchange;
    private OkxClient okx;
    private SocketSource source;
    private OrderTracker orders;
    private AccountTracker account;

    /** What a listener hears, which must be a possible story at every moment. */
    private static final class Heard implements OrderListener {
        private final Map<String, Order> orders = new LinkedHashMap<>();
        private final Set<String> trades = new HashSet<>();
        private final Map<String, BigDecimal> traded = new LinkedHashMap<>();
        private final List<String> impossible = new ArrayList<>();
        private boolean gap;

        @Override
        public synchronized void onOrder(Order order) {
            Order before = orders.put(order.ordId(), order);
            boolean back = before != null
                    && (before.state().isTerminal() && !order.state().isTerminal()
                            || order.accFillSz().compareTo(before.accFillSz()) < 0);
            if (back) {
                impossible.add("went back: " + order);
            }
            notifyAll();
        }

        @Override
        public synchronized void onFill(Fill fill) {
            if (!trades.add(fill.ordId() + " " + fill.tradeId())) {
                impossible.add("told twice: " + fill);
            }
            traded.merge(fill.ordId(), fill.fillSz(), BigDecimal::add);
        }

        @Override
        public synchronized void onStanding(Standing standing) {
            gap |= standing.gap();
            if (standing.state() == Standing.State.LIVE) {
                orders.values().stream()
                        .filter(order -> traded.getOrDefault(order.ordId(), BigDecimal.ZERO)
                                        .compareTo(order.accFillSz())
                                != 0)
                        .forEach(order -> impossible.add("live without all fills of " + order));
            }
            notifyAll();
        }

        synchronized void await(String what, BooleanSupplier condition) throws InterruptedException {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!condition.getAsBoolean()) {
                long left = end - System.nanoTime();
                assertThat(left).as(what).isPositive();
                wait(Math.min(50, 1 + left / 1_000_000));
            }
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        exchange = PaperExchange.open();
        int port = exchange.serve(0);
        okx = OkxClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .credentials(exchange.credentials())
                .limiter(new Limiter())
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .build();
        source = new SocketSource(port, exchange.credentials());
        Timer timer = (period, task) -> {
            ticks.add(task);
            return () -> ticks.remove(task);
        };
        orders = new OrderTracker(
                source, Channels.ORDERS.of("ANY"), okx.trade(), Clock.system(), threads, timer, (ordId, clOrdId) -> {});
        account = new AccountTracker(source, AccountTopics.all(), okx.account(), Clock.system(), threads, timer);
        orders.subscribe(heard);
        source.open();
        live();
    }

    @AfterEach
    void close() throws IOException {
        orders.close();
        account.close();
        source.close();
        okx.close();
        exchange.close();
        threads.shutdownNow();
    }

    private void live() throws InterruptedException {
        heard.await("live", () -> {
            List.copyOf(ticks).forEach(Runnable::run);
            return orders.standing().state() == Standing.State.LIVE
                    && account.standing().state() == Standing.State.LIVE;
        });
    }

    private String place(OrdType type, Side side, String sz, String px) {
        Outcome<OrderAck> outcome = okx.trade()
                .placeOrder(PlaceOrderRequest.builder()
                        .instId(SWAP)
                        .tdMode(TdMode.cross)
                        .side(side)
                        .ordType(type)
                        .sz(new BigDecimal(sz))
                        .px(px == null ? null : new BigDecimal(px))
                        .build());
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        return ((Outcome.Confirmed<OrderAck>) outcome).ack().ordId();
    }

    /** Does one thing to the account's orders. */
    private void trade(Random random, List<String> resting, BigDecimal low) {
        int dice = random.nextInt(10);
        if (resting.isEmpty() || dice < 3) {
            resting.add(place(OrdType.limit, Side.buy, "0.02", low.toPlainString()));
        } else if (dice < 7) {
            place(OrdType.market, random.nextBoolean() ? Side.buy : Side.sell, "0.01", null);
        } else if (dice < 9) {
            okx.trade()
                    .amendOrder(AmendOrderRequest.builder()
                            .instId(SWAP)
                            .ordId(resting.get(random.nextInt(resting.size())))
                            .newSz(BigDecimal.valueOf(1 + random.nextInt(9), 2))
                            .build());
        } else {
            okx.trade()
                    .cancelOrder(CancelOrderRequest.builder()
                            .instId(SWAP)
                            .ordId(resting.remove(random.nextInt(resting.size())))
                            .build());
        }
    }

    private BigDecimal low() {
        return okx.market().ticker(SWAP).last().multiply(new BigDecimal("0.9")).setScale(0, RoundingMode.DOWN);
    }

    /** Opens lines as another wire does, and breaks those that are open when told to. */
    private record CutWire(StreamWire through, List<Cuttable> lines) implements StreamWire {
        @Override
        public Line open(String url, Ear ear) {
            Cuttable cuttable = new Cuttable(ear);
            synchronized (lines) {
                lines.add(cuttable);
            }
            cuttable.line = through.open(url, cuttable);
            return cuttable.line;
        }

        void cut() {
            List<Cuttable> open;
            synchronized (lines) {
                open = List.copyOf(lines);
                lines.clear();
            }
            open.forEach(Cuttable::cut);
        }
    }

    /** A line that a test can break: nothing is heard from it after that. */
    private static final class Cuttable implements StreamWire.Ear {
        private final StreamWire.Ear ear;
        private volatile StreamWire.Line line;
        private boolean over;

        Cuttable(StreamWire.Ear ear) {
            this.ear = ear;
        }

        synchronized void cut() {
            failed(new IOException("cut by the test"));
            line.cancel();
        }

        @Override
        public synchronized void opened() {
            if (!over) {
                ear.opened();
            }
        }

        @Override
        public synchronized void text(String frame) {
            if (!over) {
                ear.text(frame);
            }
        }

        @Override
        public synchronized void closed(int code, String reason) {
            if (!over) {
                over = true;
                ear.closed(code, reason);
            }
        }

        @Override
        public synchronized void failed(Throwable cause) {
            if (!over) {
                over = true;
                ear.failed(cause);
            }
        }
    }

    @Test
    void d17_clientsOwnStreams_cutAgainAndAgainUnderTrading_loseNothing() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> resting = new ArrayList<>();
        BigDecimal low = low();
        CutWire wire = new CutWire(StreamWire.through(exchange.webSockets()), new ArrayList<>());
        try (OkxClient own = OkxClient.builder()
                        .wire(exchange.wire())
                        .streamWire(wire)
                        .credentials(exchange.credentials())
                        .build();
                OrderTracker ownOrders = own.stream().orders();
                AccountTracker ownAccount = own.stream().account()) {
            orders.close();
            account.close();
            orders = ownOrders;
            account = ownAccount;
            orders.subscribe(heard);
            live();
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 6; i++) {
                    trade(random, resting, low);
                }
                wire.cut();
                for (int i = 0; i < 6; i++) {
                    trade(random, resting, low);
                }
                live();
            }
            requireTheTruth("seed " + seed);
            assertThat(own.stream().stats().reconnects()).isPositive();
        }
    }

    private static Map<String, String> versions(Iterable<Order> rows) {
        Map<String, String> versions = new TreeMap<>();
        for (Order row : rows) {
            versions.put(
                    row.ordId(),
                    row.state() + " " + row.accFillSz().stripTrailingZeros() + " of "
                            + row.sz().stripTrailingZeros() + " at " + row.px() + " " + row.uTime());
        }
        return versions;
    }

    private Map<String, String> truth() {
        Map<String, String> all = versions(
                okx.trade().pending(PendingOrdersRequest.builder().limit(100).build()));
        String after = null;
        while (true) {
            List<Order> page = okx.trade()
                    .history(OrderHistoryRequest.builder()
                            .instType(InstType.SWAP)
                            .after(after)
                            .limit(100)
                            .build());
            all.putAll(versions(page));
            if (page.size() < 100) {
                return all;
            }
            after = page.get(99).ordId();
        }
    }

    private Set<String> fills() {
        Set<String> all = new HashSet<>();
        String after = null;
        while (true) {
            List<Fill> page = okx.trade()
                    .fills(FillsRequest.builder().after(after).limit(100).build());
            page.forEach(fill -> all.add(fill.ordId() + " " + fill.tradeId()));
            if (page.size() < 100) {
                return all;
            }
            after = page.get(99).billId();
        }
    }

    private void requireTheTruth(String name) throws InterruptedException {
        live();
        Map<String, String> truth = truth();
        heard.await(name + ": orders", () -> versions(heard.orders.values()).equals(truth));
        Set<String> fills = fills();
        synchronized (heard) {
            assertThat(heard.trades).as(name).isEqualTo(fills);
            assertThat(heard.impossible).as(name).isEmpty();
            assertThat(heard.gap).as(name).isFalse();
        }
        heard.await(
                name + ": positions",
                () -> positions(account.positions())
                        .equals(positions(okx.account()
                                .positions(PositionsRequest.builder().build()))));
        heard.await(
                name + ": balances",
                () -> balances(account.balances())
                        .equals(balances(okx.account().balance().details())));
    }

    private static Map<String, String> positions(List<Position> rows) {
        Map<String, String> all = new TreeMap<>();
        rows.forEach(row ->
                all.put(row.posId(), row.instId() + " " + row.pos() + " at " + row.avgPx() + " " + row.realizedPnl()));
        return all;
    }

    private static Map<String, String> balances(List<BalanceDetail> rows) {
        Map<String, String> all = new TreeMap<>();
        rows.forEach(row ->
                all.put(row.ccy(), row.cashBal() + " " + row.eq() + " " + row.availBal() + " " + row.frozenBal()));
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 150})
    void d17_eventsDuringAnOutage_areAllFound(int events) throws InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> resting = new ArrayList<>();
        BigDecimal low = low();
        for (int i = 0; i < 10; i++) {
            trade(random, resting, low);
        }
        source.cut();
        assertThat(orders.standing().state()).isEqualTo(Standing.State.STALE);
        assertThat(account.standing().state()).isEqualTo(Standing.State.STALE);
        for (int i = 0; i < events; i++) {
            trade(random, resting, low);
        }
        source.open();
        requireTheTruth("seed " + seed);
    }

    @Test
    void d16_twoConnectionsThatOverlap_deliverNothingTwice() throws InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> resting = new ArrayList<>();
        BigDecimal low = low();
        for (int round = 0; round < 4; round++) {
            trade(random, resting, low);
            source.open();
            for (int i = 0; i < 15; i++) {
                trade(random, resting, low);
            }
            source.cut();
            for (int i = 0; i < 5; i++) {
                trade(random, resting, low);
            }
        }
        requireTheTruth("seed " + seed);
    }

    @Test
    void d17_connectionThatBreaksAgainAndAgainUnderTrading_losesNothing() throws InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> resting = new ArrayList<>();
        BigDecimal low = low();
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 8; i++) {
                trade(random, resting, low);
            }
            source.cut();
            for (int i = 0; i < random.nextInt(8); i++) {
                trade(random, resting, low);
            }
            source.open();
            if (random.nextBoolean()) {
                live();
            }
        }
        requireTheTruth("seed " + seed);
    }
}
