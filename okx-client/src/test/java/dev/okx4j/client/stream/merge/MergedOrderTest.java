package dev.okx4j.client.stream.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The rules by which statements about one order become one order, whatever order they come in. */
@NullUnmarked
class MergedOrderTest {
    private static final Instant START = Instant.ofEpochMilli(1_000_000);

    /** What is heard of an order: a statement, a trade, or both, as in a push. */
    private record Event(Consumer<MergedOrder> effect, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Known(Order order, Map<String, BigDecimal> trades, BigDecimal traded) {
        static Known of(MergedOrder merged) {
            return new Known(merged.order(), merged.trades(), merged.traded());
        }
    }

    private static Order row(OrderState state, String accFillSz, int millis, String px, String sz) {
        return OrderBuilder.builder()
                .instType(InstType.SPOT)
                .instId("BTC-USDT")
                .ordId("7")
                .clOrdId("a")
                .ordType(OrdType.limit)
                .side(Side.buy)
                .tdMode(TdMode.cash)
                .state(state)
                .accFillSz(new BigDecimal(accFillSz))
                .px(new BigDecimal(px))
                .sz(new BigDecimal(sz))
                .uTime(START.plusMillis(millis))
                .build();
    }

    private static Event heard(long number, Order row) {
        return new Event(
                merged -> merged.add(new OrderStatement(row, number)),
                number + ":" + row.state() + " " + row.accFillSz() + " @" + row.px());
    }

    private static Event traded(String tradeId, String size) {
        return new Event(merged -> merged.add(tradeId, new BigDecimal(size)), "trade " + tradeId);
    }

    private static Event pushed(long number, Order row, String tradeId, String size) {
        Event row1 = heard(number, row);
        return new Event(row1.effect().andThen(traded(tradeId, size).effect()), row1.name() + " trade " + tradeId);
    }

    /** Six events of one order: pushes, an amendment, a late read of REST, and the fill that REST tells once more. */
    private static final List<Event> LIFE = List.of(
            heard(2, row(OrderState.live, "0", 0, "100", "3")),
            heard(4, row(OrderState.live, "0", 5, "101", "3")),
            pushed(6, row(OrderState.partially_filled, "1", 5, "101", "3"), "t1", "1"),
            traded("t1", "1"),
            heard(9, row(OrderState.live, "0", 5, "101", "3")),
            pushed(8, row(OrderState.filled, "3", 9, "101", "3"), "t2", "2"));

    /** An order that is cancelled in the same millisecond in which it is amended twice and filled. */
    private static final List<Event> AT_ONCE = List.of(
            heard(2, row(OrderState.live, "0", 0, "100", "3")),
            heard(4, row(OrderState.live, "0", 0, "101", "3")),
            heard(6, row(OrderState.live, "0", 0, "100", "4")),
            pushed(8, row(OrderState.partially_filled, "2", 0, "100", "4"), "t1", "2"),
            heard(10, row(OrderState.canceled, "2", 0, "100", "4")),
            heard(11, row(OrderState.live, "0", 0, "100", "4")));

    /** Statements that cannot all be true: the rules still come to one end. */
    private static final List<Event> CONTRADICTIONS = List.of(
            heard(2, row(OrderState.canceled, "0", 3, "100", "3")),
            heard(4, row(OrderState.filled, "3", 3, "100", "3")),
            heard(6, row(OrderState.partially_filled, "2", 9, "102", "5")),
            heard(6, row(OrderState.partially_filled, "2", 9, "103", "5")),
            heard(8, row(OrderState.UNKNOWN, "1", 8, "99", "1")),
            traded("t9", "4"));

    private static Known end(List<Event> events) {
        MergedOrder merged = new MergedOrder();
        events.forEach(event -> event.effect().accept(merged));
        return Known.of(merged);
    }

    private static void permute(List<Event> events, int from, Consumer<List<Event>> see) {
        if (from == events.size()) {
            see.accept(events);
            return;
        }
        for (int i = from; i < events.size(); i++) {
            Collections.swap(events, from, i);
            permute(events, from + 1, see);
            Collections.swap(events, from, i);
        }
    }

    private static void requireOneEnd(List<Event> life) {
        Known expected = end(life);
        int[] count = {0};
        permute(new ArrayList<>(life), 0, order -> {
            count[0]++;
            assertThat(end(order)).as("%s", order).isEqualTo(expected);
            for (int twice = 0; twice < order.size(); twice++) {
                for (int at = 0; at <= order.size(); at++) {
                    List<Event> longer = new ArrayList<>(order);
                    longer.add(at, order.get(twice));
                    count[0]++;
                    assertThat(end(longer)).as("%s", longer).isEqualTo(expected);
                }
            }
        });
        assertThat(count[0]).isEqualTo(720 * (1 + 6 * 7));
    }

    @Test
    void d15_allOrdersOfSixEvents_withEachTwice_comeToTheSameEnd() {
        requireOneEnd(LIFE);
        requireOneEnd(AT_ONCE);
        requireOneEnd(CONTRADICTIONS);
    }

    @Test
    void d15_allSubsetsInAllOrders_comeToTheSameEnd() {
        for (int mask = 1; mask < 1 << LIFE.size(); mask++) {
            List<Event> part = new ArrayList<>();
            for (int i = 0; i < LIFE.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    part.add(LIFE.get(i));
                }
            }
            Known expected = end(part);
            permute(part, 0, order -> assertThat(end(order)).as("%s", order).isEqualTo(expected));
        }
    }

