package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of OCO orders, trailing stops and attached TP/SL on the way of the price. */
class AlgoLifeTest {

    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    @Test
    void oco_stopSideFires_andTheTakeProfitNeverDoes() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000").to(NVDA, "240", "2000"));
        at.market(NVDA, Side.BUY, "4");
        AlgoView oco = at.place(oco(Side.SELL, "2", "235", "214"));

        at.advance(2);

        assertThat(at.algo(oco.algoId()).actualSide()).isEqualTo("sl");
        assertThat(at.algo(oco.algoId()).actualSz()).isEqualByComparingTo("2");
        assertThat(at.position(NVDA).pos()).isEqualByComparingTo("2");
        assertThat(at.venue.fills()).hasSize(2);
    }

    @Test
    void oco_ofAShort_takesItsProfitBelow() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "214", "2000").to(NVDA, "240", "2000"));
        at.market(NVDA, Side.SELL, "2");
        AlgoView oco = at.place(oco(Side.BUY, "2", "215", "235"));

        at.advance(2);

        assertThat(at.algo(oco.algoId()).actualSide()).isEqualTo("tp");
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void oco_takeProfitWithALimit_restsAtIt_andTheStopIsGone() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "235", "2000").to(NVDA, "213", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView oco = at.place(oco(Side.SELL, "2", "230", "214").tpOrdPx(d("236")));

        at.advance(2);

        OrderView child = at.order(at.algo(oco.algoId()).ordId());
        assertThat(child.px()).isEqualByComparingTo("236");
        assertThat(child.state()).isEqualTo(OrderState.LIVE);
        assertThat(at.venue.positions()).hasSize(1);
        assertThat(at.venue.liveAlgos()).isEmpty();
    }

    @Test
    void oco_cancelled_firesNeither() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "236", "2000").to(NVDA, "213", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView oco = at.place(oco(Side.SELL, "2", "235", "214"));
        at.venue.apply(new Command.CancelAlgo(NVDA, oco.algoId(), null));

        at.advance(2);

        assertThat(at.algo(oco.algoId()).state()).isEqualTo(AlgoState.CANCELED);
        assertThat(at.venue.fills()).hasSize(1);
    }

    @Test
    void trailingStop_beforeItsActivePrice_sleeps() {
        Fixture at = new Fixture(
                Fixture.market().to(NVDA, "215", "2000").to(NVDA, "231", "2000").to(NVDA, "227", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView trailing = at.place(trailing().callbackSpread(d("3")).activePx(d("230")));

        at.advance(1);
        assertThat(at.algo(trailing.algoId()).moveTriggerPx()).isNull();
        assertThat(at.algo(trailing.algoId()).state()).isEqualTo(AlgoState.LIVE);
        at.advance(1);
        assertThat(at.algo(trailing.algoId()).moveTriggerPx()).isEqualByComparingTo("228");
        at.advance(1);
        assertThat(at.algo(trailing.algoId()).state()).isEqualTo(AlgoState.EFFECTIVE);
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void trailingStop_neverMovesBack() {
        Fixture at = new Fixture(
                Fixture.market().to(NVDA, "235", "2000").to(NVDA, "232", "2000").to(NVDA, "234", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView trailing = at.place(trailing().callbackSpread(d("5")));
        assertThat(trailing.moveTriggerPx()).isEqualByComparingTo("220");

        for (int leg = 0; leg < 3; leg++) {
            at.advance(1);
            assertThat(at.algo(trailing.algoId()).moveTriggerPx()).isEqualByComparingTo("230");
        }
    }

    @Test
    void attached_withBothLegs_isAnOco() {
        Fixture at = new Fixture(
                Fixture.market().to(NVDA, "219", "2000").to(NVDA, "231", "2000").to(NVDA, "209", "2000"));
        OrderView parent = at.place(parent("2", "230", "210"));

        at.advance(1);
        AlgoView attached = at.algo(parent.attached().get(0).attachAlgoId());
        assertThat(attached.ticket().ordType()).isEqualTo(AlgoType.OCO);
        assertThat(attached.ticket().side()).isEqualTo(Side.SELL);
        at.advance(2);

        assertThat(at.algo(attached.algoId()).actualSide()).isEqualTo("tp");
        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.venue.fills()).hasSize(2);
    }

    @Test
    void attached_toAnOrderCancelledHalfway_coversWhatHasFilled() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "12").to(NVDA, "209", "2000"));
        OrderView parent = at.place(parent("20", "230", "210"));
        at.advance(1);
        BigDecimal filled = at.order(parent.ordId()).accFillSz();
        assertThat(at.order(parent.ordId()).state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(at.venue.algos()).isEmpty();

        at.venue.apply(new Command.Cancel(NVDA, parent.ordId(), null));

        assertThat(at.algo(parent.attached().get(0).attachAlgoId()).ticket().sz())
                .isEqualByComparingTo(filled);
        at.advance(1);
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void attached_toAMarketOrder_livesAtOnce() {
        Fixture at = new Fixture(Fixture.market());
        OrderView parent = at.place(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "2")
                .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                        .tpTriggerPx(d("230"))
                        .tpOrdPx(MARKET)
                        .build())));

        assertThat(at.algo(parent.attached().get(0).attachAlgoId()).state()).isEqualTo(AlgoState.LIVE);
    }

    @Test
    void place_51stTrailingStop_51260_whileOtherStopsStillHaveRoom() {
        Fixture at = new Fixture(Fixture.market());
        for (int i = 0; i < 50; i++) {
            at.place(trailing().callbackRatio(d("0.02")));
        }

        assertThat(at.refused(trailing().callbackRatio(d("0.02"))).code()).isEqualTo("51260");
        at.place(oco(Side.SELL, "2", "235", "214"));
    }

    @Test
    void place_attachedToAReduceOnlyOrder_51333() {
        Fixture at = new Fixture(Fixture.market());
        at.market(NVDA, Side.BUY, "2");

        assertThat(at.refused(Fixture.order(NVDA, Side.SELL, OrderType.MARKET, "1")
                                .reduceOnly(true)
                                .attachAlgoOrds(
                                        parent("1", "230", "210").build().attachAlgoOrds()))
                        .code())
                .isEqualTo("51333");
    }

    @Test
    void spotOco_sellsTheCoins_onEitherSide() {
        Fixture at = new Fixture(Fixture.market().to(XNVDA, "209", "2000"));
        at.place(Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "2").tgtCcy(TargetCcy.BASE_CCY));
        AlgoView oco = at.place(Fixture.algo(XNVDA, Side.SELL, AlgoType.OCO, "1.5")
                .tpTriggerPx(d("230"))
                .tpOrdPx(MARKET)
                .slTriggerPx(d("210"))
                .slOrdPx(MARKET));

        at.advance(1);

        assertThat(at.algo(oco.algoId()).actualSide()).isEqualTo("sl");
        assertThat(at.balance("XNVDA").cashBal()).isEqualByComparingTo("0.498"); // 2 − 0.002 fee − 1.5
    }

    private static AlgoTicketBuilder oco(Side side, String sz, String tp, String sl) {
        return Fixture.algo(NVDA, side, AlgoType.OCO, sz)
                .tpTriggerPx(d(tp))
                .tpOrdPx(MARKET)
                .slTriggerPx(d(sl))
                .slOrdPx(MARKET);
    }

    private static AlgoTicketBuilder trailing() {
        return Fixture.algo(NVDA, Side.SELL, AlgoType.MOVE_ORDER_STOP, "2");
    }

    private static OrderTicketBuilder parent(String sz, String tp, String sl) {
        return Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, sz)
                .px(d("220"))
                .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                        .tpTriggerPx(d(tp))
                        .tpOrdPx(MARKET)
                        .slTriggerPx(d(sl))
                        .slOrdPx(MARKET)
                        .build()));
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
