package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Long/short mode: two positions of an instrument, each with its own margin, and orders that name theirs. */
@NullUnmarked
class HedgeTest {

    @Test
    void bothSides_areHeldAtOnce_eachWithItsOwnMargin() {
        Fixture at = hedged(Fixture.market());
        at.lever(NVDA, TradeMode.ISOLATED, PosSide.LONG, "10");
        at.lever(NVDA, TradeMode.ISOLATED, PosSide.SHORT, "5");

        at.place(order(NVDA, Side.BUY, PosSide.LONG, "2"));
        at.place(order(NVDA, Side.SELL, PosSide.SHORT, "3"));

        PositionView bought = at.position(NVDA, PosSide.LONG);
        PositionView sold = at.position(NVDA, PosSide.SHORT);
        assertThat(bought.pos()).isEqualByComparingTo("2");
        assertThat(sold.pos()).as("never negative").isEqualByComparingTo("3");
        assertThat(bought.margin()).isEqualByComparingTo("45.002"); // 2 × 225.01 ÷ 10
        assertThat(sold.margin()).isEqualByComparingTo("134.994"); // 3 × 224.99 ÷ 5
        assertThat(bought.posId()).isNotEqualTo(sold.posId());
        assertThat(bought.lever()).isEqualByComparingTo("10");
        assertThat(sold.lever()).isEqualByComparingTo("5");
    }

    @Test
    void fillsAndBills_sayWhichPositionTheyOpenAndClose() {
        Fixture at = hedged(Fixture.market());

        at.place(order(NVDA, Side.BUY, PosSide.LONG, "2"));
        at.place(order(NVDA, Side.SELL, PosSide.SHORT, "3"));
        at.place(order(NVDA, Side.SELL, PosSide.LONG, "1"));
        at.place(order(NVDA, Side.BUY, PosSide.SHORT, "1"));

        assertThat(at.venue.fills()).extracting(FillView::subType).containsExactly("3", "4", "5", "6");
        assertThat(at.venue.fills())
                .extracting(FillView::posSide)
                .containsExactly(PosSide.LONG, PosSide.SHORT, PosSide.LONG, PosSide.SHORT);
        assertThat(at.venue.bills().stream()
                        .filter(bill -> bill.type().equals("2"))
                        .map(BillView::subType))
                .containsExactly("3", "4", "5", "6");
        assertThat(at.position(NVDA, PosSide.LONG).pos()).isEqualByComparingTo("1");
        assertThat(at.position(NVDA, PosSide.SHORT).pos()).isEqualByComparingTo("2");
    }

    @Test
    void profit_ofAShort_isWhatItFell() {
        Fixture at = hedged(Fixture.market().to(NVDA, "220", "2000"));
        at.place(order(NVDA, Side.SELL, PosSide.SHORT, "2"));
        at.advance(1);

        at.place(order(NVDA, Side.BUY, PosSide.SHORT, "2"));

        FillView close = at.venue.fills().get(1);
        assertThat(close.fillPnl()).isEqualByComparingTo("9.96"); // (224.99 − 220.01) × 2
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void closing_withoutAPosition_51169_andBeyondIt_51112() {
        Fixture at = hedged(Fixture.market());
        assertThat(at.refused(order(NVDA, Side.SELL, PosSide.LONG, "1")).code()).isEqualTo("51169");
        at.place(order(NVDA, Side.BUY, PosSide.LONG, "2"));

        assertThat(at.refused(order(NVDA, Side.SELL, PosSide.LONG, "2.01")).code())
                .isEqualTo("51112");
        assertThat(at.refused(order(NVDA, Side.BUY, PosSide.SHORT, "1")).code()).isEqualTo("51169");
    }

    @Test
    void closingOrders_freezeNothing_andEndWithThePosition() {
        Fixture at = hedged(Fixture.market());
        at.place(order(NVDA, Side.BUY, PosSide.LONG, "2"));
        OrderView first = at.place(limit(NVDA, Side.SELL, PosSide.LONG, "1.5", "230"));
        OrderView second = at.place(limit(NVDA, Side.SELL, PosSide.LONG, "1.5", "231"));
        assertThat(at.balance("USDT").ordFrozen()).isZero();

        at.place(order(NVDA, Side.SELL, PosSide.LONG, "1"));
        assertThat(at.order(first.ordId()).sz()).as("trimmed to what is left").isEqualByComparingTo("1");
        assertThat(at.order(second.ordId()).cancelSource()).isEqualTo("23");

        at.place(order(NVDA, Side.SELL, PosSide.LONG, "1"));
        assertThat(at.order(first.ordId()).cancelSource()).isEqualTo("17");
    }

    @Test
    void orders_haveToNameTheirSide_andSpotNone() {
        Fixture at = hedged(Fixture.market());

        assertThat(at.refused(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "1"))
                        .code())
                .isEqualTo("51000");
        assertThat(at.refused(order(NVDA, Side.BUY, PosSide.NET, "1")).code()).isEqualTo("51000");
        assertThat(at.refused(order(Fixture.XNVDA, Side.BUY, PosSide.LONG, "300"))
                        .code())
                .isEqualTo("51000");
        at.market(Fixture.XNVDA, Side.BUY, "300");
    }

