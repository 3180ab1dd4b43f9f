package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What happens on a leg of the price path, and in which order. */
class PathTest {

    @Test
    void leg_throughALimitAndAStop_fillsTheLimitFirst() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"));
        OrderView buy = at.limit(NVDA, Side.BUY, "1", "220");
        AlgoView stop = at.place(stop("1", "214.3"));

        Reply.Advanced reply = at.advance(1);

        assertThat(reply.events().get(0)).isInstanceOf(VenueEvent.Filled.class);
        assertThat(reply.events().get(1)).isInstanceOf(VenueEvent.AlgoTriggered.class);
        assertThat(at.order(buy.ordId()).avgPx()).isEqualByComparingTo("220");
        FillView sold = at.venue.fills().get(1);
        assertThat(sold.fillPx()).isEqualByComparingTo("214.29");
        assertThat(sold.fillMarkPx()).isEqualByComparingTo("214.3");
        assertThat(at.algo(stop.algoId()).state()).isEqualTo(AlgoState.EFFECTIVE);
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void leg_thatOnlyTouchesALimit_fillsNothing() {
        Fixture at = new Fixture(
                Fixture.market().to(NVDA, "220", "2000").to(NVDA, "225", "2000").to(NVDA, "219.99", "2000"));
        OrderView buy = at.limit(NVDA, Side.BUY, "1", "220");

        at.advance(2);
        assertThat(at.order(buy.ordId()).state()).isEqualTo(OrderState.LIVE);
        at.advance(1);
        assertThat(at.order(buy.ordId()).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void leg_fillsNoMoreThanTheVolumeBeyondTheLimit() {
        // 225 to 215 with 100 contracts: 20 of them trade below 217.
        Fixture at = new Fixture(Fixture.market().to(NVDA, "215", "100").leg(NVDA, "215", "215", "7"));
        OrderView buy = at.limit(NVDA, Side.BUY, "30", "217");

        at.advance(1);
        assertThat(at.order(buy.ordId()).accFillSz()).isEqualByComparingTo("20");
        assertThat(at.order(buy.ordId()).state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        at.advance(1);
        assertThat(at.order(buy.ordId()).accFillSz()).isEqualByComparingTo("27");
    }

    @Test
    void leg_sharesItsVolumeAmongOrders_theBetterPriceFirst() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "215", "100"), Map.of("USDT", new BigDecimal("50000")));
        OrderView lower = at.limit(NVDA, Side.BUY, "30", "217");
        OrderView higher = at.limit(NVDA, Side.BUY, "30", "219");

        at.advance(1);

        assertThat(at.order(higher.ordId()).accFillSz()).isEqualByComparingTo("30");
        assertThat(at.order(lower.ordId()).accFillSz()).isZero();
    }

