package dev.okx4j.testing.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.stream.OrderTracker;
import dev.okx4j.testing.StreamFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows D15 to D17 of the failure modes: orders and fills are one complete story whatever is late, doubled or missed. */
class AccountFailureModesTest {
    private static final String BTC = Stage.BTC;

    @Test
    void d15_pushesInAnyOrder_beforeAndAfterTheAnswers_neverTakeAnOrderBack() {
        try (Stage stage = new Stage(1);
                OrderTracker orders = stage.stream().orders()) {
            ToldOrders told = begin(orders);
            stage.on("orders").oneIn(3, Entropy.seeded(15)).then(StreamFault.delayed(Duration.ofMillis(150)));
            stage.on("orders").oneIn(5, Entropy.seeded(51)).then(StreamFault.reordered());

            trade(stage, 40);

            agrees(stage, told);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void d16_repeatedPushes_areToldOnce(int replayed) {
        try (Stage stage = new Stage(1);
                OrderTracker orders = stage.stream().orders()) {
            ToldOrders told = begin(orders);
            stage.on("orders").oneIn(7, Entropy.seeded(16)).then(StreamFault.replayed(replayed));

            trade(stage, 40);

            agrees(stage, told);
            assertThat(stage.world.streams().seen()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60})
    void d17_whatHappensDuringAnOutage_isFoundAfterIt(int events) {
        try (Stage stage = new Stage(1);
                OrderTracker orders = stage.stream().orders()) {
            ToldOrders told = begin(orders);
            trade(stage, 5);
            Until.holds("heard", () -> told.states().size() >= 5);

            stage.world.streams().down();
            trade(stage, events);
            stage.world.streams().up();

            agrees(stage, told);
        }
    }

    @Test
    void d17_cutsWhileItTrades_loseNothing() {
        try (Stage stage = new Stage(1);
                OrderTracker orders = stage.stream().orders()) {
            ToldOrders told = begin(orders);
            for (int i = 0; i < 5; i++) {
                trade(stage, 6);
                stage.world.streams().now("private", i % 2 == 0 ? StreamFault.reset() : StreamFault.ended());
                trade(stage, 6);
                Until.holds("live", told::live);
            }

            agrees(stage, told);
        }
    }

    private static ToldOrders begin(OrderTracker orders) {
        ToldOrders told = new ToldOrders();
        orders.subscribe(told);
        Until.holds("live", told::live);
        return told;
    }

    /** Places and fills, and cancels every third order that rests. */
    private static void trade(Stage stage, int orders) {
        for (int i = 0; i < orders; i++) {
            if (i % 3 == 0) {
                String id = stage.world.rest(BTC);
                if (i % 2 == 0) {
                    stage.world.cancel(BTC, id);
                }
            } else {
                stage.world.fill(BTC, i % 2 == 0 ? "buy" : "sell");
            }
        }
    }

    /** Waits until the story is the exchange's: each order as it is, each fill once, nothing taken back, and no gap. */
    private static void agrees(Stage stage, ToldOrders told) {
        Map<String, String> truth = new HashMap<>();
        Set<String> trades = new HashSet<>();
        for (String list : List.of("orders-pending", "orders-history")) {
            RestPages.all(stage.world, "/api/v5/trade/" + list + "?instType=SWAP", "ordId")
                    .forEach(row -> truth.put(
                            String.valueOf(row.get("ordId")),
                            OrderTruth.words(
                                    String.valueOf(row.get("ordId")),
                                    String.valueOf(row.get("state")),
                                    OrderTruth.plain(row.get("accFillSz")))));
        }
        RestPages.all(stage.world, "/api/v5/trade/fills-history?instType=SWAP", "billId")
                .forEach(row -> trades.add(row.get("instId") + " " + row.get("tradeId")));

        Until.holds(
                () -> "the orders " + truth + " are told, but it was " + told.states(),
                () -> told.states().equals(truth));
        Until.holds("all fills are told", () -> told.fills().keySet().containsAll(trades));
        assertThat(told.fills()).containsOnlyKeys(trades);
        assertThat(told.wrong()).isEmpty();
        Until.holds("live", told::live);
        assertThat(told.gaps()).isZero();
    }
}
