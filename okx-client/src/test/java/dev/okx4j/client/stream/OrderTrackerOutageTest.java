package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.stream.Standing.State;
import dev.okx4j.client.trade.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What happened while the channel was away is found, or told to be missing. */
@NullUnmarked
class OrderTrackerOutageTest extends TrackedOrders {
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
}
