package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.INVERSE;
import static dev.okx4j.paper.venue.Fixture.LINEAR_FUTURE;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Account mode, position mode, fee type, and whom a leverage is for. */
class SettingsTest {

    private final Fixture at = new Fixture(Fixture.products());

    @Test
    void spotMode_tradesSpotOnly_51010() {
        assertThat(at.venue.apply(new Command.SetAccountLevel("1"))).isInstanceOf(Reply.AccountSet.class);

        assertThat(at.venue.config().acctLv()).isEqualTo("1");
        assertThat(at.refused(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "1")).code()).isEqualTo("51010");
        assertThat(at.refused(new Command.SetPositionMode(true)).code()).isEqualTo("51010");
        at.market(XNVDA, Side.BUY, "300");
        at.venue.apply(new Command.SetAccountLevel("2"));
        at.market(NVDA, Side.BUY, "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4"})
    void modes_thatAreNotOffered_51070(String acctLv) {
        assertThat(at.refused(new Command.SetAccountLevel(acctLv)).code()).isEqualTo("51070");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "x"})
    void modes_thatThereAreNot_51000(String acctLv) {
        assertThat(at.refused(new Command.SetAccountLevel(acctLv)).code()).isEqualTo("51000");
    }

    @Test
    void modes_areNotChanged_whileAnythingIsOpen_59000() {
        at.limit(XNVDA, Side.BUY, "1", "210");
        expectFixed();
        cancelAll();
        at.market(NVDA, Side.BUY, "1");
        expectFixed();
        at.market(NVDA, Side.SELL, "1");
        AlgoView algo = at.place(Fixture.algo(NVDA, Side.SELL, AlgoType.CONDITIONAL, "1")
                .slTriggerPx(new BigDecimal("200"))
                .slOrdPx(new BigDecimal("-1")));
        expectFixed();
        at.venue.apply(new Command.CancelAlgo(NVDA, algo.algoId(), null));

        assertThat(at.venue.apply(new Command.SetPositionMode(true))).isInstanceOf(Reply.AccountSet.class);
        assertThat(at.venue.config().posMode()).isEqualTo("long_short_mode");
    }

    @Test
    void theSameModeAgain_isNoChange() {
        at.market(NVDA, Side.BUY, "1");

        assertThat(at.venue.apply(new Command.SetPositionMode(false))).isInstanceOf(Reply.AccountSet.class);
        assertThat(at.venue.apply(new Command.SetAccountLevel("2"))).isInstanceOf(Reply.AccountSet.class);
    }

    @Test
    void spotMargin_isRefused_51010() {
        assertThat(at.refused(Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "300")
                                .tdMode(TradeMode.CROSS))
                        .code())
                .isEqualTo("51010");
        assertThat(at.refused(new Command.SetLeverage(XNVDA, TradeMode.CROSS, BigDecimal.TEN))
                        .code())
                .isEqualTo("51010");
    }

    @Test
    void feeType1_takesTheFeeOfBothSides_inTheQuoteCurrency() {
        at.venue.apply(new Command.SetFeeType("1"));

        at.place(Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "2").tgtCcy(TargetCcy.BASE_CCY));
        assertThat(at.venue.fills().get(0).feeCcy()).isEqualTo("USDT");
        assertThat(at.venue.fills().get(0).fee()).isEqualByComparingTo("-0.44002"); // 440.02 × 0.001
        assertThat(at.balance("XNVDA").cashBal()).isEqualByComparingTo("2");
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9559.53998"); // 10000 − 440.02 − 0.44002
        at.limit(XNVDA, Side.SELL, "2", "219");
        assertThat(at.venue.fills().get(1).feeCcy()).isEqualTo("USDT");
    }

    @Test
    void feeType1_freezesTheFee_andAnOrderThatLeavesNoneForIt_isRefused() {
        at.venue.apply(new Command.SetFeeType("1"));

        at.limit(XNVDA, Side.BUY, "40", "220");
        assertThat(at.balance("USDT").ordFrozen()).isEqualByComparingTo("8808.8"); // 8800 × 1.001
        cancelAll();
        Fixture rich = new Fixture(Fixture.products(), Map.of("USDT", new BigDecimal("8808.79")));
        rich.venue.apply(new Command.SetFeeType("1"));
        assertThat(rich.refused(Fixture.order(XNVDA, Side.BUY, OrderType.LIMIT, "40")
                                .px(new BigDecimal("220")))
                        .code())
                .isEqualTo("51008");
    }

    @Test
    void feeType1_aBestEffortBuy_isCutSoThatTheFeeIsLeft() {
        Fixture poor = new Fixture(Fixture.products(), Map.of("USDT", new BigDecimal("440.46002")));
        poor.venue.apply(new Command.SetFeeType("1"));

        OrderView order =
                poor.place(Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "3").tgtCcy(TargetCcy.BASE_CCY));

        assertThat(order.accFillSz()).isEqualByComparingTo("2"); // 440.02 + 0.44002
        assertThat(poor.balance("USDT").cashBal()).isZero();
    }

    @Test
    void anOrder_keepsTheFeeTypeThatItWasPlacedWith() {
        Fixture falls = new Fixture(Fixture.products().to(XNVDA, "210", "2000"));
        falls.limit(XNVDA, Side.BUY, "2", "215");
        falls.venue.apply(new Command.SetFeeType("1"));

        falls.advance(1);

        assertThat(falls.venue.fills().get(0).feeCcy()).isEqualTo("XNVDA");
        assertThat(falls.refused(new Command.SetFeeType("2")).code()).isEqualTo("51000");
    }

    @Test
    void greeks_areCountedInCoinsOrDollars() {
        at.venue.apply(new Command.SetGreeks("BS"));

        assertThat(at.venue.config().greeksType()).isEqualTo("BS");
        assertThat(at.refused(new Command.SetGreeks("XX")).code()).isEqualTo("51000");
    }

    @Test
    void leverage_ofIsolatedSides_isSetOneByOne_andTheSideHasToBeNamed() {
        at.longShort();

        assertThat(at.refused(new Command.SetLeverage(NVDA, TradeMode.ISOLATED, BigDecimal.TEN))
                        .code())
                .isEqualTo("51000");
        at.lever(NVDA, TradeMode.ISOLATED, PosSide.LONG, "7");
        assertThat(at.venue.leverage(NVDA, TradeMode.ISOLATED, PosSide.LONG)).isEqualByComparingTo("7");
        assertThat(at.venue.leverage(NVDA, TradeMode.ISOLATED, PosSide.SHORT)).isOne();
        at.lever(NVDA, TradeMode.CROSS, "9");
        assertThat(at.venue.leverage(NVDA, TradeMode.CROSS, PosSide.SHORT)).isEqualByComparingTo("9");
    }

    @Test
    void leverage_ofASide_inNetMode_51000() {
        assertThat(at.refused(new Command.SetLeverage(NVDA, TradeMode.ISOLATED, BigDecimal.TEN, PosSide.LONG))
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void leverage_ofCrossFutures_isThatOfTheIndex_andOfASwapItsOwn() {
        at.lever(LINEAR_FUTURE, TradeMode.CROSS, "12");
        at.lever(INVERSE, TradeMode.CROSS, "13");

        assertThat(at.venue.leverage(LINEAR_FUTURE, TradeMode.CROSS)).isEqualByComparingTo("12");
        assertThat(at.venue.leverage(LINEAR_FUTURE, TradeMode.ISOLATED)).isOne();
        assertThat(at.venue.leverage(Fixture.INVERSE_FUTURE, TradeMode.CROSS)).isOne();
        assertThat(at.venue.leverage(Fixture.BTC, TradeMode.CROSS)).isOne();
    }

    private void expectFixed() {
        assertThat(at.refused(new Command.SetPositionMode(true)).code()).isEqualTo("59000");
        assertThat(at.refused(new Command.SetAccountLevel("1")).code()).isEqualTo("59000");
    }

    private void cancelAll() {
        at.venue.openOrders().forEach(order -> at.venue.apply(new Command.Cancel(order.instId(), order.ordId(), null)));
    }
}
