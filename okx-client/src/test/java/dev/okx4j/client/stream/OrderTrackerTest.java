package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.stream.Standing.State;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The one story of an account's orders, through repetitions, losses, outages and a REST that fails. */
@NullUnmarked
class OrderTrackerTest {
    private static final Topic<Order> ORDERS = Channels.ORDERS.of(Params.of("instType", "ANY"));

    private final VirtualTime time = new VirtualTime();
    private final ScriptedSource source = new ScriptedSource(time);
    private final ScriptedSource.Ticks ticks = new ScriptedSource.Ticks(time);
    private final OrderDesk desk = new OrderDesk();
    private final List<String> seen = new ArrayList<>();
    private final OrderTracker tracker = new OrderTracker(
            source,
            ORDERS,
            Clients.reading(desk, time).build().trade(),
            time,
            Runnable::run,
            ticks,
            (ordId, clOrdId) -> seen.add(ordId + "/" + clOrdId));
    private final Heard heard = new Heard();

    /** What a listener hears, and whether it could be the truth. */
    private final class Heard implements OrderListener {
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

    private void push(Order row) {
        source.push(ORDERS, row);
    }

    private void begin() {
        tracker.subscribe(heard);
        source.live();
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
    }

    private void requireTheTruth() {
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
        assertThat(tracker.open().stream().map(Order::ordId)).containsExactlyInAnyOrderElementsOf(desk.openIds());
        for (Order order : desk.orders.values()) {
            Order known = tracker.order(OrderDesk.INST, order.ordId());
            assertThat(known).as("%s in %s", order.ordId(), heard.story).isNotNull();
            assertThat(version(known)).isEqualTo(version(order));
            assertThat(version(heard.orders.get(order.ordId()))).isEqualTo(version(order));
        }
    }

    private static List<Object> version(Order order) {
        return List.of(order.ordId(), order.state(), order.accFillSz(), order.px(), order.sz(), order.uTime());
    }

    private void requireEveryFill() {
        assertThat(heard.trades)
                .containsExactlyInAnyOrderElementsOf(
                        desk.fills.stream().map(Fill::tradeId).toList());
        heard.orders.forEach((ordId, order) -> assertThat(heard.traded.getOrDefault(ordId, BigDecimal.ZERO))
                .as(ordId)
                .isEqualByComparingTo(order.accFillSz()));
    }

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
    void d17_whatHappenedDuringAnOutage_isAllFound_onceAndInOrder() {
        Order first = desk.place("5", "100");
        begin();
        Order second = desk.place("4", "101");
        push(second);
        push(desk.fill(second.ordId(), "1"));
        source.stale();
        int mark = heard.story.size();
        desk.later(1000);
        desk.fill(first.ordId(), "2");
        desk.later(1000);
        desk.fill(second.ordId(), "3");
        desk.later(1000);
        Order brief = desk.place("1", "99");
        desk.later(1000);
        desk.cancel(brief.ordId());
        Order quick = desk.place("2", "98");
        desk.later(1000);
        desk.fill(quick.ordId(), "2");
        desk.later(1000);
        Order open = desk.place("7", "97");
        assertThat(tracker.standing().state()).isEqualTo(State.STALE);
        source.live();
        requireTheTruth();
        requireEveryFill();
        assertThat(heard.sawAGap()).isFalse();
        assertThat(heard.since(mark))
                .containsExactly(
                        first.ordId() + " trade 2",
                        first.ordId() + " partially_filled 2",
                        second.ordId() + " trade 3",
                        second.ordId() + " filled 4",
                        brief.ordId() + " canceled 0",
                        quick.ordId() + " trade 4",
                        quick.ordId() + " filled 2",
                        open.ordId() + " live 0",
                        "LIVE");
    }

    @Test
    void d17_thousandsOfEventsDuringAnOutage_areFoundOnAllPages() {
        begin();
        List<String> live = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Order order = desk.place("2", "100");
            live.add(order.ordId());
            push(order);
        }
        source.stale();
        for (int i = 0; i < 300; i++) {
            desk.later(10);
            Order order = desk.place("1", "99");
            if (i % 3 == 0) {
                desk.cancel(order.ordId());
            } else if (i % 3 == 1) {
                desk.fill(order.ordId(), "1");
            }
        }
        for (int i = 0; i < live.size(); i += 2) {
            desk.fill(live.get(i), "2");
        }
        source.live();
        requireTheTruth();
        requireEveryFill();
        assertThat(desk.asked.stream().filter(target -> target.contains("/trade/order?")))
                .as("what the history's pages show is not asked for one by one")
                .isEmpty();
    }

