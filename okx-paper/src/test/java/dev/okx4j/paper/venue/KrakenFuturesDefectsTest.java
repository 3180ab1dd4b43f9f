package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.INVERSE;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another exchange's local paper futures get wrong, one test for each: this exchange does not. */
@NullUnmarked
class KrakenFuturesDefectsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 49, 50, 75, 100})
    void position_atAnyLeverage_isLiquidatedOnItsLosingSideOnly(int lever) {
        for (Side side : Side.values()) {
            Fixture at = new Fixture(Fixture.market().to(BTC, "64000", "2000"));
            at.lever(BTC, TradeMode.ISOLATED, Integer.toString(lever));
            at.market(BTC, side, "10");

            PositionView position = at.position(BTC);
            if (side == Side.BUY && position.liqPx() != null) {
                assertThat(position.liqPx()).isLessThan(position.avgPx());
            } else if (side == Side.SELL) {
                assertThat(position.liqPx()).isGreaterThan(position.avgPx());
            }
            at.advance(1);
            assertThat(at.venue.positions()).as("it lives on at " + lever).hasSize(1);
        }
    }

    @Test
    void maintenanceMargin_isThatOfTheInstrumentAndItsTier_notOneForAll() {
        Fixture at = new Fixture(Fixture.products());
        at.market(NVDA, Side.BUY, "1");
        at.market(BTC, Side.BUY, "1");
        at.limit(Fixture.WDC, Side.BUY, "30", "82");

        assertThat(at.position(NVDA).mmr()).isEqualByComparingTo("2.25"); // 225 × 0.01
        assertThat(at.position(BTC).mmr()).isEqualByComparingTo("3.2"); // 640 × 0.005
        assertThat(at.position(Fixture.WDC).mmr()).isEqualByComparingTo("108"); // 30 × 80 × 0.045, tier 3
    }

    @Test
    void postOnly_ofAContract_fillsAsMakerWhenThePriceComesToIt() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));
        OrderView order =
                at.place(Fixture.order(NVDA, Side.BUY, OrderType.POST_ONLY, "2").px(new BigDecimal("220")));
        assertThat(order.state()).isEqualTo(OrderState.LIVE);

        at.advance(1);

        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.FILLED);
        assertThat(at.venue.fills()).singleElement().matches(FillView::maker);
    }

    @Test
    void marketableLimit_tradesOnArrival_atThePricesOfTheBook_notAtTheLastPrice() {
        Fixture at = new Fixture(Fixture.market());
        at.lever(NVDA, TradeMode.ISOLATED, "10");

        OrderView order = at.limit(NVDA, Side.BUY, "150", "226");

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(at.venue.fills())
                .extracting(fill -> fill.fillPx().toPlainString())
                .containsExactly("225.01", "225.04"); // a tick, then a tick and a basis point rounded outward
    }

    @Test
    void cancel_ofAnOrderThatTheMarketHasFilled_saysSo() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));
        OrderView order = at.limit(NVDA, Side.BUY, "2", "220");
        at.advance(1);

        assertThat(at.refused(new Command.Cancel(NVDA, order.ordId(), null)).code())
                .isEqualTo("51402");
        assertThat(at.venue.openOrders()).isEmpty();
        assertThat(at.venue.fills()).hasSize(1);
    }

    @Test
    void order_ofALosingAccount_isCheckedAgainstItsLoss() {
        Fixture at = new Fixture(
                Fixture.market().to(NVDA, "219", "9000").to(NVDA, "212", "9000"),
                Map.of("USDT", new BigDecimal("1000")));
        at.lever(NVDA, TradeMode.CROSS, "10");
        at.place(cross(Side.BUY, "40", "220"));
        at.advance(1);
        OrderTicketBuilder more = cross(Side.BUY, "2", "219");
        at.place(cross(Side.BUY, "1", "209"));

        at.advance(1);

        // 1000 − 1.76 fee − 320 loss − 848 margin is below zero
        assertThat(at.refused(more).code()).isEqualTo("51008");
        assertThat(at.balance("USDT").availEq()).isZero();
    }

    @Test
    void funding_isChargedAtItsOwnTimes_atTheRateAndMarkPriceOfEach() {
        Fixture at = new Fixture(Fixture.market()
                .funding(BTC, "0.0001")
                .to(BTC, "65000", "2000")
                .funding(BTC, "-0.0003")
                .quiet(600)
                .funding(BTC, "0.0002"));
        at.place(Fixture.order(BTC, Side.BUY, OrderType.MARKET, "10").tdMode(TradeMode.CROSS));

        at.advance(700);

        assertThat(at.venue.bills().stream()
                        .filter(bill -> bill.type().equals("8"))
                        .map(bill -> bill.balChg().stripTrailingZeros().toPlainString()))
                .containsExactly("-0.64", "1.95", "-1.3"); // 0.1 × 64000, 65000, 65000 × each rate
    }

    @Test
    void funding_doesNotDependOnHowOftenTheAccountIsLookedAt() {
        ScriptedFeed feed = Fixture.market().funding(BTC, "0.0001").quiet(59).funding(BTC, "0.0001");
        Fixture often = new Fixture(feed);
        Fixture once = new Fixture(feed);
        for (Fixture each : List.of(often, once)) {
            each.place(Fixture.order(BTC, Side.SELL, OrderType.MARKET, "1").tdMode(TradeMode.CROSS));
        }
        for (int minute = 0; minute < 61; minute++) {
            often.advance(1);
        }

        once.advance(61);

        assertThat(often.venue.digest()).isEqualTo(once.venue.digest());
        assertThat(once.position(BTC).fundingFee()).isEqualByComparingTo("0.128"); // 2 × 640 × 0.0001
    }

    @Test
    void immediateOrders_payThePriceOfEachLevel() {
        Fixture at = new Fixture(Fixture.market());
        at.lever(NVDA, TradeMode.ISOLATED, "10");

        OrderView ioc =
                at.place(Fixture.order(NVDA, Side.SELL, OrderType.IOC, "20").px(new BigDecimal("224")));
        OrderView market = at.market(NVDA, Side.SELL, "20");
        OrderView fok =
                at.place(Fixture.order(NVDA, Side.SELL, OrderType.FOK, "120").px(new BigDecimal("224")));

        assertThat(ioc.avgPx()).isEqualByComparingTo("224.99");
        assertThat(market.avgPx()).isEqualByComparingTo("224.99");
        // 60 are left at the first level, and 60 more are at the second
        assertThat(fok.avgPx()).isEqualByComparingTo("224.975");
    }

    @Test
    void reduceOnly_isCutToWhatThePositionStillHas() {
        Fixture at = new Fixture(Fixture.market());
        at.market(NVDA, Side.BUY, "10");
        OrderView target = at.place(Fixture.order(NVDA, Side.SELL, OrderType.LIMIT, "10")
                .px(new BigDecimal("230"))
                .reduceOnly(true));
        at.market(NVDA, Side.SELL, "7");

        assertThat(at.order(target.ordId()).sz()).isEqualByComparingTo("3");
        at.market(NVDA, Side.SELL, "3");
        assertThat(at.order(target.ordId()).state()).isEqualTo(OrderState.CANCELED);
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void leverage_setAnew_holdsForWhatIsOpenAndWhatIsAdded() {
        Fixture at = new Fixture(Fixture.market());
        at.lever(NVDA, TradeMode.ISOLATED, "5");
        at.market(NVDA, Side.BUY, "2");
        at.lever(NVDA, TradeMode.ISOLATED, "10");

        at.market(NVDA, Side.BUY, "2");

        assertThat(at.position(NVDA).lever()).isEqualByComparingTo("10");
        assertThat(at.position(NVDA).margin()).isEqualByComparingTo("90.004"); // 4 × 225.01 ÷ 10
    }

    @Test
    void inverseContract_profitsInCoins_byTheInverseOfThePrice() {
        Fixture at = new Fixture(
                Fixture.products().to(INVERSE, "62500", "90000").to(INVERSE, "80000", "90000"),
                Map.of("BTC", BigDecimal.TEN));
        at.place(Fixture.order(INVERSE, Side.BUY, OrderType.LIMIT, "50").px(new BigDecimal("63000")));
        at.advance(1);
        at.place(Fixture.order(INVERSE, Side.SELL, OrderType.LIMIT, "50").px(new BigDecimal("65000")));

        at.advance(1);

        FillView closing = at.venue.fills().get(at.venue.fills().size() - 1);
        // 5000 ÷ 63000 − 5000 ÷ 65000, each to 16 decimals, where a linear contract would tell 2000 × its size
        assertThat(closing.fillPnl()).isEqualByComparingTo("0.0024420024420025");
        assertThat(closing.feeCcy()).isEqualTo("BTC");
    }

    @Test
    void liquidation_costsTheFee_andNoCashFallsBelowZero() {
        Fixture at = new Fixture(
                Fixture.market().to(NVDA, "219", "2000").leg(NVDA, "150", "150", "2000"),
                Map.of("USDT", new BigDecimal("100")));
        at.lever(NVDA, TradeMode.CROSS, "50");
        at.place(cross(Side.BUY, "20", "220"));
        at.advance(1);

        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.venue.fills())
                .last()
                .satisfies(fill -> assertThat(fill.fee())
                        .isEqualByComparingTo(
                                fill.fillPx().multiply(fill.fillSz()).multiply(new BigDecimal("-0.0005"))));
        assertThat(at.balance("USDT").cashBal())
                .as("the fund has paid the rest")
                .isZero();
    }

    @Test
    void figures_areExact_whereBinaryFractionsAreNot() {
        Fixture at = new Fixture(Fixture.market());
        for (int i = 0; i < 3; i++) {
            at.market(NVDA, Side.BUY, "0.1");
        }

        at.market(NVDA, Side.SELL, "0.3");

        // 3 × 0.1 × 225.01 and 0.3 × 224.99, fees 0.0005 of each
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9999.9265");
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void deadMansSwitch_cancelsWhatIsOpen_whenItsOwnerIsSilent() {
        Fixture at = new Fixture(Fixture.market());
        OrderView order = at.limit(NVDA, Side.BUY, "2", "220");
        Instant trigger = Instant.parse("2026-11-23T12:00:10Z");
        at.venue.apply(new Command.CancelAllAfter(null, trigger));

        Command.CancelAll due = at.venue.due(trigger);
        at.venue.apply(due);

        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.CANCELED);
        assertThat(at.order(order.ordId()).cancelSource()).isEqualTo("20");
    }

    private static OrderTicketBuilder cross(Side side, String sz, String px) {
        return Fixture.order(NVDA, side, OrderType.LIMIT, sz)
                .tdMode(TradeMode.CROSS)
                .px(new BigDecimal(px));
    }
}
