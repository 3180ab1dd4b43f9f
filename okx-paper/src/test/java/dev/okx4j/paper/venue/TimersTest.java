package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class TimersTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Fixture at = new Fixture(Fixture.market());

    @Test
    void timer_goesOffAtItsTimeOnly_andOnce() {
        OrderView order = at.limit(NVDA, Side.BUY, "1", "220");
        set(null, NOON);

        assertThat(at.venue.due(NOON.minusMillis(1))).isNull();
        Command.CancelAll due = at.venue.due(NOON);
        assertThat(due).isEqualTo(new Command.CancelAll("", NOON));
        assertThat(at.venue.apply(due)).isEqualTo(new Reply.AllCancelled("", List.of(order.ordId())));

        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.CANCELED);
        assertThat(at.order(order.ordId()).cancelSource()).isEqualTo("20");
        assertThat(at.venue.due(NOON.plusSeconds(1000))).isNull();
        assertThat(at.refused(due).code()).as("it was not set again").isEqualTo("51000");
    }

    @Test
    void timer_ofATag_cancelsItsOrdersOnly() {
        OrderView mine = tagged("bot1");
        OrderView other = tagged("bot2");
        OrderView bare = at.limit(NVDA, Side.BUY, "1", "220");
        set("bot1", NOON);

        at.venue.apply(new Command.CancelAll("bot1", NOON));

        assertThat(at.order(mine.ordId()).state()).isEqualTo(OrderState.CANCELED);
        assertThat(at.order(other.ordId()).state()).isEqualTo(OrderState.LIVE);
        assertThat(at.order(bare.ordId()).state()).isEqualTo(OrderState.LIVE);
    }

    @Test
    void timer_setAgain_isPutOff_andWithoutATimeStopped() {
        set(null, NOON);
        set(null, NOON.plusSeconds(10));
        assertThat(at.venue.due(NOON)).isNull();

        set(null, null);

        assertThat(at.venue.due(NOON.plusSeconds(10))).isNull();
    }

    @Test
    void timers_thatAreDueTogether_goOffInTheirOrder() {
        set("b", NOON.plusSeconds(1));
        set("a", NOON.plusSeconds(2));

        assertThat(at.venue.due(NOON.plusSeconds(3))).isEqualTo(new Command.CancelAll("b", NOON.plusSeconds(1)));
    }

    @Test
    void tags_moreThanTwenty_are51071() {
        for (int i = 0; i < 20; i++) {
            set("tag" + i, NOON);
        }

        assertThat(at.refused(new Command.CancelAllAfter("tag20", NOON)).code()).isEqualTo("51071");
        set("tag3", NOON.plusSeconds(5));
        set(null, NOON);
        set("tag4", null);
        set("tag20", NOON);
    }

    private OrderView tagged(String tag) {
        return at.place(Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, "1")
                .px(new BigDecimal("220"))
                .tag(tag));
    }

    private void set(String tag, Instant trigger) {
        assertThat(at.venue.apply(new Command.CancelAllAfter(tag, trigger))).isInstanceOf(Reply.TimerSet.class);
    }
}