    @Test
    void d17_pushesDuringTheRead_areHeldBack_andToldAfterWhatWasMissed() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        source.stale();
        desk.later(10);
        desk.fill(order.ordId(), "1", "missed");
        int mark = heard.story.size();
        desk.beforeAnswer = () -> {
            desk.beforeAnswer = () -> {};
            desk.later(10);
            Order row = desk.fill(order.ordId(), "1", "during");
            push(row);
            assertThat(heard.since(mark)).as("nothing before what was missed").isEmpty();
        };
        source.live();
        assertThat(heard.since(mark).subList(0, 2))
                .containsExactly(order.ordId() + " trade missed", order.ordId() + " trade during");
        requireTheTruth();
        requireEveryFill();
    }

    @Test
    void d17_connectionLostAgainDuringTheRead_isReadAgain_fromTheSameTime() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        source.stale();
        desk.fill(order.ordId(), "1");
        desk.beforeAnswer = () -> {
            desk.beforeAnswer = () -> {};
            source.stale();
            source.live();
        };
        source.live();
        requireTheTruth();
        requireEveryFill();
        assertThat(heard.sawAGap()).isFalse();
    }

    @Test
    void restThatFails_isAskedAgain_andNothingIsBelievedMeanwhile() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        source.stale();
        desk.fill(order.ordId(), "1");
        desk.broken = true;
        source.live();
        push(desk.fill(order.ordId(), "1"));
        int mark = heard.story.size();
        assertThat(tracker.standing().state()).isEqualTo(State.STALE);
        desk.broken = false;
        ticks.pass(Duration.ofSeconds(3));
        assertThat(heard.since(mark))
                .containsExactly(
                        order.ordId() + " trade 1",
                        order.ordId() + " trade 2",
                        order.ordId() + " partially_filled 2",
                        "LIVE");
        requireEveryFill();
    }

    @Test
    void restThatFailsRepeatedly_isAGap_afterWhichPushesAreTold_andStillEverythingIsFoundAtLast() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        source.stale();
        desk.fill(order.ordId(), "1");
        desk.broken = true;
        source.live();
        Order pushed = desk.place("1", "90");
        push(pushed);
        int mark = heard.story.size();
        ticks.pass(Duration.ofSeconds(120));
        assertThat(heard.since(mark)).containsExactly(pushed.ordId() + " live 0", "STALE gap");
        push(desk.cancel(pushed.ordId()));
        assertThat(heard.orders.get(pushed.ordId()).state()).isEqualTo(OrderState.canceled);
        desk.broken = false;
        ticks.pass(Duration.ofSeconds(40));
        requireTheTruth();
        requireEveryFill();
        assertThat(tracker.standing().gap()).isFalse();
    }

    @Test
    void outageLongerThanOkxRemembers_isAGap() {
        begin();
        push(desk.place("3", "100"));
        source.stale();
        time.advance(Duration.ofHours(3));
        desk.later(Duration.ofHours(3).toMillis());
        source.live();
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
        assertThat(tracker.standing().gap()).isTrue();
        requireTheTruth();
        source.stale();
        source.live();
        assertThat(tracker.standing().gap()).as("one gap is told once").isFalse();
    }

    @Test
    void liveOrderThatOkxNoLongerKnows_isAskedForAgain_thenForgottenWithAGap() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        source.stale();
        desk.orders.remove(order.ordId());
        source.live();
        assertThat(tracker.standing().state()).isEqualTo(State.STALE);
        ticks.pass(Duration.ofSeconds(5));
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
        assertThat(tracker.standing().gap()).isTrue();
        assertThat(tracker.open()).isEmpty();
    }

    @Test
    void d03_channelThatGoesSilent_isFoundOutByTheAudit_andConnectedAnew() {
        begin();
        source.comesBack = true;
        Order order = desk.place("3", "100");
        push(order);
        ticks.pass(Duration.ofSeconds(10));
        assertThat(source.reconnects).isEmpty();
        desk.fill(order.ordId(), "1");
        desk.later(10);
        Order quick = desk.place("1", "100");
        desk.fill(quick.ordId(), "1");
        ticks.pass(Duration.ofSeconds(40));
        assertThat(source.reconnects).hasSize(1);
        requireTheTruth();
        requireEveryFill();
        ticks.pass(Duration.ofSeconds(120));
        assertThat(source.reconnects).as("one is enough").hasSize(1);
    }

    @Test
    void d03_orderThatEndedUnheard_isFoundOutByTheAudit() {
        begin();
        source.comesBack = true;
        Order order = desk.place("3", "100");
        push(order);
        ticks.pass(Duration.ofSeconds(6));
        desk.cancel(order.ordId());
        ticks.pass(Duration.ofSeconds(40));
        assertThat(source.reconnects).hasSize(1);
        requireTheTruth();
    }

    @Test
    void d03_ordersThatCameAndWentUnheard_areFoundByTheAudit_howeverMuchIsPushedAfterThem() {
        begin();
        source.comesBack = true;
        ticks.pass(Duration.ofSeconds(6));
        int mark = heard.story.size();
        Order cancelled = desk.place("2", "100");
        desk.cancel(cancelled.ordId());
        Order filled = desk.place("1", "100");
        desk.fill(filled.ordId(), "1");
        desk.later(Duration.ofMinutes(10).toMillis());
        push(desk.place("3", "100"));
        ticks.pass(Duration.ofSeconds(40));
        assertThat(heard.since(mark)).contains(cancelled.ordId() + " canceled 0", filled.ordId() + " filled 1");
        requireTheTruth();
        requireEveryFill();
    }

    @Test
    void pushThatRestHasOvertaken_isNoReasonToConnectAnew() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        ticks.pass(Duration.ofSeconds(6));
        Order row = desk.fill(order.ordId(), "1");
        for (int i = 0; i < 35 && !heard.trades.contains("1"); i++) {
            ticks.pass(Duration.ofSeconds(1));
        }
        assertThat(heard.trades).contains("1");
        push(row);
        ticks.pass(Duration.ofSeconds(20));
        assertThat(source.reconnects).isEmpty();
        requireEveryFill();
    }

    @Test
    void fillThatThePushesSkip_isLookedForAtOnce_andNothingIsBelievedUntilItIsFound() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        desk.fill(order.ordId(), "1", "lost");
        desk.fillsHidden = true;
        push(desk.fill(order.ordId(), "1", "heard"));
        assertThat(tracker.standing().state()).isEqualTo(State.STALE);
        desk.fillsHidden = false;
        ticks.pass(Duration.ofSeconds(2));
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
        requireEveryFill();
        assertThat(heard.sawAGap()).isFalse();
    }

    @Test
    void fillThatOkxNeverShows_isAGap() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        desk.fill(order.ordId(), "1", "lost");
        desk.fillsHidden = true;
        push(desk.fill(order.ordId(), "1", "heard"));
        ticks.pass(Duration.ofSeconds(60));
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
        assertThat(tracker.standing().gap()).isTrue();
        assertThat(heard.trades).containsExactly("heard");
    }

    @Test
    void liquidation_whosePushNamesNoTrade_isFoundInTheListOfFills() {
        begin();
        Order order = desk.place("3", "100");
        push(order);
        push(desk.fill(order.ordId(), "3", "-5"));
        ticks.pass(Duration.ofSeconds(1));
        assertThat(heard.trades).containsExactly("-5");
        requireTheTruth();
    }

    @Test
    void orderPushedBeforeTheFirstRead_thatEndsBeforeItToo_isToldWithItsFills() {
        tracker.subscribe(heard);
        desk.broken = true;
        source.live();
        Order order = desk.place("2", "100");
        push(order);
        source.stale();
        desk.fill(order.ordId(), "2");
        desk.broken = false;
        source.live();
        requireTheTruth();
        requireEveryFill();
    }

    @Test
    void outageJustAfterAnAudit_isNotTakenForASilentChannel() {
        begin();
        source.comesBack = true;
        Order order = desk.place("3", "100");
        push(order);
        ticks.pass(Duration.ofSeconds(6));
        desk.fill(order.ordId(), "1");
        while (heard.trades.isEmpty()) {
            ticks.pass(Duration.ofSeconds(1));
        }
        source.stale();
        source.live();
        ticks.pass(Duration.ofSeconds(20));
        assertThat(source.reconnects).isEmpty();
        requireEveryFill();
    }

    @Test
    void siteWithoutEventContracts_isReadWithoutThem() {
        desk.withoutEvents = true;
        begin();
        source.stale();
        desk.fill(desk.place("1", "100").ordId(), "1");
        source.live();
        requireTheTruth();
        requireEveryFill();
    }

    @Test
    void moreThanIsRead_isAGap() {
        begin();
        Order order = desk.place("20000", "100");
        push(order);
        source.stale();
        for (int i = 0; i < 10_100; i++) {
            desk.fill(order.ordId(), "1");
        }
        source.live();
        ticks.pass(Duration.ofSeconds(30));
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
        assertThat(heard.sawAGap()).isTrue();
        assertThat(heard.trades).hasSize(10_000);
    }

    @Test
    void fillOfWhatIsNoOrder_isToldOnce_andAskedForOnce() {
        begin();
        desk.fill(desk.place("1", "100").ordId(), "1", "block");
        String ordId = desk.orders.keySet().iterator().next();
        desk.orders.clear();
        ticks.pass(Duration.ofSeconds(120));
        assertThat(heard.trades).containsExactly("block");
        assertThat(desk.asked.stream().filter(target -> target.contains("ordId=" + ordId)))
                .hasSize(1);
        assertThat(tracker.standing().state()).isEqualTo(State.LIVE);
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
