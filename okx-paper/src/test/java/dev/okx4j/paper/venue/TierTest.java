package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.INVERSE_FUTURE;
import static dev.okx4j.paper.venue.Fixture.LINEAR_FUTURE;
import static dev.okx4j.paper.venue.Fixture.WDC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Position tiers: larger positions have less leverage and more maintenance margin, and are liquidated step by step. */
@NullUnmarked
class TierTest {

    @ParameterizedTest
    @CsvSource({"10, 10", "9.52, 20", "9.09, 40", "1, 40"})
    void aPosition_isAsLargeAsTheTierOfItsLeverage_andNoLarger(String lever, String largest) {
        Fixture at = new Fixture(Fixture.products());
        at.lever(WDC, TradeMode.ISOLATED, lever);
        BigDecimal over = new BigDecimal(largest).add(new BigDecimal("0.01"));

        Refusal refusal = at.refused(Fixture.order(WDC, Side.BUY, OrderType.LIMIT, over.toPlainString())
                .px(new BigDecimal("80")));

        assertThat(refusal.code()).isEqualTo("51004");
        assertThat(refusal.subCode()).isEqualTo("1104");
        at.limit(WDC, Side.BUY, largest, "80");
    }

    @Test
    void positionAndPendingOrders_countTogether_byTheirSide() {
        Fixture at = new Fixture(Fixture.products());
        at.lever(WDC, TradeMode.CROSS, "10");
        at.place(cross(Side.BUY, OrderType.MARKET, "4"));
        at.place(cross(Side.BUY, OrderType.LIMIT, "4").px(new BigDecimal("79")));

        assertThat(at.refused(cross(Side.BUY, OrderType.LIMIT, "2.01").px(new BigDecimal("78")))
                        .code())
                .isEqualTo("51004");
        at.place(cross(Side.BUY, OrderType.LIMIT, "2").px(new BigDecimal("78")));
        Refusal sell = at.refused(cross(Side.SELL, OrderType.LIMIT, "14.01").px(new BigDecimal("81")));
        assertThat(sell.subCode()).isEqualTo("1105");
        at.place(cross(Side.SELL, OrderType.LIMIT, "14").px(new BigDecimal("81"))); // 4 close, 10 open
    }

    @Test
    void crossFutures_ofAFamily_countTogether() {
        Fixture at = new Fixture(Fixture.products());
        at.lever(LINEAR_FUTURE, TradeMode.CROSS, "20");

        assertThat(at.venue.leverage(LINEAR_FUTURE, TradeMode.CROSS)).isEqualByComparingTo("20");
        assertThat(at.venue.leverage(INVERSE_FUTURE, TradeMode.CROSS))
                .as("another index")
                .isOne();
    }

    @Test
    void longShort_hasItsOwnSubCodes() {
        Fixture at = new Fixture(Fixture.products());
        at.longShort();
        at.lever(WDC, TradeMode.ISOLATED, PosSide.LONG, "10");
        at.lever(WDC, TradeMode.CROSS, PosSide.LONG, "10");

        assertThat(at.refused(Fixture.order(WDC, Side.BUY, OrderType.MARKET, "11")
                                .posSide(PosSide.LONG))
                        .subCode())
                .isEqualTo("1101");
        at.place(cross(Side.BUY, OrderType.MARKET, "6").posSide(PosSide.LONG));
        assertThat(at.refused(cross(Side.SELL, OrderType.MARKET, "5").posSide(PosSide.SHORT))
                        .subCode())
                .as("both sides of a cross pair")
                .isEqualTo("1102");
    }

    @Test
    void leverage_thatNoTierHasForThePosition_59104() {
        Fixture at = new Fixture(Fixture.products());
        at.market(WDC, Side.BUY, "15");

        assertThat(at.refused(new Command.SetLeverage(WDC, TradeMode.ISOLATED, BigDecimal.TEN))
                        .code())
                .isEqualTo("59104");
        at.lever(WDC, TradeMode.ISOLATED, "9.52");
    }

