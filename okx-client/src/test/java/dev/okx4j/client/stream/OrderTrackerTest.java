package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.stream.Standing.State;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The one story of an account's orders, through repetitions and in any order. */
@NullUnmarked
class OrderTrackerTest extends TrackedOrders {
    @Test
    void story_beginsWithTheLiveOrders_andTellsEachChangeAndFillOnce() {
        Order old = desk.place("2", "90");
        desk.fill(old.ordId(), "1");
        Order over = desk.place("1", "80");
        desk.cancel(over.ordId());
        begin();
        assertThat(heard.story).containsExactly("WAITING", old.ordId() + " partially_filled 1", "LIVE");
        int mark = heard.story.size();
        desk.later(10);
        Order order = desk.place("3", "100");
        String id = order.ordId();
        push(order);
        push(desk.fill(id, "1", "t1"));
        push(desk.amend(id, "101"));
        push(desk.fill(id, "2", "t2"));
        push(desk.fill(old.ordId(), "1", "t3"));
        assertThat(heard.since(mark))
                .containsExactly(
                        id + " live 0",
                        id + " trade t1",
                        id + " partially_filled 1",
                        id + " partially_filled 1",
                        id + " trade t2",
                        id + " filled 3",
                        old.ordId() + " trade t3",
                        old.ordId() + " filled 2");
        assertThat(tracker.open()).isEmpty();
        assertThat(tracker.order(OrderDesk.INST, "c" + id).px()).isEqualByComparingTo("101");
        assertThat(tracker.order(OrderDesk.INST, over.ordId()))
                .as("over before the story")
                .isNull();
        assertThat(tracker.order("ETH-USDT", id)).isNull();
        assertThat(seen).contains(id + "/c" + id);
    }

    @Test
    void d15_pushesAroundASnapshot_inAnyOrder_tellOneStoryThatNeverGoesBack() {
        Order placed = desk.place("3", "100");
        Order part = desk.fill(placed.ordId(), "1");
        Order amended = desk.amend(placed.ordId(), "102");
        Order filled = desk.fill(placed.ordId(), "2");
        List<Order> pushes = new ArrayList<>(List.of(placed, part, amended, filled));
        for (int index = 0; index < 24; index++) {
            OrderTrackerTest other = new OrderTrackerTest();
            List<Order> rest = new ArrayList<>(pushes);
            other.begin();
            int seed = index;
            for (int left = 4; left > 0; left--) {
                other.push(rest.remove(seed % left));
                seed /= left;
            }
            other.desk.orders.putAll(desk.orders);
            other.desk.fills.addAll(desk.fills);
            other.ticks.pass(Duration.ofSeconds(10));
            assertThat(other.heard.orders.get(placed.ordId()).state()).isEqualTo(OrderState.filled);
            assertThat(other.heard.trades).hasSize(2);
            assertThat(other.tracker.standing().state()).isEqualTo(State.LIVE);
        }
    }

    @Test
    void d15_readThatIsOlderThanThePushes_overwritesNothing() {
        begin();
        Order placed = desk.place("3", "100");
        push(placed);
        desk.later(5);
        Order filled = desk.fill(placed.ordId(), "3");
        source.stale();
        desk.beforeAnswer = () -> {
            // REST lags: it still shows the order as it was placed, while the push of its fill comes in.
            desk.beforeAnswer = () -> {};
            push(filled);
            desk.orders.put(placed.ordId(), placed);
        };
        source.live();
        desk.orders.put(placed.ordId(), filled);
        requireTheTruth();
        requireEveryFill();
        assertThat(heard.orders.get(placed.ordId()).state()).isEqualTo(OrderState.filled);
    }

    @Test
    void d16_fiveHundredPushesReplayedAfterAReconnect_areToldOnce() {
        begin();
        List<Order> pushes = new ArrayList<>();
        while (pushes.size() < 500) {
            desk.later(1);
            Order placed = desk.place("2", "100");
            pushes.addAll(List.of(
                    placed,
                    desk.fill(placed.ordId(), "1"),
                    desk.amend(placed.ordId(), "101"),
                    desk.fill(placed.ordId(), "1"),
                    desk.place("1", "50")));
        }
        pushes.forEach(this::push);
        requireTheTruth();
        requireEveryFill();
        int mark = heard.story.size();
        source.stale();
        source.live();
        pushes.forEach(this::push);
        assertThat(heard.since(mark)).containsExactly("STALE", "LIVE");
        requireTheTruth();
    }

    @Test
    void d16_versionsOfOneMillisecond_replayed_areNotTakenForNewOnes() {
        begin();
        Order placed = desk.place("1", "100");
        List<Order> pushes = List.of(placed, desk.amend(placed.ordId(), "101"), desk.amend(placed.ordId(), "99"));
        pushes.forEach(this::push);
        int mark = heard.story.size();
        assertThat(heard.orders.get(placed.ordId()).px()).isEqualByComparingTo("99");
        pushes.forEach(this::push);
        assertThat(heard.since(mark)).isEmpty();
        requireTheTruth();
    }