    @Test
    void cross_sharesOneMargin_andALeverage() {
        Fixture at = hedged(Fixture.market());
        at.lever(BTC, TradeMode.CROSS, PosSide.LONG, "10");

        at.place(order(BTC, Side.BUY, PosSide.LONG, "10").tdMode(TradeMode.CROSS));
        at.place(order(BTC, Side.SELL, PosSide.SHORT, "10").tdMode(TradeMode.CROSS));

        assertThat(at.venue.leverage(BTC, TradeMode.CROSS, PosSide.SHORT)).isEqualByComparingTo("10");
        assertThat(at.position(BTC, PosSide.SHORT).imr()).isEqualByComparingTo("640");
        assertThat(at.balance("USDT").imr()).isEqualByComparingTo("1280"); // both: 2 × 6400 ÷ 10
    }

    @Test
    void aHedgedCrossPair_isLiquidatedByNoPriceThatItDoesNotLoseBy() {
        Fixture at = hedged(Fixture.market().to(BTC, "100000", "2000"));
        at.lever(BTC, TradeMode.CROSS, PosSide.LONG, "50");
        at.place(order(BTC, Side.BUY, PosSide.LONG, "20").tdMode(TradeMode.CROSS));
        at.place(order(BTC, Side.SELL, PosSide.SHORT, "20").tdMode(TradeMode.CROSS));

        // Both lose nothing together; what they need grows with the price: 0.4 × 0.0055 × px = cash, far away.
        BigDecimal liqPx = at.position(BTC, PosSide.LONG).liqPx();
        assertThat(liqPx).isEqualByComparingTo(at.position(BTC, PosSide.SHORT).liqPx());
        assertThat(liqPx).isGreaterThan(new BigDecimal("4000000"));
        at.advance(1);
        assertThat(at.venue.positions()).hasSize(2);
    }

    @Test
    void anIsolatedLong_isLiquidatedAlone() {
        Fixture at = hedged(Fixture.market().to(NVDA, "180", "20000"));
        at.lever(NVDA, TradeMode.ISOLATED, PosSide.LONG, "10");
        at.place(order(NVDA, Side.BUY, PosSide.LONG, "2"));
        at.place(order(NVDA, Side.SELL, PosSide.SHORT, "3"));

        at.advance(1);

        assertThat(at.venue.positions()).extracting(PositionView::posSide).containsExactly(PosSide.SHORT);
        assertThat(at.venue.fills().get(2).subType())
                .as("liquidation of a long")
                .isEqualTo("104");
    }

    @Test
    void closePosition_needsTheSide_andClosesIt() {
        Fixture at = hedged(Fixture.market());
        at.place(order(NVDA, Side.BUY, PosSide.LONG, "2"));
        at.place(order(NVDA, Side.SELL, PosSide.SHORT, "3"));
        assertThat(at.refused(new Command.ClosePosition(NVDA, TradeMode.ISOLATED, null, null, false))
                        .code())
                .isEqualTo("51000");

        Reply reply =
                at.venue.apply(new Command.ClosePosition(NVDA, TradeMode.ISOLATED, PosSide.SHORT, null, null, false));

        assertThat(((Reply.Closed) reply).posSide()).isEqualTo(PosSide.SHORT);
        assertThat(at.venue.positions()).extracting(PositionView::posSide).containsExactly(PosSide.LONG);
    }

    @Test
    void funding_isPaidByTheLong_andReceivedByTheShort() {
        Fixture at = hedged(Fixture.market().funding(NVDA, "0.0001"));
        at.place(order(NVDA, Side.BUY, PosSide.LONG, "2"));
        at.place(order(NVDA, Side.SELL, PosSide.SHORT, "3"));
        BigDecimal before = at.position(NVDA, PosSide.SHORT).margin();

        at.advance(1);

        assertThat(at.position(NVDA, PosSide.LONG).fundingFee()).isEqualByComparingTo("-0.045");
        assertThat(at.position(NVDA, PosSide.SHORT).fundingFee()).isEqualByComparingTo("0.0675");
        assertThat(at.position(NVDA, PosSide.SHORT).margin())
                .isEqualByComparingTo(before.add(new BigDecimal("0.0675")));
    }

    @Test
    void attachedStop_closesThePositionOfItsParent() {
        Fixture at = hedged(Fixture.market().to(NVDA, "210", "20000"));
        at.place(order(NVDA, Side.SELL, PosSide.SHORT, "3"));
        at.place(order(NVDA, Side.BUY, PosSide.LONG, "2")
                .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                        .slTriggerPx(new BigDecimal("215"))
                        .slOrdPx(new BigDecimal("-1"))
                        .build())));

        at.advance(1);

        assertThat(at.venue.positions()).extracting(PositionView::posSide).containsExactly(PosSide.SHORT);
        assertThat(at.position(NVDA, PosSide.SHORT).pos()).isEqualByComparingTo("3");
    }

    private static Fixture hedged(ScriptedFeed feed) {
        Fixture at = new Fixture(feed);
        at.longShort();
        return at;
    }

    private static OrderTicketBuilder order(String instId, Side side, PosSide posSide, String sz) {
        return Fixture.order(instId, side, OrderType.MARKET, sz).posSide(posSide);
    }

    private static OrderTicketBuilder limit(String instId, Side side, PosSide posSide, String sz, String px) {
        return Fixture.order(instId, side, OrderType.LIMIT, sz).posSide(posSide).px(new BigDecimal(px));
    }
}
