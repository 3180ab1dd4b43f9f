package dev.okx4j.testing.streams;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.stream.OrderRoute;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.trade.AmendOrderRequest;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.client.trade.TradeApi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Somebody who trades over the private connection: what is said of each write must be what the exchange did, once. */
final class WatchedWrites implements StreamConsumer {
    private static final BigDecimal SIZE = new BigDecimal("0.1");
    private static final BigDecimal LARGER = new BigDecimal("0.2");
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final Stage stage;
    private final Kind kind;
    private final KeptOutcomes kept = new KeptOutcomes();
    private final ExecutorService crew = Executors.newCachedThreadPool();
    private final List<Future<?>> calls = new ArrayList<>();
    private final OkxClient client;
    private int number;

    /** Which write is done. */
    enum Kind {
        PLACE,
        BATCH,
        AMEND,
        CANCEL
    }

    WatchedWrites(Stage stage, Kind kind) {
        this.stage = stage;
        this.kind = kind;
        this.client = stage.world
                .clientBuilder()
                .clock(stage.time)
                .waits(stage.time)
                .journal(kept)
                .timeout(ANSWER)
                .orderRoute(OrderRoute.STREAM)
                .build();
        // The topic travels on the connection that writes take: when it is live, they do not go over HTTP.
        Heard<Order> connected = new Heard<>();
        client.stream().subscribe(Stage.ORDERS, connected);
        connected.live();
    }

    @Override
    public void happen() {
        BigDecimal px = new BigDecimal(stage.world.last(Stage.BTC))
                .multiply(new BigDecimal("0.99"))
                .setScale(0, RoundingMode.DOWN);
        TradeApi trade = client.trade();
        switch (kind) {
            case PLACE -> call(() -> trade.placeOrder(order(px)));
            case BATCH -> call(() -> trade.placeOrders(List.of(order(px), order(px))));
            case AMEND -> {
                String ordId = stage.world.rest(Stage.BTC);
                call(() -> trade.amendOrder(AmendOrderRequest.builder()
                        .instId(Stage.BTC)
                        .ordId(ordId)
                        .newSz(LARGER)
                        .build()));
            }
            case CANCEL -> {
                String ordId = stage.world.rest(Stage.BTC);
                call(() -> trade.cancelOrder(CancelOrderRequest.builder()
                        .instId(Stage.BTC)
                        .ordId(ordId)
                        .build()));
            }
        }
    }

    private void call(Runnable write) {
        calls.add(crew.submit(write));
    }

    private synchronized PlaceOrderRequest order(BigDecimal px) {
        return PlaceOrderRequest.builder()
                .instId(Stage.BTC)
                .clOrdId("mine" + ++number)
                .tdMode(TdMode.cross)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .sz(SIZE)
                .px(px)
                .build();
    }

    @Override
    public Standing.State standing() {
        return calls.stream().allMatch(Future::isDone) && kept.open().isEmpty()
                ? Standing.State.LIVE
                : Standing.State.STALE;
    }

    @Override
    public boolean wasTold() {
        return kept.unknown() > 0;
    }

    @Override
    public List<String> differences() {
        List<String> differences = new ArrayList<>();
        Map<String, Map<String, @Nullable Object>> orders = new LinkedHashMap<>();
        int mine = 0;
        for (String list : List.of("orders-pending", "orders-history")) {
            for (Map<String, @Nullable Object> row :
                    RestPages.all(stage.world, "/api/v5/trade/" + list + "?instType=SWAP", "ordId")) {
                orders.put(String.valueOf(row.get("ordId")), row);
                orders.put(String.valueOf(row.get("clOrdId")), row);
                mine += String.valueOf(row.get("clOrdId")).startsWith("mine") ? 1 : 0;
            }
        }
        int placed = 0;
        for (KeptOutcomes.Kept write : kept.all()) {
            boolean taken = write.outcome() instanceof Outcome.Confirmed;
            placed += taken && write.intent().kind() == WriteIntent.Kind.PLACE ? 1 : 0;
            if (taken != isDone(write.intent(), orders)) {
                differences.add(write + ", and that is not so");
            }
        }
        if (placed != mine) {
            differences.add(mine + " orders at the exchange, " + placed + " confirmed");
        }
        return differences;
    }

    private static boolean isDone(WriteIntent write, Map<String, Map<String, @Nullable Object>> orders) {
        Object ordId = write.request().get("ordId");
        Map<String, @Nullable Object> row = orders.get(ordId == null ? write.clOrdId() : ordId.toString());
        return row != null
                && switch (write.kind()) {
                    case AMEND -> LARGER.compareTo(new BigDecimal(String.valueOf(row.get("sz")))) == 0;
                    case CANCEL -> "canceled".equals(row.get("state"));
                    default -> true;
                };
    }

    @Override
    public void close() {
        client.close();
        crew.shutdownNow();
    }
}