    @Test
    void d16_ordersOfYesterday_areForgotten_exceptThoseThatRestMayShowAgain() {
        begin();
        Order placed = desk.place("1", "100");
        Order filled = desk.fill(placed.ordId(), "1");
        push(placed);
        push(filled);
        time.advance(Duration.ofHours(23));
        ticks.pass(Duration.ofSeconds(1));
        int mark = heard.story.size();
        push(filled);
        assertThat(heard.since(mark)).isEmpty();
        assertThat(tracker.order(OrderDesk.INST, placed.ordId())).isNotNull();
        Order live = desk.place("1", "90");
        push(live);
        time.advance(Duration.ofHours(30));
        ticks.pass(Duration.ofSeconds(60));
        assertThat(tracker.order(OrderDesk.INST, placed.ordId()))
                .as("the last that was heard: REST is read from there")
                .isNotNull();
        desk.later(Duration.ofHours(31).toMillis());
        push(desk.amend(live.ordId(), "91"));
        ticks.pass(Duration.ofSeconds(60));
        assertThat(tracker.order(OrderDesk.INST, placed.ordId())).isNull();
        assertThat(tracker.open()).hasSize(1);
    }

    @Test
    void endOfTheSource_isTheEnd() {
        begin();
        source.stand(source.standing(State.ENDED, false));
        assertThat(tracker.standing().state()).isEqualTo(State.ENDED);
        source.live();
        push(desk.place("1", "1"));
        assertThat(tracker.standing().state()).isEqualTo(State.ENDED);
        assertThat(tracker.open()).isEmpty();
    }

    @Test
    void close_letsGoOfTheSourceAndTheTimer() {
        begin();
        tracker.close();
        assertThat(tracker.standing().state()).isEqualTo(State.ENDED);
        assertThat(heard.story).endsWith("ENDED");
        assertThat(source.isTapped()).isFalse();
        assertThat(ticks.isIdle()).isTrue();
    }

    @Test
    void laterListener_hearsTheLiveOrdersFirst_andAClosedOneNothing() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        Heard late = new Heard();
        Subscription<Order> subscription = tracker.subscribe(late);
        List<Fill> fills = new ArrayList<>();
        tracker.fills(fills::add);
        assertThat(late.story).containsExactly(order.ordId() + " live 0", "LIVE");
        assertThat(subscription.topic()).isEqualTo(ORDERS);
        assertThat(subscription.standing()).isEqualTo(tracker.standing());
        subscription.close();
        push(desk.fill(order.ordId(), "3"));
        assertThat(late.story).hasSize(2);
        assertThat(fills).singleElement().satisfies(fill -> {
            assertThat(fill.ordId()).isEqualTo(order.ordId());
            assertThat(fill.feeCcy()).isEqualTo("BTC");
        });
    }

    @Test
    void clientIdGivenTwice_namesTheNewerOrder() {
        begin();
        Order first =
                OrderBuilder.builder(desk.place("1", "100")).clOrdId("same").build();
        Order second =
                OrderBuilder.builder(desk.place("1", "101")).clOrdId("same").build();
        push(second);
        push(OrderBuilder.builder(first).state(OrderState.canceled).build());
        assertThat(tracker.order(OrderDesk.INST, "same")).isEqualTo(second);
    }

    @Test
    void randomTrading_throughLossesRepetitionsAndOutages_isToldWhole() {
        long seed = new Random().nextLong();
        for (int round = 0; round < 30; round++) {
            new OrderTrackerTest().trade(new Random(seed + round), "seed " + (seed + round));
        }
    }

    private void trade(Random random, String name) {
        source.comesBack = true;
        begin();
        boolean away = false;
        List<Order> sent = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            desk.later(random.nextInt(3));
            List<String> open = desk.openIds();
            Order row;
            int dice = random.nextInt(10);
            if (open.isEmpty() || dice < 3) {
                row = desk.place(String.valueOf(1 + random.nextInt(5)), "100");
            } else {
                String id = open.get(random.nextInt(open.size()));
                desk.later(1);
                row = dice < 7
                        ? desk.fill(id, "1")
                        : dice < 9 ? desk.cancel(id) : desk.amend(id, "10" + random.nextInt(9));
            }
            sent.add(row);
            if (!away && random.nextInt(20) > 0) {
                push(row);
            }
            if (!away && random.nextInt(5) == 0) {
                push(sent.get(sent.size() - 1 - random.nextInt(Math.min(30, sent.size()))));
            }
            if (random.nextInt(40) == 0) {
                away = !away;
                if (away) {
                    source.stale();
                } else {
                    source.live();
                }
            }
            if (random.nextInt(10) == 0) {
                ticks.pass(Duration.ofSeconds(random.nextInt(8)));
            }
        }
        if (away) {
            source.live();
        }
        ticks.pass(Duration.ofSeconds(90));
        try {
            requireTheTruth();
            requireEveryFill();
        } catch (AssertionError e) {
            throw new AssertionError(name + ": " + e.getMessage(), e);
        }
        Collections.shuffle(sent, random);
        int mark = heard.story.size();
        sent.forEach(this::push);
        assertThat(heard.since(mark)).as("%s, all replayed in any order", name).isEmpty();
    }
}
