package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.stream.Standing.State;
import dev.okx4j.client.trade.Order;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What a live channel does not push is found by asking REST. */
@NullUnmarked
class OrderTrackerAuditTest extends TrackedOrders {
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
}
