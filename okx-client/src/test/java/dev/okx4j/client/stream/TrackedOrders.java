package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.stream.Standing.State;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A tracker of orders on a connection and a REST side that a test plays, and what a listener hears of it. */
@NullUnmarked
abstract class TrackedOrders {
    static final Topic<Order> ORDERS = Channels.ORDERS.of(Params.of("instType", "ANY"));

    final VirtualTime time = new VirtualTime();
    final ScriptedSource source = new ScriptedSource(time);
    final ScriptedSource.Ticks ticks = new ScriptedSource.Ticks(time);
    final OrderDesk desk = new OrderDesk();
    final List<String> seen = new ArrayList<>();
    final OrderTracker tracker = new OrderTracker(
            source,
            ORDERS,
            Clients.reading(desk, time).build().trade(),
            time,
            Runnable::run,
            ticks,
            (ordId, clOrdId) -> seen.add(ordId + "/" + clOrdId));
    final Heard heard = new Heard();

    /** What a listener hears, and whether it could be the truth. */
    final class Heard implements OrderListener {
        final List<String> story = new ArrayList<>();
        final Map<String, Order> orders = new HashMap<>();
        final Map<String, BigDecimal> traded = new HashMap<>();
        final Set<String> trades = new HashSet<>();
        final List<Standing> standings = new ArrayList<>();

        @Override
        public void onOrder(Order order) {
            Order before = orders.put(order.ordId(), order);
            story.add(order.ordId() + " " + order.state() + " "
                    + order.accFillSz().toPlainString());
            if (before != null) {
                assertThat(before.state().isTerminal() && !order.state().isTerminal())
                        .as("back to life: %s", story)
                        .isFalse();
                assertThat(order.accFillSz()).as("%s", story).isGreaterThanOrEqualTo(before.accFillSz());
            }
        }

        @Override
        public void onFill(Fill fill) {
            story.add(fill.ordId() + " trade " + fill.tradeId());
            assertThat(trades.add(fill.tradeId())).as("told twice: %s", story).isTrue();
            traded.merge(fill.ordId(), fill.fillSz(), BigDecimal::add);
        }

        @Override
        public void onStanding(Standing standing) {
            story.add(standing.state() + (standing.gap() ? " gap" : ""));
            standings.add(standing);
        }

        List<String> since(int mark) {
            return List.copyOf(story.subList(mark, story.size()));
        }

        boolean sawAGap() {
            return standings.stream().anyMatch(Standing::gap);
        }
    }

    void push(Order row) {
        source.push(ORDERS, row);
    }

    void begin() {
        tracker.subscribe(heard);
        source.live();
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
    }

    void requireTheTruth() {
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
        assertThat(tracker.open().stream().map(Order::ordId)).containsExactlyInAnyOrderElementsOf(desk.openIds());
        for (Order order : desk.orders.values()) {
            Order known = tracker.order(OrderDesk.INST, order.ordId());
            assertThat(known).as("%s in %s", order.ordId(), heard.story).isNotNull();
            assertThat(version(known)).isEqualTo(version(order));
            assertThat(version(heard.orders.get(order.ordId()))).isEqualTo(version(order));
        }
    }

    static List<Object> version(Order order) {
        return List.of(order.ordId(), order.state(), order.accFillSz(), order.px(), order.sz(), order.uTime());
    }

    void requireEveryFill() {
        assertThat(heard.trades)
                .containsExactlyInAnyOrderElementsOf(
                        desk.fills.stream().map(Fill::tradeId).toList());
        heard.orders.forEach((ordId, order) -> assertThat(heard.traded.getOrDefault(ordId, BigDecimal.ZERO))
                .as(ordId)
                .isEqualByComparingTo(order.accFillSz()));
    }
}
