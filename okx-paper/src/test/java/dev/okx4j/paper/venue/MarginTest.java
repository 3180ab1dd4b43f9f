package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reducing, liquidating, funding and leverage. */
class MarginTest {

    @Test
    void openedAndClosed_profitAddsUpToTheLastDigit() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "210", "20000").to(NVDA, "230", "20000"));
        at.lever(NVDA, TradeMode.ISOLATED, "3");
        at.limit(NVDA, Side.BUY, "1", "220");
        at.limit(NVDA, Side.BUY, "1", "219.01");
        at.limit(NVDA, Side.BUY, "1.01", "214");
        at.advance(1);
        at.limit(NVDA, Side.SELL, "1", "215");
        at.limit(NVDA, Side.SELL, "1", "216.37");
        at.limit(NVDA, Side.SELL, "1.01", "221.11");
        at.advance(1);

        BigDecimal pnl = at.venue.fills().stream().map(FillView::fillPnl).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal fees = at.venue.fills().stream().map(FillView::fee).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(at.venue.positions()).isEmpty();
        assertThat(pnl).isEqualByComparingTo("-0.4589"); // 215 + 216.37 + 1.01 × 221.11 − 220 − 219.01 − 1.01 × 214
        assertThat(at.balance("USDT").cashBal())
                .isEqualByComparingTo(new BigDecimal("10000").add(pnl).add(fees));
    }

    @Test
    void restingCloseOrder_freezesNothing_untilItWouldOpen() {
        Fixture at = new Fixture(Fixture.market());
        at.market(NVDA, Side.BUY, "2");
        at.limit(NVDA, Side.SELL, "2", "230");
        assertThat(at.balance("USDT").ordFrozen()).isZero();
        at.limit(NVDA, Side.SELL, "1", "231");
        assertThat(at.balance("USDT").ordFrozen()).isEqualByComparingTo("231.1155");
    }

    @Test
    void positionCloses_orderThatWouldNowOpenWithoutMargin_isCancelled() {
        Fixture at = new Fixture(Fixture.market(), Map.of("USDT", new BigDecimal("1000")));
        at.market(NVDA, Side.BUY, "4");
        OrderView resting = at.limit(NVDA, Side.SELL, "4", "236");
        OrderView other = at.limit(NVDA, Side.BUY, "0.4", "220");

        at.market(NVDA, Side.SELL, "4");

        assertThat(at.order(resting.ordId()).cancelSource()).isEqualTo("2");
        assertThat(at.order(other.ordId()).state()).isEqualTo(OrderState.LIVE);
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void stopLoss_firesAlthoughATakeProfitRestsForTheWholePosition() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "213", "2000"), Map.of("USDT", new BigDecimal("1000")));
        at.market(NVDA, Side.BUY, "4");
        OrderView profit = at.place(reduce("4", "236"));
        at.place(Fixture.algo(NVDA, Side.SELL, AlgoType.CONDITIONAL, "4")
                .slTriggerPx(new BigDecimal("214"))
                .slOrdPx(BigDecimal.ONE.negate()));

        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.order(profit.ordId()).cancelSource()).isEqualTo("17");
    }

    @Test
    void reduceOnlyOrders_areTrimmedToThePosition_worstPriceFirst() {
        Fixture at = new Fixture(Fixture.market());
        at.market(NVDA, Side.BUY, "3");
        OrderView near = at.place(reduce("2", "228"));
        OrderView far = at.place(reduce("3", "230"));
        at.market(NVDA, Side.SELL, "0.5");
        assertThat(at.order(near.ordId()).sz()).isEqualByComparingTo("2");
        assertThat(at.order(far.ordId()).sz()).isEqualByComparingTo("0.5");

        at.market(NVDA, Side.SELL, "1");
        assertThat(at.order(near.ordId()).sz()).isEqualByComparingTo("1.5");
        assertThat(at.order(far.ordId()).cancelSource()).isEqualTo("23");

        at.market(NVDA, Side.SELL, "1.5");
        assertThat(at.order(near.ordId()).cancelSource()).isEqualTo("17");
    }

    @Test
    void isolatedLong_isLiquidatedAtItsPrice_notBefore() {
        Fixture at = new Fixture(Fixture.market()
                .to(NVDA, "218", "2000")
                .to(NVDA, "200.11", "2000")
                .to(NVDA, "199", "2000"));
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.limit(NVDA, Side.BUY, "2", "220");
        at.advance(1);
        assertThat(at.position(NVDA).liqPx()).isEqualByComparingTo("200.1");
        at.advance(1);
        assertThat(at.venue.positions()).hasSize(1);

        Reply.Advanced reply = at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        VenueEvent.Liquidated liquidated =
                (VenueEvent.Liquidated) reply.events().get(0);
        assertThat(liquidated.markPx()).isEqualByComparingTo("200.1");
        FillView fill = at.venue.fills().get(1);
        assertThat(fill.tradeId()).startsWith("-");
        assertThat(fill.subType()).isEqualTo("107");
        assertThat(fill.fillPx()).isEqualByComparingTo("200.09");
        assertThat(at.order(fill.ordId()).category()).isEqualTo("full_liquidation");
        // 10000 − 0.088 opening fee − (220 − 200.09) × 2 − 400.18 × 0.0005 closing fee
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9959.89191");
    }

    @Test
    void isolatedLong_gapBeyondItsMargin_losesNoMoreThanItsMargin() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "218", "2000").leg(NVDA, "150", "151", "2000"));
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.limit(NVDA, Side.BUY, "2", "220");
        at.advance(2);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9955.912"); // 10000 − 44 − 0.088
        BillView insured = at.venue.bills().get(at.venue.bills().size() - 1);
        assertThat(insured.type()).isEqualTo("5");
        assertThat(insured.balChg()).isPositive();
    }

    @Test
    void everyLeverage_survivesItsOwnEntry() {
        for (String lever : new String[] {"1", "10", "25", "50"}) {
            Fixture at = new Fixture(Fixture.market().to(NVDA, "225.2", "2000").to(NVDA, "224.9", "2000"));
            at.lever(NVDA, TradeMode.ISOLATED, lever);
            at.market(NVDA, Side.BUY, "1");
            at.advance(2);
            assertThat(at.venue.positions()).as("leverage " + lever).hasSize(1);
        }
    }

    @Test
    void cross_oneAccountCarriesAllPositions_andAllAreLiquidatedTogether() {
        Fixture at = new Fixture(
                Fixture.market().to(NVDA, "219", "90000").to(NVDA, "100", "90000"),
                Map.of("USDT", new BigDecimal("1000")));
        at.lever(NVDA, TradeMode.CROSS, "20");
        at.lever(BTC, TradeMode.CROSS, "20");
        at.place(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "40").tdMode(TradeMode.CROSS));
        at.place(Fixture.order(BTC, Side.BUY, OrderType.MARKET, "10").tdMode(TradeMode.CROSS));
        OrderView resting = at.place(Fixture.order(BTC, Side.BUY, OrderType.LIMIT, "1")
                .tdMode(TradeMode.CROSS)
                .px(new BigDecimal("62000")));
        at.advance(1);
        assertThat(at.venue.positions()).hasSize(2);
        BigDecimal liqPx = Objects.requireNonNull(at.position(NVDA).liqPx());

        Reply.Advanced reply = at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.order(resting.ordId()).cancelSource()).isEqualTo("3");
        assertThat(at.balance("USDT").cashBal()).isPositive();
        VenueEvent.Liquidated first = (VenueEvent.Liquidated) reply.events().stream()
                .filter(VenueEvent.Liquidated.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(first.markPx()).isEqualByComparingTo(liqPx);
    }

    @Test
    void cross_gapBeyondEverything_leavesZeroRatherThanADebt() {
        Fixture at =
                new Fixture(Fixture.market().leg(NVDA, "100", "100", "90000"), Map.of("USDT", new BigDecimal("1000")));
        at.lever(NVDA, TradeMode.CROSS, "20");
        at.place(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "40").tdMode(TradeMode.CROSS));

        at.advance(1);

        assertThat(at.balance("USDT").cashBal()).isZero();
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void funding_isABillAndAnEvent() {
        Fixture at = new Fixture(Fixture.market().funding(NVDA, "0.0001").funding(NVDA, "-0.0002"));
        at.place(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "2").tdMode(TradeMode.CROSS));

        Reply.Advanced reply = at.advance(2);

        VenueEvent.Funded paid = (VenueEvent.Funded) reply.events().get(0);
        assertThat(paid.amount()).isEqualByComparingTo("-0.045");
        assertThat(at.venue.bills().get(2).type()).isEqualTo("8");
        assertThat(at.venue.bills().get(2).subType()).isEqualTo("173");
        assertThat(at.venue.bills().get(3).subType()).isEqualTo("174");
        assertThat(at.position(NVDA).fundingFee()).isEqualByComparingTo("0.045");
    }

    @Test
    void setLeverage_rules() {
        Fixture at = new Fixture(Fixture.market());
        assertThat(at.venue.leverage(NVDA, TradeMode.ISOLATED)).isEqualByComparingTo("1");
        assertThat(refused(at, NVDA, "51")).isEqualTo("59102");
        assertThat(refused(at, NVDA, "0.5")).isEqualTo("59105");
        assertThat(refused(at, Fixture.XNVDA, "2")).isEqualTo("51010");
        assertThat(refused(at, "NOPE", "2")).isEqualTo("51001");
        at.limit(NVDA, Side.BUY, "1", "220");
        assertThat(refused(at, NVDA, "2")).isEqualTo("59101");
    }

    @Test
    void setLeverage_ofAnOpenIsolatedPosition_movesItsMargin() {
        Fixture at = new Fixture(Fixture.market(), Map.of("USDT", new BigDecimal("500")));
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.market(NVDA, Side.BUY, "10");
        assertThat(at.position(NVDA).margin()).isEqualByComparingTo("225.01");
        assertThat(refused(at, NVDA, "2")).isEqualTo("59103");

        at.lever(NVDA, TradeMode.ISOLATED, "20");

        assertThat(at.position(NVDA).margin()).isEqualByComparingTo("112.505");
        assertThat(at.position(NVDA).lever()).isEqualByComparingTo("20");
        assertThat(at.venue.bills().get(2).type()).isEqualTo("6");
        assertThat(at.venue.bills().get(2).balChg()).isEqualByComparingTo("112.505");
    }

    private static String refused(Fixture at, String instId, String lever) {
        return at.refused(new Command.SetLeverage(instId, TradeMode.ISOLATED, new BigDecimal(lever)))
                .code();
    }

    private static OrderTicketBuilder reduce(String sz, String px) {
        return Fixture.order(NVDA, Side.SELL, OrderType.LIMIT, sz)
                .px(new BigDecimal(px))
                .reduceOnly(true);
    }
}
