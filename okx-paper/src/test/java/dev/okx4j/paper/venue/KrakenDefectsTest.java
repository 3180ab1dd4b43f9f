package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What another exchange's local paper trading gets wrong about orders, one test for each: this exchange does not.
 *
 * <p>NVDA begins at 225 and XNVDA at 220 with a volume of 2000: 100 on each of 20 levels a side, the first a tick away, the
 * others a basis point apart.
 */
class KrakenDefectsTest {

    @Test
    void marketableLimit_fillsAtTheBetterPrice_notAtItsLimit() {
        Fixture at = new Fixture(Fixture.market());

        OrderView order = at.place(limit(XNVDA, Side.BUY, "1", "225"));

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(order.avgPx()).isEqualByComparingTo("220.01");
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9779.99");
    }

    @Test
    void absurdLimit_isRefusedByThePriceLimit_ratherThanFilledAtTheBalancesExpense() {
        Fixture at = new Fixture(Fixture.market());

        assertThat(at.refused(limit(XNVDA, Side.BUY, "0.01", "999999")).code()).isEqualTo("51137");
        assertThat(at.place(limit(XNVDA, Side.BUY, "0.01", "999999").pxAmendType(true))
                        .avgPx())
                .isEqualByComparingTo("220.01");
    }

    @Test
    void restingLimit_fillsByItself_asTimeRuns_withoutAnotherCommand() {
        Fixture at = new Fixture(Fixture.market().to(XNVDA, "210", "2000").to(XNVDA, "230", "2000"));
        OrderView order = at.place(limit(XNVDA, Side.BUY, "1", "215"));
        assertThat(order.state()).isEqualTo(OrderState.LIVE);

        at.advance(2);

        OrderView filled = at.order(order.ordId());
        assertThat(filled.state()).as("although the price is above it again").isEqualTo(OrderState.FILLED);
        assertThat(filled.avgPx()).isEqualByComparingTo("215");
        assertThat(Objects.requireNonNull(filled.lastFill()).ts()).isEqualTo(ScriptedFeed.START.plusSeconds(60));
    }