    @Test
    void leg_withoutVolume_fillsNothing() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "215", "0"));
        OrderView buy = at.limit(NVDA, Side.BUY, "1", "220");

        at.advance(1);

        assertThat(at.order(buy.ordId()).state()).isEqualTo(OrderState.LIVE);
        assertThat(at.venue.book(NVDA, 1)).isNotNull();
    }

    @Test
    void gap_fillsARestingOrderAtItsOwnLimit() {
        Fixture at = new Fixture(Fixture.market().leg(NVDA, "215", "216", "500"));
        OrderView buy = at.limit(NVDA, Side.BUY, "1", "220");

        at.advance(1);

        assertThat(at.order(buy.ordId()).avgPx()).isEqualByComparingTo("220");
        assertThat(at.venue.fills().get(0).maker()).isTrue();
    }

    @Test
    void gap_triggersAStopAtThePriceAfterIt() {
        Fixture at = new Fixture(Fixture.market().leg(NVDA, "210", "211", "500"));
        at.market(NVDA, Side.BUY, "1");
        at.place(stop("1", "214.3"));

        Reply.Advanced reply = at.advance(1);

        VenueEvent.AlgoTriggered triggered =
                (VenueEvent.AlgoTriggered) reply.events().get(0);
        assertThat(triggered.triggerPx()).isEqualByComparingTo("214.3");
        assertThat(triggered.px()).isEqualByComparingTo("210");
        assertThat(at.venue.fills().get(1).fillPx()).isEqualByComparingTo("209.99");
    }

    @Test
    void leg_upThroughATakeProfit_triggersOnTheWay() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "240", "2000"));
        at.market(NVDA, Side.BUY, "1");
        at.place(Fixture.algo(NVDA, Side.SELL, AlgoType.CONDITIONAL, "1")
                .tpTriggerPx(new BigDecimal("230"))
                .tpOrdPx(BigDecimal.ONE.negate()));

        at.advance(1);

        assertThat(at.venue.fills().get(1).fillPx()).isEqualByComparingTo("229.99");
    }

    @Test
    void advance_untilFill_pausesInsideTheLeg_andGoesOnFromThere() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"));
        at.limit(NVDA, Side.BUY, "1", "220");
        at.limit(NVDA, Side.BUY, "1", "216");

        Reply.Advanced first = at.advance(10, true);
        assertThat(first.stopped()).isEqualTo(Reply.Stop.FILL);
        assertThat(at.venue.fills()).hasSize(1);
        assertThat(Objects.requireNonNull(at.venue.quote(NVDA)).last()).isEqualByComparingTo("220");
        at.place(stop("1", "218"));

        Reply.Advanced second = at.advance(10, true);
        assertThat(second.events().get(0)).isInstanceOf(VenueEvent.AlgoTriggered.class);
        assertThat(at.venue.fills()).hasSize(2);
        Reply.Advanced third = at.advance(10, false);
        assertThat(third.stopped()).isEqualTo(Reply.Stop.END_OF_DATA);
        assertThat(at.venue.fills()).hasSize(3);
        assertThat(third.stopped().text()).isEqualTo("end of data");
    }

    @Test
    void advance_untilFill_reachesTheSameStateAsWithoutIt() {
        ScriptedFeed feed = Fixture.market().to(NVDA, "213", "2000").to(NVDA, "230", "2000");
        Fixture one = new Fixture(feed);
        Fixture two = new Fixture(feed);
        for (Fixture at : List.of(one, two)) {
            at.limit(NVDA, Side.BUY, "1", "220");
            at.limit(NVDA, Side.BUY, "1", "216");
            at.limit(NVDA, Side.SELL, "2", "228");
        }
        one.advance(2);
        for (int i = 0; i < 4; i++) {
            two.venue.apply(new Command.Advance(feed.end(), true));
        }
        assertThat(two.venue.digest()).isEqualTo(one.venue.digest());
    }

    @Test
    void takenDepth_staysTaken_untilTheNextLeg() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "225", "2000"), Map.of("USDT", new BigDecimal("50000")));

        assertThat(at.market(NVDA, Side.BUY, "60").avgPx()).isEqualByComparingTo("225.01");
        FillView last = Objects.requireNonNull(at.market(NVDA, Side.BUY, "60").lastFill());
        assertThat(last.fillPx()).isEqualByComparingTo("225.04");
        assertThat(last.fillSz()).isEqualByComparingTo("20");
        at.venue.apply(new Command.Reset(null, Map.of("USDT", new BigDecimal("50000"))));
        at.market(NVDA, Side.BUY, "60");
        at.advance(1);
        assertThat(at.market(NVDA, Side.BUY, "60").avgPx()).isEqualByComparingTo("225.01");
    }

    @Test
    void fill_saysHowItWasDecided() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"));
        at.market(NVDA, Side.BUY, "1");
        at.limit(NVDA, Side.BUY, "1", "220");
        at.advance(1);

        assertThat(at.venue.fills().get(0).evidence().rule()).contains("walked the modelled book");
        assertThat(at.venue.fills().get(1).evidence().rule()).contains("traded beyond");
        assertThat(at.venue.fills().get(1).evidence().source()).isEqualTo("script 2026-08-17T00:01:00Z");
        assertThat(at.venue.fills().get(1).evidence().grade()).isEqualTo("T");
    }

    private static AlgoTicketBuilder stop(String sz, String px) {
        return Fixture.algo(NVDA, Side.SELL, AlgoType.CONDITIONAL, sz)
                .slTriggerPx(new BigDecimal(px))
                .slOrdPx(BigDecimal.ONE.negate());
    }
}
