package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several take-profits of one order, ratios, and a trailing stop. A buy at market of NVDA fills at 225.01. */
class AttachedTest {

    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    @Test
    void splitTakeProfits_eachCloseTheirPart_andTheStopKeepsTheRest() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "231", "2000").to(NVDA, "209", "2000"));
        at.place(buy("3", tp("230", "1"), tp("235", "2"), stop("210", false)));
        assertThat(at.venue.liveAlgos()).hasSize(3);

        at.advance(1);
        assertThat(at.position(NVDA).pos()).isEqualByComparingTo("2");
        AlgoView stop = live(at, AlgoView::ticket, true);
        assertThat(stop.ticket().sz()).isEqualByComparingTo("2");
        assertThat(stop.ticket().slTriggerPx()).isEqualByComparingTo("210");
        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.venue.liveAlgos())
                .as("the stop ended the last take-profit")
                .isEmpty();
    }

    @Test
    void splitTakeProfits_allHit_endTheStopAsWell() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "236", "2000"));
        at.place(buy("3", tp("230", "1"), tp("235", "2"), stop("210", false)));

        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.venue.liveAlgos()).isEmpty();
        assertThat(at.venue.algos()).anyMatch(algo -> algo.state() == AlgoState.CANCELED);
    }

    @Test
    void stopAtTheEntryPrice_movesThere_onceATakeProfitHasTriggered() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "231", "2000"));
        at.place(buy("3", tp("230", "1"), tp("235", "2"), stop("210", true)));

        at.advance(1);

        assertThat(live(at, AlgoView::ticket, true).ticket().slTriggerPx()).isEqualByComparingTo("225.01");
    }

    @Test
    void ratios_areOfTheMeanFillPrice() {
        Fixture at = new Fixture(Fixture.market());
        at.place(buy(
                "1",
                AttachedAlgoBuilder.builder()
                        .tpTriggerRatio(d("0.1"))
                        .tpOrdPx(MARKET)
                        .slTriggerRatio(d("-0.05"))
                        .slOrdPx(MARKET)
                        .build()));

        AlgoTicket oco = at.venue.liveAlgos().get(0).ticket();
        assertThat(oco.ordType()).isEqualTo(AlgoType.OCO);
        assertThat(oco.tpTriggerPx()).as("225.01 x 1.1 = 247.511").isEqualByComparingTo("247.51");
        assertThat(oco.slTriggerPx()).as("225.01 x 0.95 = 213.7595").isEqualByComparingTo("213.76");
    }

    @Test
    void trailingStop_comesAliveWithTheOrder() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "240", "2000").to(NVDA, "230", "2000"));
        at.place(buy("1", AttachedAlgoBuilder.builder().callbackRatio(d("0.02")).build()));
        assertThat(at.venue.liveAlgos().get(0).ticket().ordType()).isEqualTo(AlgoType.MOVE_ORDER_STOP);

        at.advance(2);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.order(at.venue.algos().get(0).ordId()).source()).isEqualTo("25");
    }

    @Test
    void closingOrder_ofLongShortMode_takesNoTpSl_51333() {
        Fixture at = new Fixture(Fixture.market());
        at.longShort();
        at.place(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "2").posSide(PosSide.LONG));

        assertThat(at.refused(Fixture.order(NVDA, Side.SELL, OrderType.MARKET, "1")
                                .posSide(PosSide.LONG)
                                .attachAlgoOrds(List.of(tp("200", null))))
                        .code())
                .isEqualTo("51333");
    }

    @Test
    void stopOfALongPosition_closesItInLongShortMode() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "209", "2000"));
        at.longShort();
        at.place(buy("2", stop("210", false)).posSide(PosSide.LONG));
        AlgoTicket stop = at.venue.liveAlgos().get(0).ticket();
        assertThat(stop.posSide()).isEqualTo(PosSide.LONG);
        assertThat(stop.side()).isEqualTo(Side.SELL);

        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void amend_changesWhatIsAttached_byItsId() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));
        OrderView order = at.place(limit("220", AttachedAlgoBuilder.builder()
                .attachAlgoClOrdId("both1")
                .tpTriggerPx(d("230"))
                .tpOrdPx(MARKET)
                .slTriggerPx(d("210"))
                .slOrdPx(MARKET)
                .build()));

        amend(at, order, change("both1").newTpTriggerPx(BigDecimal.ZERO).newSlTriggerPx(d("211")));
        assertThat(at.order(order.ordId()).attached().get(0).algo().slTriggerPx())
                .isEqualByComparingTo("211");
        at.advance(1);

        AlgoTicket alive = at.venue.liveAlgos().get(0).ticket();
        assertThat(alive.ordType()).isEqualTo(AlgoType.CONDITIONAL);
        assertThat(alive.tpTriggerPx()).isNull();
        assertThat(alive.slTriggerPx()).isEqualByComparingTo("211");
    }

    @Test
    void amend_ofBothLegsAway_leavesNothingAttached() {
        Fixture at = new Fixture(Fixture.market());
        OrderView order = at.place(limit("220", stop("210", false)));
        String id = order.attached().get(0).attachAlgoId();

        amend(at, order, AttachedChangeBuilder.builder().attachAlgoId(id).newSlOrdPx(BigDecimal.ZERO));

        assertThat(at.order(order.ordId()).attached()).isEmpty();
    }

    @Test
    void amend_ofWhatIsNotAttached_51527_ofTheSameTwice_51539_toTheWrongSide_51047() {
        Fixture at = new Fixture(Fixture.market());
        OrderView order = at.place(limit("220", stop("210", false)));
        String id = order.attached().get(0).attachAlgoId();
        AttachedChange wrong = AttachedChangeBuilder.builder()
                .attachAlgoId(id)
                .newSlTriggerPx(d("221"))
                .build();

        assertThat(at.refused(command(order, change("nobody").build())).code()).isEqualTo("51527");
        assertThat(at.refused(command(order, wrong, wrong)).code()).isEqualTo("51539");
        assertThat(at.refused(command(order, wrong)).code()).isEqualTo("51047");
    }

    @Test
    void amend_ofTheSize_hasToFitTheSplitTakeProfits_51083() {
        Fixture at = new Fixture(Fixture.market());
        OrderView order = at.place(limit("220", tp("230", "0.5"), tp("235", "0.5")));

        assertThat(at.refused(new Command.Amend(NVDA, order.ordId(), null, d("2"), null, null, false, false))
                        .code())
                .isEqualTo("51083");
        Command both = new Command.Amend(
                NVDA,
                order.ordId(),
                null,
                d("2"),
                null,
                null,
                false,
                false,
                List.of(AttachedChangeBuilder.builder()
                        .attachAlgoId(order.attached().get(0).attachAlgoId())
                        .sz(d("1.5"))
                        .build()));
        assertThat(at.venue.apply(both)).isInstanceOf(Reply.Amended.class);
    }

    private static void amend(Fixture at, OrderView order, AttachedChangeBuilder change) {
        assertThat(at.venue.apply(command(order, change.build()))).isInstanceOf(Reply.Amended.class);
    }

    private static Command command(OrderView order, AttachedChange... changes) {
        return new Command.Amend(NVDA, order.ordId(), null, null, null, null, false, false, List.of(changes));
    }

    private static AttachedChangeBuilder change(String id) {
        return AttachedChangeBuilder.builder().attachAlgoClOrdId(id);
    }

    private static OrderTicketBuilder limit(String px, AttachedAlgo... attached) {
        return Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, "1").px(d(px)).attachAlgoOrds(List.of(attached));
    }

    private static AlgoView live(Fixture at, java.util.function.Function<AlgoView, AlgoTicket> ticket, boolean stop) {
        return at.venue.liveAlgos().stream()
                .filter(algo -> (ticket.apply(algo).slTriggerPx() != null) == stop)
                .findFirst()
                .orElseThrow();
    }

    private static OrderTicketBuilder buy(String sz, AttachedAlgo... attached) {
        return Fixture.order(NVDA, Side.BUY, OrderType.MARKET, sz).attachAlgoOrds(List.of(attached));
    }

    private static AttachedAlgo tp(String px, @Nullable String sz) {
        return AttachedAlgoBuilder.builder()
                .tpTriggerPx(d(px))
                .tpOrdPx(MARKET)
                .sz(sz == null ? null : d(sz))
                .build();
    }

    private static AttachedAlgo stop(String px, boolean toEntry) {
        return AttachedAlgoBuilder.builder()
                .slTriggerPx(d(px))
                .slOrdPx(MARKET)
                .amendPxOnTriggerType(toEntry)
                .build();
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