    @Test
    void amending_beyondTheTier_hasTheSubCodeOfAnAmendment() {
        Fixture at = new Fixture(Fixture.products());
        at.lever(WDC, TradeMode.ISOLATED, "10");
        OrderView order = at.limit(WDC, Side.BUY, "5", "79");

        Refusal refusal =
                at.refused(new Command.Amend(WDC, order.ordId(), null, new BigDecimal("11"), null, null, false, false));

        assertThat(refusal.code()).isEqualTo("51004");
        assertThat(refusal.subCode()).isEqualTo("1114");
    }

    @Test
    void maintenanceMargin_isThatOfTheTier() {
        Fixture at = new Fixture(Fixture.products());

        at.market(WDC, Side.BUY, "10");
        assertThat(at.position(WDC).mmr()).isEqualByComparingTo("28"); // 800 × 0.035
        at.market(WDC, Side.BUY, "0.01");
        assertThat(at.position(WDC).mmr()).isEqualByComparingTo("32.032"); // 800.8 × 0.04
    }

    @Test
    void anUndermarginedPosition_isReducedToTheTierBelow_andKeepsTheRest() {
        Fixture at = new Fixture(Fixture.products().to(WDC, "76.1", "200000"));
        at.lever(WDC, TradeMode.ISOLATED, "9.09");
        at.market(WDC, Side.BUY, "30");
        // In tier 3 it needs 4.55 %, in tier 2 4.05 %: the margin of 11 % at 80.01 is gone to 4.55 % at about 74.6.
        BigDecimal liqPx = at.position(WDC).liqPx();
        Fixture falls = new Fixture(Fixture.products().to(WDC, liqPx.toPlainString(), "200000"));
        falls.lever(WDC, TradeMode.ISOLATED, "9.09");
        falls.market(WDC, Side.BUY, "30");
        BigDecimal cash = falls.balance("USDT").cashBal();

        Reply.Advanced reply = falls.advance(1);

        PositionView left = falls.position(WDC);
        assertThat(left.pos()).isEqualByComparingTo("20");
        assertThat(reply.events())
                .filteredOn(VenueEvent.Liquidated.class::isInstance)
                .hasSize(1)
                .first()
                .extracting(event -> ((VenueEvent.Liquidated) event).pos())
                .isEqualTo(new BigDecimal("10.00"));
        OrderView order = falls.order(
                falls.venue.fills().get(falls.venue.fills().size() - 1).ordId());
        assertThat(order.category()).isEqualTo("partial_liquidation");
        assertThat(falls.venue.fills().get(falls.venue.fills().size() - 1).subType())
                .isEqualTo("103");
        assertThat(falls.balance("USDT").cashBal())
                .as("what it frees stays in the position")
                .isEqualByComparingTo(cash);
        assertThat(left.mgnRatio()).isGreaterThan(BigDecimal.ONE);
    }

    @Test
    void aFall_throughAllTiers_endsInFullLiquidation_andTheCashIsUntouched() {
        Fixture at = new Fixture(Fixture.products().to(WDC, "60", "2000000"));
        at.lever(WDC, TradeMode.ISOLATED, "9.09");
        at.market(WDC, Side.BUY, "40");
        BigDecimal cash = at.balance("USDT").cashBal();

        at.advance(1);

        List<String> categories =
                at.venue.orders().stream().map(OrderView::category).toList();
        assertThat(categories)
                .containsExactly("normal", "partial_liquidation", "partial_liquidation", "full_liquidation");
        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.balance("USDT").cashBal()).isGreaterThanOrEqualTo(cash);
    }

    @Test
    void cross_isReducedWhereItNeedsMost_beforeAllIsClosed() {
        Fixture at = new Fixture(Fixture.products().to(WDC, "40", "2000000"), Map.of("USDT", new BigDecimal("900")));
        at.lever(WDC, TradeMode.CROSS, "9.09");
        at.place(cross(Side.BUY, OrderType.MARKET, "40"));

        at.advance(1);

        List<String> categories =
                at.venue.orders().stream().map(OrderView::category).toList();
        assertThat(categories).startsWith("normal", "partial_liquidation").contains("full_liquidation");
        assertThat(at.balance("USDT").cashBal()).isNotNegative();
    }

    private static OrderTicketBuilder cross(Side side, OrderType type, String sz) {
        return Fixture.order(WDC, side, type, sz).tdMode(TradeMode.CROSS);
    }
}