    @Test
    void merging_isAssociative_howeverTheEventsAreGrouped() {
        for (List<Event> life : List.of(LIFE, AT_ONCE, CONTRADICTIONS)) {
            Known expected = end(life);
            permute(new ArrayList<>(life), 0, order -> {
                for (int one = 1; one < order.size() - 1; one++) {
                    for (int two = one + 1; two < order.size(); two++) {
                        MergedOrder first = merged(order.subList(0, one));
                        MergedOrder second = merged(order.subList(one, two));
                        MergedOrder third = merged(order.subList(two, order.size()));
                        second.add(third);
                        first.add(second);
                        assertThat(Known.of(first))
                                .as("%s %s %s", order, one, two)
                                .isEqualTo(expected);
                        first.add(first);
                        assertThat(Known.of(first)).isEqualTo(expected);
                    }
                }
            });
        }
    }

    private static MergedOrder merged(List<Event> events) {
        MergedOrder merged = new MergedOrder();
        events.forEach(event -> event.effect().accept(merged));
        return merged;
    }

    @Test
    void randomLives_ofHundredsOfEvents_comeToTheSameEnd() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<Event> events = new ArrayList<>();
            OrderState[] states = OrderState.values();
            int size = 10 + random.nextInt(300);
            for (int i = 0; i < size; i++) {
                Order row = row(
                        states[random.nextInt(states.length)],
                        String.valueOf(random.nextInt(5)),
                        random.nextInt(20),
                        String.valueOf(100 + random.nextInt(3)),
                        String.valueOf(1 + random.nextInt(3)));
                events.add(random.nextBoolean() ? heard(i, row) : pushed(i, row, "t" + random.nextInt(50), "1"));
            }
            Known expected = end(events);
            for (int again = 0; again < 20; again++) {
                List<Event> other = new ArrayList<>(events);
                other.addAll(events.subList(0, random.nextInt(size)));
                Collections.shuffle(other, random);
                int cut = random.nextInt(other.size());
                MergedOrder left = merged(other.subList(0, cut));
                left.add(merged(other.subList(cut, other.size())));
                assertThat(Known.of(left)).as("seed %s, round %s", seed, round).isEqualTo(expected);
            }
        }
    }

    @Test
    void end_isWhatTheRulesSay() {
        MergedOrder merged = merged(LIFE);
        Order order = merged.order();
        assertThat(order).isEqualTo(row(OrderState.filled, "3", 9, "101", "3"));
        assertThat(merged.isOver()).isTrue();
        assertThat(merged.traded()).isEqualByComparingTo("3");
        assertThat(end(AT_ONCE).order()).isEqualTo(row(OrderState.canceled, "2", 0, "100", "4"));
        Order odd = end(CONTRADICTIONS).order();
        assertThat(odd.state()).as("over wins over live").isEqualTo(OrderState.filled);
        assertThat(odd.accFillSz()).as("the filled size does not fall").isEqualByComparingTo("3");
        assertThat(odd.uTime()).as("the newest version decides the rest").isEqualTo(START.plusMillis(9));
        assertThat(odd.sz()).isEqualByComparingTo("5");
    }

    @Test
    void add_saysWhetherThereIsSomethingToTell() {
        MergedOrder merged = new MergedOrder();
        Order live = row(OrderState.live, "0", 0, "100", "3");
        Order amended = row(OrderState.live, "0", 0, "101", "3");
        Order reworded = OrderBuilder.builder(amended)
                .accFillSz(new BigDecimal("0.00"))
                .avgPx(BigDecimal.ZERO)
                .build();
        assertThat(merged.add(new OrderStatement(live, 2))).isTrue();
        assertThat(merged.add(new OrderStatement(live, 2))).as("a repetition").isFalse();
        assertThat(merged.add(new OrderStatement(amended, 4)))
                .as("in the same millisecond")
                .isTrue();
        assertThat(merged.add(new OrderStatement(reworded, 5)))
                .as("in REST's words")
                .isFalse();
        assertThat(merged.add(new OrderStatement(live, 2))).as("an older one").isFalse();
        assertThat(merged.order().px()).isEqualByComparingTo("101");
        assertThat(merged.add("t1", BigDecimal.ONE)).isTrue();
        assertThat(merged.add("t1", BigDecimal.ONE)).as("each trade once").isFalse();
        assertThat(Arrays.asList(merged.traded(), merged.filled()))
                .containsExactly(BigDecimal.ONE, new BigDecimal("0.00"));
    }
}
