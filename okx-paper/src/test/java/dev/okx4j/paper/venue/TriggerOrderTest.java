package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Trigger orders, and the prices that triggers can watch. NVDA begins at 225. */
@NullUnmarked
class TriggerOrderTest {

    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    @Test
    void trigger_firesWhenThePriceCrossesItFromBelow_whateverTheSide() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "220", "2000").to(NVDA, "228", "2000"));
        AlgoView algo = at.place(trigger(Side.BUY, "227").orderPx(MARKET));

        at.advance(1);
        assertThat(at.algo(algo.algoId()).state()).isEqualTo(AlgoState.LIVE);
        at.advance(1);

        AlgoView fired = at.algo(algo.algoId());
        OrderView child = at.order(fired.ordId());
        assertThat(fired.state()).isEqualTo(AlgoState.EFFECTIVE);
        assertThat(child.source()).isEqualTo("6");
        assertThat(child.algoId()).isEqualTo(algo.algoId());
        assertThat(at.position(NVDA).pos()).isEqualByComparingTo("1");
    }

    @Test
    void trigger_firesWhenThePriceCrossesItFromAbove_forABuyToo() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "228", "2000").to(NVDA, "219", "2000"));
        AlgoView algo = at.place(trigger(Side.BUY, "220").orderPx(d("219.5")));

        at.advance(1);
        assertThat(at.algo(algo.algoId()).state()).isEqualTo(AlgoState.LIVE);
        at.advance(1);

        assertThat(at.order(at.algo(algo.algoId()).ordId()).px()).isEqualByComparingTo("219.5");
    }

    @Test
    void trigger_thatPlacesAFok_orAnIoc() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));
        AlgoView fok =
                at.place(trigger(Side.BUY, "220").sz(d("20")).orderPx(d("219")).advanceOrdType(AdvanceType.FOK));
        AlgoView ioc = at.place(trigger(Side.BUY, "220").orderPx(d("221")).advanceOrdType(AdvanceType.IOC));

        at.advance(1);

        assertThat(at.order(at.algo(fok.algoId()).ordId()).cancelSource()).isEqualTo("13");
        assertThat(at.order(at.algo(ioc.algoId()).ordId()).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void trigger_thatPlacesAChaseOrder_namesItAmongItsSubOrders() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));
        AlgoView algo = at.place(
                trigger(Side.BUY, "220").advanceOrdType(AdvanceType.CHASE).chasing(AlgoTicket.Chasing.AT_BEST));

        at.advance(1);

        AlgoView fired = at.algo(algo.algoId());
        assertThat(fired.ordIds()).isEmpty();
        assertThat(fired.subAlgoIds()).hasSize(1);
        AlgoView chase = at.algo(fired.subAlgoIds().get(0));
        assertThat(chase.ticket().ordType()).isEqualTo(AlgoType.CHASE);
        assertThat(at.order(chase.ordId()).source()).isEqualTo("34");
    }

    @Test
    void trigger_withAttachedStop_bringsItToLifeWithItsOrder() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").to(NVDA, "209", "2000"));
        at.place(trigger(Side.BUY, "220")
                .orderPx(MARKET)
                .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                        .slTriggerPx(d("210"))
                        .slOrdPx(MARKET)
                        .build())));

        at.advance(1);
        assertThat(at.venue.liveAlgos()).hasSize(1);
        assertThat(at.venue.positions()).hasSize(1);
        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void trigger_whoseOrderIsRefused_failsWithItsCode() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));
        AlgoView algo = at.place(trigger(Side.BUY, "220").sz(d("500")).orderPx(d("219")));

        at.advance(1);

        assertThat(at.algo(algo.algoId()).state()).isEqualTo(AlgoState.ORDER_FAILED);
        assertThat(at.algo(algo.algoId()).failCode()).isEqualTo("51008");
    }

    @Test
    void trigger_amended_waitsForTheNewPrice_fromTheSideOfThatMoment() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").to(NVDA, "224", "2000"));
        AlgoView algo = at.place(trigger(Side.BUY, "210").orderPx(MARKET));
        at.advance(1);
        Reply reply = at.venue.apply(CommandAmendAlgoBuilder.builder()
                .instId(NVDA)
                .algoId(algo.algoId())
                .newTriggerPx(d("223"))
                .newOrdPx(d("222"))
                .build());

        assertThat(reply).isInstanceOf(Reply.AlgoAmended.class);
        at.advance(1);

        assertThat(at.order(at.algo(algo.algoId()).ordId()).px()).isEqualByComparingTo("222");
    }

    @Test
    void stop_onTheMarkPrice_firesWhenThatIsReached_notTheLastPrice() {
        Fixture at = new Fixture(
                Fixture.market().mark(NVDA, "225").to(NVDA, "205", "2000").mark(NVDA, "213"));
        at.market(NVDA, Side.BUY, "2");
        at.advance(1);
        AlgoView stop = at.place(Fixture.algo(NVDA, Side.SELL, AlgoType.CONDITIONAL, "2")
                .slTriggerPx(d("214"))
                .slTriggerPxType(PriceType.MARK)
                .slOrdPx(MARKET));

        at.advance(1);
        assertThat(at.algo(stop.algoId()).state()).isEqualTo(AlgoState.LIVE);
        at.advance(1);

        assertThat(at.algo(stop.algoId()).state()).isEqualTo(AlgoState.EFFECTIVE);
        assertThat(at.venue.fills().get(1).fillPx())
                .as("at the book, not at the mark")
                .isLessThan(d("206"));
    }

    @Test
    void stop_onTheIndexPrice_firesWhenThatIsReached() {
        Fixture at = new Fixture(Fixture.market()
                .index("NVDA-USDT", "225")
                .to(NVDA, "210", "2000")
                .index("NVDA-USDT", "213"));
        at.market(NVDA, Side.BUY, "2");
        at.advance(1);
        AlgoView stop = at.place(Fixture.algo(NVDA, Side.SELL, AlgoType.CONDITIONAL, "2")
                .slTriggerPx(d("214"))
                .slTriggerPxType(PriceType.INDEX)
                .slOrdPx(MARKET));

        at.advance(1);
        assertThat(at.algo(stop.algoId()).state()).isEqualTo(AlgoState.LIVE);
        at.advance(1);

        assertThat(at.algo(stop.algoId()).state()).isEqualTo(AlgoState.EFFECTIVE);
    }

    @Test
    void stop_onTheWrongSideOfTheIndexPrice_51305to51308() {
        Fixture at = new Fixture(Fixture.market());
        PriceType index = PriceType.INDEX;
        assertThat(at.refused(stop(Side.BUY)
                                .tpTriggerPx(d("226"))
                                .tpOrdPx(MARKET)
                                .tpTriggerPxType(index))
                        .code())
                .isEqualTo("51305");
        assertThat(at.refused(stop(Side.BUY)
                                .slTriggerPx(d("224"))
                                .slOrdPx(MARKET)
                                .slTriggerPxType(index))
                        .code())
                .isEqualTo("51306");
        assertThat(at.refused(stop(Side.SELL)
                                .tpTriggerPx(d("224"))
                                .tpOrdPx(MARKET)
                                .tpTriggerPxType(index))
                        .code())
                .isEqualTo("51307");
        assertThat(at.refused(stop(Side.SELL)
                                .slTriggerPx(d("226"))
                                .slOrdPx(MARKET)
                                .slTriggerPxType(index))
                        .code())
                .isEqualTo("51308");
    }

    @Test
    void spot_watchesTheLastPriceOnly_51415_andATriggerTakesNoTgtCcy_51281() {
        Fixture at = new Fixture(Fixture.market());
        AlgoTicketBuilder spot = Fixture.algo(XNVDA, Side.BUY, AlgoType.TRIGGER, "1")
                .triggerPx(d("210"))
                .orderPx(d("209"));
        assertThat(at.refused(spot.triggerPxType(PriceType.MARK)).code()).isEqualTo("51415");
        assertThat(at.refused(spot.triggerPxType(null).tgtCcy(TargetCcy.BASE_CCY))
                        .code())
                .isEqualTo("51281");
    }

    private static AlgoTicketBuilder stop(Side side) {
        return Fixture.algo(NVDA, side, AlgoType.CONDITIONAL, "1");
    }

    private static AlgoTicketBuilder trigger(Side side, String px) {
        return Fixture.algo(NVDA, side, AlgoType.TRIGGER, "1").reduceOnly(false).triggerPx(d(px));
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
