package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlgoTest {

    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    @Test
    void stopLoss_placesAnOrderThatNamesIt() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView stop = at.place(stop("2", "214").algoClOrdId("stop1"));
        assertThat(at.balance("USDT").ordFrozen()).as("a stop freezes nothing").isZero();

        at.advance(1);

        AlgoView fired = at.algo(stop.algoId());
        OrderView child = at.order(fired.ordId());
        assertThat(fired.state()).isEqualTo(AlgoState.EFFECTIVE);
        assertThat(fired.actualSide()).isEqualTo("sl");
        assertThat(fired.triggerTime()).isEqualTo(at.venue.now());
        assertThat(child.algoId()).isEqualTo(stop.algoId());
        assertThat(child.algoClOrdId()).isEqualTo("stop1");
        assertThat(child.source()).isEqualTo("7");
        assertThat(child.state()).isEqualTo(OrderState.FILLED);
        assertThat(at.venue.liveAlgos()).isEmpty();
    }

    @Test
    void oco_oneSideFires_theOtherIsGone() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "236", "2000").to(NVDA, "200", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView oco = at.place(
                stop("2", "214").ordType(AlgoType.OCO).tpTriggerPx(d("235")).tpOrdPx(MARKET));

        at.advance(2);

        assertThat(at.algo(oco.algoId()).actualSide()).isEqualTo("tp");
        assertThat(at.venue.fills()).hasSize(2);
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void conditionalWithBothLegs_honoursItsStopLossOnly() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "236", "2000").to(NVDA, "213", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView algo = at.place(stop("2", "214").tpTriggerPx(d("235")).tpOrdPx(MARKET));

        at.advance(2);

        assertThat(at.algo(algo.algoId()).actualSide()).isEqualTo("sl");
    }

    @Test
    void stopLoss_withALimitPrice_rests() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000").to(NVDA, "216", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView stop = at.place(stop("2", "214").slOrdPx(d("215")));

        at.advance(1);
        OrderView child = at.order(at.algo(stop.algoId()).ordId());
        assertThat(child.state()).isEqualTo(OrderState.LIVE);
        at.advance(1);
        assertThat(at.order(child.ordId()).avgPx()).isEqualByComparingTo("215");
    }

    @Test
    void reduceOnlyStop_withoutAPosition_fails() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"));
        AlgoView stop = at.place(stop("2", "214"));

        Reply.Advanced reply = at.advance(1);

        assertThat(at.algo(stop.algoId()).state()).isEqualTo(AlgoState.ORDER_FAILED);
        assertThat(at.algo(stop.algoId()).failCode()).isEqualTo("51169");
        assertThat(reply.events().get(0)).isInstanceOf(VenueEvent.AlgoTriggered.class);
        assertThat(((VenueEvent.AlgoTriggered) reply.events().get(0)).failCode())
                .isEqualTo("51169");
    }

    @Test
    void reduceOnlyStop_largerThanThePosition_closesWhatThereIs() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"));
        at.market(NVDA, Side.BUY, "2");
        at.place(stop("5", "214"));

        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.venue.fills().get(1).fillSz()).isEqualByComparingTo("2");
    }

    @Test
    void closeFraction_closesWhateverThePositionIs() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView stop = at.place(stop("2", "214").sz(null).closeFraction(BigDecimal.ONE));
        at.market(NVDA, Side.BUY, "3");
        assertThat(at.refused(stop("2", "210").sz(null).closeFraction(BigDecimal.ONE))
                        .code())
                .isEqualTo("51088");

        at.advance(1);

        assertThat(at.algo(stop.algoId()).actualSz()).isEqualByComparingTo("5");
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void cxlOnClosePos_endsWithThePosition() {
        Fixture at = new Fixture(Fixture.market());
        at.market(NVDA, Side.BUY, "2");
        AlgoView tied = at.place(stop("2", "214").cxlOnClosePos(true));
        AlgoView free = at.place(stop("2", "214"));

        at.market(NVDA, Side.SELL, "2");

        assertThat(at.algo(tied.algoId()).state()).isEqualTo(AlgoState.CANCELED);
        assertThat(at.algo(free.algoId()).state()).isEqualTo(AlgoState.LIVE);
    }

    @Test
    void trailingStop_followsTheHighs_andFiresOnTheWayBack() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "240", "2000").to(NVDA, "230", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView trailing = at.place(
                Fixture.algo(NVDA, Side.SELL, AlgoType.MOVE_ORDER_STOP, "2").callbackRatio(d("0.02")));
        assertThat(trailing.moveTriggerPx()).isEqualByComparingTo("220.5");

        at.advance(1);
        assertThat(at.algo(trailing.algoId()).moveTriggerPx()).isEqualByComparingTo("235.2");
        at.advance(1);

        assertThat(at.venue.fills().get(1).fillPx()).isEqualByComparingTo("235.19");
        assertThat(at.order(at.algo(trailing.algoId()).ordId()).source()).isEqualTo("25");
    }

    @Test
    void trailingStop_ofABuy_followsTheLows_onceActive() {
        Fixture at = new Fixture(Fixture.market()
                .to(NVDA, "221", "2000")
                .to(NVDA, "226", "2000")
                .to(NVDA, "210", "2000")
                .to(NVDA, "216", "2000"));
        at.market(NVDA, Side.SELL, "2");
        AlgoView trailing = at.place(Fixture.algo(NVDA, Side.BUY, AlgoType.MOVE_ORDER_STOP, "2")
                .callbackSpread(d("3"))
                .activePx(d("215")));
        assertThat(trailing.moveTriggerPx()).isNull();

        at.advance(2);
        assertThat(at.algo(trailing.algoId()).state()).isEqualTo(AlgoState.LIVE);
        at.advance(2);

        assertThat(at.venue.fills().get(1).fillPx()).isEqualByComparingTo("213.01");
    }

    @Test
    void attached_comesAliveWhenTheParentHasFilled() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").to(NVDA, "209", "2000"));
        OrderView parent = at.place(Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, "2")
                .px(d("220"))
                .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                        .attachAlgoClOrdId("sl1")
                        .slTriggerPx(d("210"))
                        .slOrdPx(MARKET)
                        .build())));
        assertThat(at.venue.algos()).isEmpty();

        Reply.Advanced reply = at.advance(1);
        AlgoView attached = at.algo(parent.attached().get(0).attachAlgoId());
        assertThat(attached.state()).isEqualTo(AlgoState.LIVE);
        assertThat(attached.parentOrdId()).isEqualTo(parent.ordId());
        assertThat(attached.ticket().reduceOnly()).isTrue();
        assertThat(reply.events()).anyMatch(VenueEvent.AlgoAttached.class::isInstance);
        at.advance(1);
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void attached_toASpotBuy_sellsWhatIsLeftAfterTheFee() {
        Fixture at = new Fixture(Fixture.market().to(XNVDA, "209", "2000"));
        at.place(Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "2")
                .tgtCcy(TargetCcy.BASE_CCY)
                .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                        .slTriggerPx(d("210"))
                        .slOrdPx(MARKET)
                        .build())));

        at.advance(1);

        assertThat(at.venue.fills().get(1).fillSz()).isEqualByComparingTo("1.998");
        assertThat(at.balance("XNVDA").cashBal()).isZero();
    }

    @Test
    void attached_toAnOrderThatIsCancelledUnfilled_neverLives() {
        Fixture at = new Fixture(Fixture.market());
        OrderView parent = at.place(Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, "2")
                .px(d("220"))
                .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                        .slTriggerPx(d("210"))
                        .slOrdPx(MARKET)
                        .build())));

        at.venue.apply(new Command.Cancel(NVDA, parent.ordId(), null));

        assertThat(at.venue.algos()).isEmpty();
    }

    @Test
    void place_directionChecks_51277to51280_andTheirMarkTwins() {
        Fixture at = new Fixture(Fixture.market());
        expect(at, "51279", stop("1", "210").tpTriggerPx(d("224")).tpOrdPx(MARKET));
        expect(at, "51280", stop("1", "226"));
        expect(
                at,
                "51277",
                stop("1", "230").side(Side.BUY).tpTriggerPx(d("226")).tpOrdPx(MARKET));
        expect(at, "51278", stop("1", "224").side(Side.BUY));
        PriceType mark = PriceType.MARK;
        expect(at, "51304", stop("1", "226").slTriggerPxType(mark));
        expect(at, "51302", stop("1", "224").side(Side.BUY).slTriggerPxType(mark));
        expect(
                at,
                "51303",
                stop("1", "210").tpTriggerPx(d("224")).tpOrdPx(MARKET).tpTriggerPxType(mark));
        expect(
                at,
                "51300",
                stop("1", "230")
                        .side(Side.BUY)
                        .tpTriggerPx(d("226"))
                        .tpOrdPx(MARKET)
                        .tpTriggerPxType(mark));
    }

    @Test
    void place_otherRefusals() {
        Fixture at = new Fixture(Fixture.market(), Map.of("USDT", d("10000"), "XNVDA", d("5")));
        expect(at, "51415", spotStop().slTriggerPxType(PriceType.INDEX));
        expect(at, "51415", spotStop().slTriggerPxType(PriceType.MARK));
        expect(at, "51205", spotStop().reduceOnly(true));
        expect(at, "51327", spotStop().sz(null).closeFraction(BigDecimal.ONE));
        expect(
                at,
                "51328",
                stop("1", "214").sz(null).closeFraction(BigDecimal.ONE).reduceOnly(false));
        expect(
                at,
                "51330",
                stop("1", "214").sz(null).closeFraction(BigDecimal.ONE).slOrdPx(d("214")));
        expect(at, "51000", stop("1", "214").sz(null).closeFraction(d("0.5")));
        expect(at, "50016", stop("1", "214").closeFraction(BigDecimal.ONE));
        expect(at, "50015", stop("1", "214").sz(null));
        expect(at, "50014", stop("1", "214").slOrdPx(null));
        expect(at, "50015", stop("1", "214").slOrdPx(null).slTriggerPx(null));
        expect(at, "50014", stop("1", "214").ordType(AlgoType.OCO));
        expect(at, "51150", stop("1", "214.005"));
        expect(at, "51121", stop("1.005", "214"));
        expect(at, "51020", stop("0.001", "214"));
        expect(at, "51000", stop("0", "214"));
        expect(at, "51000", stop("1", "214").tgtCcy(TargetCcy.QUOTE_CCY));
        expect(at, "51000", stop("1", "214").cxlOnClosePos(true).reduceOnly(false));
        expect(at, "51001", stop("1", "214").instId("X-USDT-SWAP"));
        AlgoTicketBuilder trailing = Fixture.algo(NVDA, Side.SELL, AlgoType.MOVE_ORDER_STOP, "1");
        expect(at, "50015", trailing);
        expect(at, "51257", trailing.callbackRatio(d("0.0009")));
        expect(at, "50016", trailing.callbackSpread(d("1")));
    }

    @Test
    void place_algoClOrdIdOfALiveOne_51065() {
        Fixture at = new Fixture(Fixture.market());
        at.place(stop("1", "214").algoClOrdId("mine"));
        expect(at, "51065", stop("1", "213").algoClOrdId("mine"));
    }

    @Test
    void place_tooMany_51261() {
        Fixture at = new Fixture(Fixture.market());
        for (int i = 0; i < 100; i++) {
            at.place(stop("1", "214"));
        }
        expect(at, "51261", stop("1", "214"));
    }

    @Test
    void cancel_takesTheTriggerAway() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"));
        at.market(NVDA, Side.BUY, "2");
        at.place(stop("2", "214").algoClOrdId("mine"));

        assertThat(at.venue.apply(new Command.CancelAlgo(NVDA, null, "mine"))).isInstanceOf(Reply.AlgoCancelled.class);
        at.advance(1);

        assertThat(at.venue.positions()).hasSize(1);
        assertThat(at.refused(new Command.CancelAlgo(NVDA, null, "mine")).code())
                .isEqualTo("51401");
        assertThat(at.refused(new Command.CancelAlgo(NVDA, "7", null)).code()).isEqualTo("51400");
        assertThat(at.refused(new Command.CancelAlgo(NVDA, null, null)).code()).isEqualTo("50015");
    }

    @Test
    void cancel_ofATriggeredOne_51416() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"));
        at.market(NVDA, Side.BUY, "2");
        AlgoView stop = at.place(stop("2", "214"));
        at.advance(1);

        assertThat(at.refused(new Command.CancelAlgo(NVDA, stop.algoId(), null)).code())
                .isEqualTo("51416");
    }

    private static void expect(Fixture at, String code, AlgoTicketBuilder ticket) {
        Refusal refusal = at.refused(ticket);
        assertThat(refusal.code()).as(refusal.msg()).isEqualTo(code);
    }

    private static AlgoTicketBuilder stop(String sz, String px) {
        return Fixture.algo(NVDA, Side.SELL, AlgoType.CONDITIONAL, sz)
                .slTriggerPx(d(px))
                .slOrdPx(MARKET);
    }

    private static AlgoTicketBuilder spotStop() {
        return Fixture.algo(XNVDA, Side.SELL, AlgoType.CONDITIONAL, "1")
                .slTriggerPx(d("210"))
                .slOrdPx(MARKET);
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
