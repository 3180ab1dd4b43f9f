package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Funding: {@code position × mark × rate}, from longs to shorts when the rate is positive. */
class FundingTest {

    @Test
    void positiveRate_longPays_toTheLastDigit() {
        Fixture at = longOf2At220(TradeMode.CROSS, "1", feed -> feed.funding(NVDA, "0.0001"));

        Reply.Advanced reply = at.advance(1);

        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9999.8682"); // − 2 × 219 × 0.0001
        assertThat(at.position(NVDA).fundingFee()).isEqualByComparingTo("-0.0438");
        assertThat(at.position(NVDA).realizedPnl()).isEqualByComparingTo("-0.1318"); // − 0.088 fee − 0.0438
        expectBill(at, "173", "-0.0438", "9999.8682", "0", "0");
        assertThat(reply.events())
                .containsExactly(new VenueEvent.Funded(
                        at.venue.now(),
                        NVDA,
                        new BigDecimal("0.0001"),
                        lastBill(at).pnl(),
                        "USDT"));
    }

    @Test
    void positiveRate_shortReceives_toTheLastDigit() {
        Fixture at = shortOf2At226(TradeMode.CROSS, feed -> feed.funding(NVDA, "0.0001"));

        at.advance(1);

        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9999.955"); // 10000 − 0.0904 + 0.0454
        assertThat(at.position(NVDA).fundingFee()).isEqualByComparingTo("0.0454");
        expectBill(at, "174", "0.0454", "9999.955", "0", "0");
    }

    @Test
    void negativeRate_longReceives_andShortPays() {
        Fixture bought = longOf2At220(TradeMode.CROSS, "1", feed -> feed.funding(NVDA, "-0.0002"));
        bought.advance(1);
        expectBill(bought, "174", "0.0876", "9999.9996", "0", "0");

        Fixture sold = shortOf2At226(TradeMode.CROSS, feed -> feed.funding(NVDA, "-0.0002"));
        sold.advance(1);
        expectBill(sold, "173", "-0.0908", "9999.8188", "0", "0");
    }

    @Test
    void isolated_paysFromItsMargin_soThatItsLiquidationPriceComesNearer() {
        Fixture at = longOf2At220(TradeMode.ISOLATED, "10", feed -> feed.funding(NVDA, "0.01"));
        assertThat(at.position(NVDA).liqPx()).isEqualByComparingTo("200.1");

        at.advance(1);

        assertThat(at.balance("USDT").cashBal()).as("cash is not touched").isEqualByComparingTo("9955.912");
        assertThat(at.position(NVDA).margin()).isEqualByComparingTo("39.62"); // 44 − 2 × 219 × 0.01
        assertThat(at.position(NVDA).liqPx()).isEqualByComparingTo("202.31"); // (440 − 39.62) ÷ (2 × 0.9895)
        expectBill(at, "173", "0", "9955.912", "-4.38", "39.62");
    }

    @Test
    void isolated_whoseMarginFundingEats_isLiquidatedAtOnce() {
        Fixture at = longOf2At220(
                TradeMode.ISOLATED, "10", feed -> feed.to(NVDA, "203", "2000").funding(NVDA, "0.015"));
        at.advance(1);
        assertThat(at.venue.positions()).hasSize(1);

        Reply.Advanced reply = at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(reply.events().get(0)).isInstanceOf(VenueEvent.Funded.class);
        assertThat(reply.events().get(1)).isInstanceOf(VenueEvent.Liquidated.class);
    }

    @Test
    void onlyWhoHoldsAtTheTime_isCharged() {
        Fixture at = new Fixture(Fixture.market().funding(NVDA, "0.01").funding(NVDA, "0.01"));
        at.advance(1);
        at.market(NVDA, Side.BUY, "2");
        at.market(NVDA, Side.SELL, "2");
        at.place(Fixture.order(BTC, Side.BUY, OrderType.MARKET, "1").tdMode(TradeMode.CROSS));

        at.advance(1);

        assertThat(at.venue.bills()).noneMatch(bill -> bill.type().equals("8"));
        assertThat(at.position(BTC).fundingFee()).isZero();
    }

    @Test
    void bothMarginModes_payEachTheirOwn() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000").funding(NVDA, "0.0001"));
        at.limit(NVDA, Side.BUY, "2", "220");
        at.place(Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, "3")
                .tdMode(TradeMode.CROSS)
                .px(new BigDecimal("220")));

        at.advance(2);

        List<BillView> charged = at.venue.bills().stream()
                .filter(bill -> bill.type().equals("8"))
                .toList();
        assertThat(charged).extracting(BillView::mgnMode).containsExactly(TradeMode.ISOLATED, TradeMode.CROSS);
        assertThat(charged.get(0).posBalChg()).isEqualByComparingTo("-0.0438");
        assertThat(charged.get(1).balChg()).isEqualByComparingTo("-0.0657");
    }

    @Test
    void everyCharge_addsUpInThePosition_andIsKeptApartFromItsTradingProfit() {
        Fixture at = longOf2At220(
                TradeMode.CROSS,
                "1",
                feed -> feed.funding(NVDA, "0.0001").to(NVDA, "230", "2000").funding(NVDA, "0.0003"));

        at.advance(3);

        assertThat(at.position(NVDA).fundingFee()).isEqualByComparingTo("-0.1818"); // − 0.0438 − 460 × 0.0003
        assertThat(at.position(NVDA).pnl()).isZero();
        assertThat(at.position(NVDA).upl()).isEqualByComparingTo("20");
    }

    private static Fixture longOf2At220(
            TradeMode mode, String lever, java.util.function.UnaryOperator<ScriptedFeed> then) {
        Fixture at = new Fixture(then.apply(Fixture.market().to(NVDA, "219", "2000")));
        at.lever(NVDA, mode, lever);
        at.place(
                Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, "2").tdMode(mode).px(new BigDecimal("220")));
        at.advance(1);
        assertThat(at.position(NVDA).avgPx()).isEqualByComparingTo("220");
        return at;
    }

    private static Fixture shortOf2At226(TradeMode mode, java.util.function.UnaryOperator<ScriptedFeed> then) {
        Fixture at = new Fixture(then.apply(Fixture.market().to(NVDA, "227", "2000")));
        at.place(Fixture.order(NVDA, Side.SELL, OrderType.LIMIT, "2")
                .tdMode(mode)
                .px(new BigDecimal("226")));
        at.advance(1);
        assertThat(at.position(NVDA).pos()).isEqualByComparingTo("-2");
        return at;
    }

    private static void expectBill(
            Fixture at, String subType, String balChg, String bal, String posBalChg, String posBal) {
        BillView bill = lastBill(at);
        assertThat(bill.type()).isEqualTo("8");
        assertThat(bill.subType()).isEqualTo(subType);
        assertThat(bill.balChg()).isEqualByComparingTo(balChg);
        assertThat(bill.bal()).isEqualByComparingTo(bal);
        assertThat(bill.posBalChg()).isEqualByComparingTo(posBalChg);
        assertThat(bill.posBal()).isEqualByComparingTo(posBal);
        assertThat(bill.sz()).isEqualByComparingTo("2");
        assertThat(bill.fee()).isZero();
        assertThat(bill.ordId()).isEmpty();
    }

    private static BillView lastBill(Fixture at) {
        return at.venue.bills().get(at.venue.bills().size() - 1);
    }
}
