package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Positions that share margin, that turn over, and that are taken away, each to the last digit. */
class CrossMarginTest {

    @Test
    void crossLong_figuresOfTheBalance() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));
        at.lever(NVDA, TradeMode.CROSS, "10");
        at.place(cross(NVDA, Side.BUY, "2", "220"));
        at.advance(1);

        BalanceView usdt = at.balance("USDT");
        assertThat(usdt.cashBal()).isEqualByComparingTo("9999.912"); // 10000 − 440 × 0.0002
        assertThat(usdt.upl()).isEqualByComparingTo("-2");
        assertThat(usdt.eq()).isEqualByComparingTo("9997.912");
        assertThat(usdt.imr()).isEqualByComparingTo("43.8"); // 2 × 219 ÷ 10
        assertThat(usdt.mmr()).isEqualByComparingTo("4.38"); // 2 × 219 × 0.01
        assertThat(usdt.availEq()).isEqualByComparingTo("9954.112");
        assertThat(usdt.availBal()).isEqualByComparingTo("9954.112");
        assertThat(at.position(NVDA).imr()).isEqualByComparingTo("43.8");
        assertThat(at.position(NVDA).margin()).isNull();
    }

    @Test
    void crossProfit_isMarginButCannotBeSpent() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").to(NVDA, "230", "2000"));
        at.lever(NVDA, TradeMode.CROSS, "10");
        at.place(cross(NVDA, Side.BUY, "2", "220"));
        at.advance(2);

        assertThat(at.balance("USDT").upl()).isEqualByComparingTo("20");
        assertThat(at.balance("USDT").availEq()).isEqualByComparingTo("9973.912"); // 9999.912 + 20 − 46
        assertThat(at.balance("USDT").availBal()).isEqualByComparingTo("9953.912");
    }

    @Test
    void crossLong_soldBeyondItsSize_becomesAShortWithItsOwnBooks() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").to(NVDA, "227", "2000"));
        at.place(cross(NVDA, Side.BUY, "2", "220"));
        at.advance(1);
        PositionView before = at.position(NVDA);
        at.place(cross(NVDA, Side.SELL, "5", "226"));

        at.advance(1);

        PositionView after = at.position(NVDA);
        assertThat(after.pos()).isEqualByComparingTo("-3");
        assertThat(after.avgPx()).isEqualByComparingTo("226");
        assertThat(after.posId()).isNotEqualTo(before.posId());
        assertThat(after.pnl()).isZero();
        assertThat(after.fee()).isEqualByComparingTo("-0.1356"); // 3 × 226 × 0.0002
        FillView fill = at.venue.fills().get(1);
        assertThat(fill.fillPnl()).isEqualByComparingTo("12");
        assertThat(fill.fee()).isEqualByComparingTo("-0.226");
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("10011.686"); // 10000 − 0.088 + 12 − 0.226
    }

    @Test
    void isolatedLong_soldBeyondItsSize_givesBackItsMarginAndTakesAnew() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").to(NVDA, "227", "2000"));
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.limit(NVDA, Side.BUY, "2", "220");
        at.advance(1);
        at.limit(NVDA, Side.SELL, "5", "226");

        at.advance(1);

        assertThat(at.position(NVDA).pos()).isEqualByComparingTo("-3");
        assertThat(at.position(NVDA).margin()).isEqualByComparingTo("67.8"); // 3 × 226 ÷ 10
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9943.886"); // 10011.686 − 67.8
        BillView bill = at.venue.bills().get(at.venue.bills().size() - 1);
        assertThat(bill.balChg()).isEqualByComparingTo("-12.026"); // 44 − 67.8 + 12 − 0.226
        assertThat(bill.posBalChg()).isEqualByComparingTo("23.8");
        assertThat(bill.posBal()).isEqualByComparingTo("67.8");
    }

    @Test
    void bothMarginModesOfOneInstrument_areTwoPositions() {
        Fixture at = new Fixture(Fixture.market());
        at.market(NVDA, Side.BUY, "2");
        at.place(Fixture.order(NVDA, Side.SELL, OrderType.MARKET, "3").tdMode(TradeMode.CROSS));
        assertThat(at.venue.positions())
                .extracting(PositionView::mgnMode, position -> position.pos().intValueExact())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TradeMode.ISOLATED, 2),
                        org.assertj.core.groups.Tuple.tuple(TradeMode.CROSS, -3));

        at.place(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "3").tdMode(TradeMode.CROSS));

        assertThat(at.venue.positions()).extracting(PositionView::mgnMode).containsExactly(TradeMode.ISOLATED);
    }

    @Test
    void crossShort_isLiquidatedAtItsPrice_toTheLastDigit() {
        Fixture at = new Fixture(
                Fixture.market()
                        .to(NVDA, "227", "90000")
                        .to(NVDA, "248.34", "90000")
                        .to(NVDA, "250", "90000"),
                Map.of("USDT", new BigDecimal("1000")));
        at.lever(NVDA, TradeMode.CROSS, "20");
        at.place(cross(NVDA, Side.SELL, "40", "226"));
        at.advance(1);
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("998.192"); // 1000 − 9040 × 0.0002
        // (9040 + 998.192) ÷ (40 × 1.0105) = 248.3471…, up to the tick
        assertThat(at.position(NVDA).liqPx()).isEqualByComparingTo("248.35");
        at.advance(1);
        assertThat(at.venue.positions()).as("a tick before").hasSize(1);

        Reply.Advanced reply = at.advance(1);

        VenueEvent.Liquidated event = (VenueEvent.Liquidated) reply.events().get(0);
        assertThat(event.markPx()).isEqualByComparingTo("248.35");
        assertThat(event.pos()).isEqualByComparingTo("-40");
        assertThat(at.venue.positions()).isEmpty();
        expectCash(at, "998.192", "226", 1, "106");
    }

    @Test
    void isolatedShort_isLiquidatedAtItsPrice_toTheLastDigit() {
        Fixture at = new Fixture(Fixture.market()
                .to(NVDA, "227", "2000")
                .to(NVDA, "246.01", "2000")
                .to(NVDA, "247", "2000"));
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.limit(NVDA, Side.SELL, "2", "226");
        at.advance(1);
        // (452 + 45.2) ÷ (2 × 1.0105) = 246.0168…, up to the tick
        assertThat(at.position(NVDA).liqPx()).isEqualByComparingTo("246.02");
        at.advance(1);
        assertThat(at.venue.positions()).as("a tick before").hasSize(1);

        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        expectCash(at, "9999.9096", "226", 1, "106");
    }

    @Test
    void isolatedLong_isLiquidatedAtItsPrice_toTheLastDigit() {
        Fixture at = new Fixture(Fixture.market()
                .to(NVDA, "219", "2000")
                .to(NVDA, "200.11", "2000")
                .to(NVDA, "200.1", "2000"));
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.limit(NVDA, Side.BUY, "2", "220");
        at.advance(2);
        assertThat(at.venue.positions()).as("a tick before").hasSize(1);

        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        expectCash(at, "9999.912", "220", 1, "107");
    }

    @Test
    void isolatedLiquidation_leavesCrossPositionsAndOrdersAlone() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").to(NVDA, "199", "2000"));
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.limit(NVDA, Side.BUY, "2", "220");
        at.place(Fixture.order(BTC, Side.BUY, OrderType.MARKET, "1").tdMode(TradeMode.CROSS));
        at.place(Fixture.order(NVDA, Side.SELL, OrderType.MARKET, "1").tdMode(TradeMode.CROSS));
        OrderView crossOrder = at.place(cross(BTC, Side.BUY, "1", "62000"));
        OrderView isolatedOrder = at.limit(NVDA, Side.BUY, "1", "214");
        at.advance(1);
        at.venue.apply(new Command.Cancel(NVDA, isolatedOrder.ordId(), null));

        at.advance(1);

        assertThat(at.venue.positions())
                .extracting(PositionView::mgnMode)
                .containsExactly(TradeMode.CROSS, TradeMode.CROSS);
        assertThat(at.order(crossOrder.ordId()).state()).isEqualTo(OrderState.LIVE);
    }

    @Test
    void setLeverage_thatWouldLeaveALosingPositionBare_59104() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").to(NVDA, "212", "2000"));
        at.lever(NVDA, TradeMode.ISOLATED, "5");
        at.limit(NVDA, Side.BUY, "2", "220");
        at.advance(2);

        Refusal refusal = at.refused(new Command.SetLeverage(NVDA, TradeMode.ISOLATED, new BigDecimal("50")));

        assertThat(refusal.code()).isEqualTo("59104");
        assertThat(at.position(NVDA).margin()).isEqualByComparingTo("88");
    }

    @Test
    void setLeverage_ofACrossPositionWithPendingOrders_59107() {
        Fixture at = new Fixture(Fixture.market());
        at.place(cross(NVDA, Side.BUY, "1", "220"));

        assertThat(at.refused(new Command.SetLeverage(NVDA, TradeMode.CROSS, new BigDecimal("2")))
                        .code())
                .isEqualTo("59107");
        at.lever(NVDA, TradeMode.ISOLATED, "2");
    }

    /** Checks the cash after a liquidation: the price of each fill against the entry, and the taker fee, exactly. */
    private static void expectCash(Fixture at, String cashAtEntry, String entry, int opening, String subType) {
        BigDecimal expected = new BigDecimal(cashAtEntry);
        List<FillView> closing =
                at.venue.fills().subList(opening, at.venue.fills().size());
        assertThat(closing).isNotEmpty();
        for (FillView fill : closing) {
            BigDecimal move = fill.fillPx().subtract(new BigDecimal(entry)).multiply(fill.fillSz());
            BigDecimal fee = fill.fillPx().multiply(fill.fillSz()).multiply(new BigDecimal("-0.0005"));
            BigDecimal pnl = fill.side() == Side.SELL ? move : move.negate();
            assertThat(fill.fillPnl()).isEqualByComparingTo(pnl);
            assertThat(fill.fee()).isEqualByComparingTo(fee);
            assertThat(fill.subType()).isEqualTo(subType);
            assertThat(at.order(fill.ordId()).category()).isEqualTo("full_liquidation");
            expected = expected.add(pnl).add(fee);
        }
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo(expected).isPositive();
        BillView bill = at.venue.bills().get(at.venue.bills().size() - 1);
        assertThat(bill.type()).isEqualTo("5");
        assertThat(bill.subType()).isEqualTo(subType);
        assertThat(bill.bal()).isEqualByComparingTo(expected);
        assertThat(bill.posBal()).isZero();
    }

    private static OrderTicketBuilder cross(String instId, Side side, String sz, String px) {
        return Fixture.order(instId, side, OrderType.LIMIT, sz)
                .tdMode(TradeMode.CROSS)
                .px(new BigDecimal(px));
    }
}