    @Test
    void restingLimit_fillsInParts_whenLittleTradesBeyondIt() {
        Fixture at = new Fixture(Fixture.market().to(XNVDA, "210", "4").to(XNVDA, "205", "2000"));
        OrderView order = at.place(limit(XNVDA, Side.BUY, "3", "215"));

        at.advance(1);
        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(at.order(order.ordId()).accFillSz())
                .as("half of the way was below it")
                .isEqualByComparingTo("2");
        at.advance(1);

        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void postOnly_rests_andFillsAsMaker_whenThePriceComesToIt() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));
        OrderView order =
                at.place(Fixture.order(NVDA, Side.BUY, OrderType.POST_ONLY, "1").px(d("220")));

        at.advance(1);

        OrderView filled = at.order(order.ordId());
        FillView fill = Objects.requireNonNull(filled.lastFill());
        assertThat(filled.state()).isEqualTo(OrderState.FILLED);
        assertThat(fill.maker()).isTrue();
        assertThat(fill.fillPx()).isEqualByComparingTo("220");
        assertThat(fill.feeRate()).isEqualByComparingTo("-0.0002");
    }

    @Test
    void postOnly_thatWouldTakeOnArrival_isCancelledWhole() {
        Fixture at = new Fixture(Fixture.market());

        OrderView order =
                at.place(Fixture.order(NVDA, Side.BUY, OrderType.POST_ONLY, "1").px(d("225.01")));

        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
        assertThat(order.cancelSource()).isEqualTo("31");
        assertThat(at.venue.fills()).isEmpty();
    }

    @Test
    void marketOrder_walksTheBook_andItsPriceIsTheMean() {
        Fixture at = new Fixture(Fixture.market());
        at.lever(NVDA, TradeMode.ISOLATED, "50");

        OrderView order = at.market(NVDA, Side.BUY, "150");

        assertThat(at.venue.fills()).extracting(FillView::fillSz).containsExactly(d("100"), d("50"));
        BigDecimal first = at.venue.fills().get(0).fillPx();
        BigDecimal second = at.venue.fills().get(1).fillPx();
        assertThat(second).isGreaterThan(first);
        BigDecimal mean = first.multiply(d("100"))
                .add(second.multiply(d("50")))
                .divide(d("150"), 16, java.math.RoundingMode.HALF_EVEN);
        assertThat(order.avgPx()).isEqualByComparingTo(mean);
    }

    @Test
    void ioc_walksTheBookToItsLimit_andItsRestIsCancelled() {
        Fixture at = new Fixture(Fixture.market());
        at.lever(NVDA, TradeMode.ISOLATED, "50");

        OrderView order =
                at.place(Fixture.order(NVDA, Side.BUY, OrderType.IOC, "250").px(d("225.04")));

        assertThat(order.accFillSz()).as("two levels are within its limit").isEqualByComparingTo("200");
        assertThat(at.venue.fills()).extracting(FillView::fillPx).containsExactly(d("225.01"), d("225.04"));
        assertThat(order.avgPx()).isEqualByComparingTo("225.025");
        assertThat(order.cancelSource()).isEqualTo("14");
    }

    @Test
    void fok_fillsWholeAtTheMeanOfTheLevels_orNotAtAll() {
        Fixture at = new Fixture(Fixture.market());
        at.lever(NVDA, TradeMode.ISOLATED, "50");

        OrderView none =
                at.place(Fixture.order(NVDA, Side.BUY, OrderType.FOK, "250").px(d("225.04")));
        OrderView whole =
                at.place(Fixture.order(NVDA, Side.BUY, OrderType.FOK, "200").px(d("225.04")));

        assertThat(none.cancelSource()).isEqualTo("13");
        assertThat(none.accFillSz()).isZero();
        assertThat(whole.state()).isEqualTo(OrderState.FILLED);
        assertThat(whole.avgPx()).isEqualByComparingTo("225.025");
    }

    @Test
    void depthThatIsTaken_isGone_untilTheMarketMovesOn() {
        Fixture at = new Fixture(Fixture.market());
        at.lever(NVDA, TradeMode.ISOLATED, "50");

        BigDecimal first = at.market(NVDA, Side.BUY, "100").avgPx();
        BigDecimal second = at.market(NVDA, Side.BUY, "1").avgPx();

        assertThat(first).isEqualByComparingTo("225.01");
        assertThat(second).isEqualByComparingTo("225.04");
    }

    @Test
    void priceOffTheTick_sizeOffTheLot_andSizeUnderTheSmallest_areRefused() {
        Fixture at = new Fixture(Fixture.market());

        assertThat(at.refused(limit(NVDA, Side.BUY, "1", "220.005")).code()).isEqualTo("51150");
        assertThat(at.refused(limit(NVDA, Side.BUY, "1.005", "220")).code()).isEqualTo("51121");
        assertThat(at.refused(limit(XNVDA, Side.BUY, "0.00999", "220")).code()).isEqualTo("51020");
        assertThat(at.refused(Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "1")
                                .tgtCcy(TargetCcy.QUOTE_CCY))
                        .code())
                .as("a dollar buys less than the smallest order")
                .isEqualTo("51020");
    }

    @Test
    void unknownPair_isRefused_andNoOtherOrderSuffers() {
        Fixture at = new Fixture(Fixture.market().to(XNVDA, "210", "2000"));
        OrderView order = at.place(limit(XNVDA, Side.BUY, "1", "215"));

        assertThat(at.refused(limit("BOGUS-USDT", Side.BUY, "1", "1")).code()).isEqualTo("51001");
        at.advance(1);

        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void fee_isTheMakersForWhatRested_andTheTakersForWhatTook() {
        Fixture at = new Fixture(Fixture.market().to(XNVDA, "210", "2000"));
        OrderView taker = at.place(limit(XNVDA, Side.BUY, "1", "225"));
        OrderView maker = at.place(limit(XNVDA, Side.BUY, "1", "215"));

        at.advance(1);

        assertThat(at.order(taker.ordId()).fee()).isEqualByComparingTo("-0.001");
        assertThat(at.order(maker.ordId()).fee()).isEqualByComparingTo("-0.0008");
        assertThat(at.balance("XNVDA").cashBal()).isEqualByComparingTo("1.9982");
    }

    @Test
    void orderThatRestsInPart_paysTheTakersFeeForTheOne_andTheMakersForTheOther() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "224", "2000"));
        at.lever(NVDA, TradeMode.ISOLATED, "50");
        OrderView order = at.place(limit(NVDA, Side.BUY, "150", "225.01"));
        assertThat(order.accFillSz()).isEqualByComparingTo("100");

        at.advance(1);

        List<FillView> fills = at.venue.fills();
        assertThat(fills).extracting(FillView::maker).containsExactly(false, true);
        assertThat(fills.get(0).fee()).as("100 x 225.01 x 0.05 %").isEqualByComparingTo("-11.2505");
        assertThat(fills.get(1).fee()).as("50 x 225.01 x 0.02 %").isEqualByComparingTo("-2.2501");
    }

    @Test
    void orderThatHasTraded_cannotBeCancelled_andSaysSo() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));
        OrderView order = at.place(limit(NVDA, Side.BUY, "1", "220"));
        at.advance(1);

        assertThat(at.refused(new Command.Cancel(NVDA, order.ordId(), null)).code())
                .isEqualTo("51402");
        assertThat(at.refused(new Command.Amend(NVDA, order.ordId(), null, null, d("221"), null, false, false))
                        .code())
                .isEqualTo("51510");
    }

    @Test
    void openOrders_freezeTheirMoney_soThatItIsNotSpentTwice() {
        Fixture at = new Fixture(Fixture.market());
        at.place(limit(XNVDA, Side.BUY, "40", "215"));

        assertThat(at.balance("USDT").ordFrozen()).isEqualByComparingTo("8600");
        assertThat(at.refused(limit(XNVDA, Side.BUY, "10", "215")).code()).isEqualTo("51008");
    }

    @Test
    void amounts_areExact_tenTimesATenthIsOne() {
        Fixture at = new Fixture(Fixture.market(), Map.of("USDT", d("10000")));
        for (int i = 0; i < 10; i++) {
            at.place(Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "0.1").tgtCcy(TargetCcy.BASE_CCY));
        }

        assertThat(at.balance("XNVDA").cashBal()).as("1 less a fee of 0.1 %").isEqualByComparingTo("0.999");
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9779.99");
    }

    @Test
    void short_isPossible_andItsProfitIsTold() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "215", "2000"));
        at.market(NVDA, Side.SELL, "2");
        at.advance(1);
        OrderView close = at.market(NVDA, Side.BUY, "2");

        assertThat(close.pnl()).as("2 x (224.99 - 215.01)").isEqualByComparingTo("19.96");
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void stopTakeProfitAndTrailingStop_work_asTheLiveExchangeHasThem() {
        Fixture at = new Fixture(Fixture.market().to(BTC, "63000", "2000"));
        at.place(Fixture.order(BTC, Side.BUY, OrderType.MARKET, "1").tdMode(TradeMode.CROSS));
        AlgoView stop = at.place(Fixture.algo(BTC, Side.SELL, AlgoType.OCO, "1")
                .tdMode(TradeMode.CROSS)
                .tpTriggerPx(d("65000"))
                .tpOrdPx(d("-1"))
                .slTriggerPx(d("63500"))
                .slOrdPx(d("-1")));

        at.advance(1);

        assertThat(at.algo(stop.algoId()).actualSide()).isEqualTo("sl");
        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void sameFeedAndCommands_giveTheSameState_whateverTheDay() {
        assertThat(run()).isEqualTo(run());
    }

    private static String run() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").to(NVDA, "230", "2000"));
        at.place(limit(NVDA, Side.BUY, "1", "220"));
        at.advance(1);
        at.market(NVDA, Side.SELL, "0.5");
        at.advance(1);
        return at.venue.digest();
    }

    private static OrderTicketBuilder limit(String instId, Side side, String sz, String px) {
        return Fixture.order(instId, side, OrderType.LIMIT, sz).px(d(px));
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
