package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpotTest {

    private final Fixture at = new Fixture(
            Fixture.market().to(XNVDA, "219", "2000"),
            Map.of("USDT", new BigDecimal("3000"), "XNVDA", new BigDecimal("5")));

    @Test
    void marketBuy_isSizedInQuoteByDefault() {
        OrderView bought = at.market(XNVDA, Side.BUY, "100");

        assertThat(bought.state()).isEqualTo(OrderState.FILLED);
        assertThat(bought.accFillSz()).isEqualByComparingTo("0.45452");
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("2900.0010548");
        assertThat(bought.fee()).isEqualByComparingTo("-0.00045452");
        assertThat(bought.feeCcy()).isEqualTo("XNVDA");
    }

    @Test
    void marketSell_isSizedInBaseByDefault_andInQuoteWhenAsked() {
        assertThat(at.market(XNVDA, Side.SELL, "1").accFillSz()).isEqualByComparingTo("1");
        OrderView sold = at.place(
                Fixture.order(XNVDA, Side.SELL, OrderType.MARKET, "100").tgtCcy(TargetCcy.QUOTE_CCY));

        assertThat(sold.accFillSz()).isEqualByComparingTo("0.45456");
        assertThat(sold.feeCcy()).isEqualTo("USDT");
    }

    @Test
    void bills_ofBuysAndSells_haveGrowingIds_soThatACursorMissesNone() {
        at.market(XNVDA, Side.BUY, "100");
        at.market(XNVDA, Side.SELL, "1");

        assertThat(at.venue.bills())
                .extracting(bill -> Long.parseLong(bill.billId()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void marketBuyInBase_isCutToWhatTheBalanceCanPay() {
        OrderView cut =
                at.place(Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "20").tgtCcy(TargetCcy.BASE_CCY));

        assertThat(cut.accFillSz()).isEqualByComparingTo("13.63574");
        assertThat(cut.state()).isEqualTo(OrderState.FILLED);
        assertThat(at.balance("USDT").cashBal()).isNotNegative();
    }

    @Test
    void marketBuyInBase_banAmend_isRefusedInstead() {
        OrderTicketBuilder ticket = Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "20")
                .tgtCcy(TargetCcy.BASE_CCY)
                .banAmend(true);

        assertThat(at.refused(ticket).code()).isEqualTo("51008");
        assertThat(at.place(ticket.sz(new BigDecimal("13"))).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void limitBuy_freezesItsValue_untilItIsCancelled() {
        OrderView order = at.limit(XNVDA, Side.BUY, "10", "215");
        assertThat(at.balance("USDT").ordFrozen()).isEqualByComparingTo("2150");
        assertThat(at.balance("USDT").availBal()).isEqualByComparingTo("850");
        assertThat(at.refused(Fixture.order(XNVDA, Side.BUY, OrderType.LIMIT, "4")
                                .px(new BigDecimal("215")))
                        .code())
                .isEqualTo("51008");

        at.venue.apply(new Command.Cancel(XNVDA, order.ordId(), null));

        assertThat(at.balance("USDT").ordFrozen()).isZero();
        assertThat(at.balance("USDT").availBal()).isEqualByComparingTo("3000");
    }

    @Test
    void limitBuy_aboveTheBook_paysTheBooksPrice() {
        OrderView order = at.limit(XNVDA, Side.BUY, "10", "225");

        assertThat(order.avgPx()).isEqualByComparingTo("220.01");
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("799.9");
    }

    @Test
    void marketOrder_largerThanTheBook_isCancelledForTheRest() {
        Fixture rich = new Fixture(Fixture.market(), Map.of("USDT", new BigDecimal("900000")));
        OrderView order = rich.place(
                Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "2500").tgtCcy(TargetCcy.BASE_CCY));

        assertThat(order.accFillSz()).isEqualByComparingTo("2000");
        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
        assertThat(order.cancelSource()).isEqualTo("14");
        assertThat(rich.balance("USDT").ordFrozen()).isZero();
    }

    @Test
    void iocFokPostOnly_endAsOkxEndsThem() {
        assertThat(place(OrderType.IOC, "219").cancelSource()).isEqualTo("14");
        assertThat(place(OrderType.FOK, "219").cancelSource()).isEqualTo("13");
        assertThat(place(OrderType.POST_ONLY, "221").cancelSource()).isEqualTo("31");
        assertThat(place(OrderType.POST_ONLY, "219").state()).isEqualTo(OrderState.LIVE);
        assertThat(place(OrderType.FOK, "221").state()).isEqualTo(OrderState.FILLED);
        assertThat(at.venue.openOrders()).hasSize(1);
    }

    @Test
    void ownOrderInTheWay_isCancelled() {
        OrderView resting = at.limit(XNVDA, Side.SELL, "1", "220.01");
        OrderView taking = at.limit(XNVDA, Side.BUY, "1", "220.01");

        assertThat(at.order(resting.ordId()).cancelSource()).isEqualTo("32");
        assertThat(taking.state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void fill_writesABillForEachCurrency() {
        at.market(XNVDA, Side.SELL, "1");

        BillView quote = at.venue.bills().get(2);
        BillView base = at.venue.bills().get(3);
        assertThat(base.balChg()).isEqualByComparingTo("-1");
        assertThat(quote.balChg()).isEqualByComparingTo("219.77001");
        assertThat(quote.fee()).isEqualByComparingTo("-0.21999");
        assertThat(quote.bal()).isEqualByComparingTo("3219.77001");
        assertThat(quote.type()).isEqualTo("2");
        assertThat(quote.subType()).isEqualTo("2");
        assertThat(quote.billId()).isEqualTo(at.venue.fills().get(0).billId());
    }

    private OrderView place(OrderType type, String px) {
        return at.place(Fixture.order(XNVDA, Side.BUY, type, "1").px(new BigDecimal(px)));
    }
}
