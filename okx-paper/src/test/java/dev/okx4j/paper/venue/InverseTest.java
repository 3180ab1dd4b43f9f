package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.INVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contracts of a number of dollars whose money is the coin: value is dollars ÷ price, profit the difference of two. */
class InverseTest {

    @Test
    void margin_fee_andProfit_areInTheCoin() {
        Fixture at = held("10");

        PositionView position = at.position(INVERSE);
        assertThat(position.ccy()).isEqualTo("BTC");
        assertThat(position.avgPx()).isEqualByComparingTo("64000.1");
        assertThat(position.margin()).isEqualByComparingTo("0.0015624975585975"); // 1000 ÷ 64000.1 ÷ 10, down
        assertThat(at.venue.fills().get(0).feeCcy()).isEqualTo("BTC");
        assertThat(at.venue.fills().get(0).fee()).isEqualByComparingTo("-0.0000078124877929878"); // 1000 ÷ 64000.1 × 0.0005
        assertThat(position.notionalUsd()).as("dollars").isEqualByComparingTo("1000");
    }

    @Test
    void aLong_gainsCoins_asThePriceRises_andFewerTheHigherItIs() {
        Fixture at = held("10");
        at.advance(1);

        // 1000 ÷ 64000.1 − 1000 ÷ 80000
        assertThat(at.position(INVERSE).upl()).isEqualByComparingTo("0.0031249755859756");
        at.market(INVERSE, Side.SELL, "10");
        assertThat(at.venue.fills().get(1).fillPnl()).isEqualByComparingTo("0.0031249599609561"); // at 79999.9
    }

    @Test
    void theMeanPrice_isHarmonic() {
        Fixture at = new Fixture(Fixture.products().to(INVERSE, "49000", "2000"), coins("1"));
        at.lever(INVERSE, TradeMode.CROSS, "5");
        at.place(cross(Side.BUY, OrderType.LIMIT, "10").px(new BigDecimal("62500")));
        at.place(cross(Side.BUY, OrderType.LIMIT, "30").px(new BigDecimal("50000")));
        at.advance(1);

        // 4000 ÷ (1000 ÷ 62500 + 3000 ÷ 50000), where the mean weighted by size would be 53125
        assertThat(at.position(INVERSE).avgPx()).isEqualByComparingTo("52631.57894737");
    }

    @Test
    void aShort_withAllItsDollarsInCoins_isNeverLiquidated() {
        Fixture at = new Fixture(Fixture.products(), coins("1"));
        at.place(cross(Side.SELL, OrderType.MARKET, "100"));

        assertThat(at.position(INVERSE).liqPx())
                .as("10000 dollars short of a coin of 64000: no price is high enough")
                .isNull();
    }

    @Test
    void aLong_isLiquidated_whereTheCoinsNoLongerCoverTheDollars() {
        Fixture at = held("10");
        BigDecimal liqPx = at.position(INVERSE).liqPx();

        // 1000 × (1 + 0.005 + 0.0005) ÷ (0.0015624975585975 + 1000 ÷ 64000.1), the tick below
        assertThat(liqPx).isEqualByComparingTo("58501.9");
        Fixture falls = new Fixture(Fixture.products().to(INVERSE, "58501.9", "200000"), coins("1"));
        falls.lever(INVERSE, TradeMode.ISOLATED, "10");
        falls.market(INVERSE, Side.BUY, "10");
        falls.advance(1);
        assertThat(falls.venue.positions()).isEmpty();
        Fixture stays = new Fixture(Fixture.products().to(INVERSE, "58502", "200000"), coins("1"));
        stays.lever(INVERSE, TradeMode.ISOLATED, "10");
        stays.market(INVERSE, Side.BUY, "10");
        stays.advance(1);
        assertThat(stays.venue.positions()).hasSize(1);
    }

    @Test
    void funding_isInCoins() {
        Fixture at = new Fixture(Fixture.products().funding(INVERSE, "0.0001"), coins("1"));
        at.place(cross(Side.BUY, OrderType.MARKET, "64"));

        at.advance(1);

        assertThat(at.position(INVERSE).fundingFee()).isEqualByComparingTo("-0.00001"); // 6400 ÷ 64000 × 0.0001
    }

    @Test
    void anOrder_isRefused_whenTheCoinsDoNotCoverIt_andTakenWhenTheyJustDo() {
        Fixture at = new Fixture(Fixture.products(), coins("0.0100050"));
        OrderTicketBuilder buy = cross(Side.BUY, OrderType.LIMIT, "6.4").px(new BigDecimal("64000"));

        // 640 ÷ 64000 ÷ 1 + 0.01 × 0.0005 for the fee
        at.place(buy);
        assertThat(at.balance("BTC").ordFrozen()).isEqualByComparingTo("0.010005");
        Fixture poor = new Fixture(Fixture.products(), coins("0.0100049"));
        assertThat(poor.refused(buy).code()).isEqualTo("51008");
    }

    @Test
    void aFlip_closesInCoins_andOpensTheRest() {
        Fixture at = held("10");

        at.market(INVERSE, Side.SELL, "15");

        assertThat(at.position(INVERSE).pos()).isEqualByComparingTo("-5");
        assertThat(at.position(INVERSE).avgPx()).isEqualByComparingTo("63999.9");
        assertThat(at.venue.fills().get(1).fillPnl()).isEqualByComparingTo("-0.000000048828125"); // 1000 ÷ 64000.1 − 1000 ÷ 63999.9
    }

    @Test
    void whatCoinsAreWorth_isTold() {
        Fixture at = held("10");
        at.advance(1);

        assertThat(at.balance("BTC").eqUsd()).isNotNull();
    }

    /** Ten times levered long from 64000.1, which the price then leaves for 80000. */
    private static Fixture held(String contracts) {
        Fixture at = new Fixture(Fixture.products().to(INVERSE, "80000", "2000"), coins("1"));
        at.lever(INVERSE, TradeMode.ISOLATED, "10");
        at.market(INVERSE, Side.BUY, contracts);
        return at;
    }

    private static Map<String, BigDecimal> coins(String amount) {
        return Map.of("BTC", new BigDecimal(amount));
    }

    private static OrderTicketBuilder cross(Side side, OrderType type, String sz) {
        return Fixture.order(INVERSE, side, type, sz).tdMode(TradeMode.CROSS);
    }
}
