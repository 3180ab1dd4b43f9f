package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.OptionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order types beside limit and market, and what they do when the book has too little. */
class OrderTypesTest {

    private static final String CALL = "BTC-USD-260925-100000-C";

    /** Volume 2000: 100 on each of the 20 levels, the first a tick from 225, the others a basis point apart. */
    private final Fixture at = new Fixture(Fixture.market());

    @Test
    void optimalLimitIoc_tradesUpToThePriceLimit_andItsRestIsCancelledWith14() {
        at.venue.apply(new Command.Deposit("USDT", d("9000000")));
        OrderView order = at.place(Fixture.order(NVDA, Side.BUY, OrderType.OPTIMAL_LIMIT_IOC, "1400")
                .px(d("1")));

        assertThat(order.px())
                .as("its price is the price limit, not the one named")
                .isNull();
        assertThat(order.accFillSz()).isEqualByComparingTo("1400");

        OrderView thin = at.place(Fixture.order(BTC, Side.SELL, OrderType.OPTIMAL_LIMIT_IOC, "3000")
                .tdMode(TradeMode.CROSS));
        assertThat(thin.state()).isEqualTo(OrderState.CANCELED);
        assertThat(thin.accFillSz()).isEqualByComparingTo("2000");
        assertThat(thin.cancelSource()).isEqualTo("14");
    }

    @Test
    void optimalLimitIoc_isForFuturesAndSwaps() {
        assertThat(at.refused(Fixture.order(XNVDA, Side.BUY, OrderType.OPTIMAL_LIMIT_IOC, "1"))
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void slippagePct_stopsASpotMarketOrder_thatFarFromTheBestPrice() {
        at.venue.apply(new Command.Deposit("USDT", d("1000000")));
        OrderView order = at.place(Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "1000")
                .tgtCcy(TargetCcy.BASE_CCY)
                .slippagePct(d("0.0005")));

        BigDecimal worst = at.venue.fills().stream()
                .map(FillView::fillPx)
                .reduce(BigDecimal::max)
                .orElseThrow();
        assertThat(worst).isLessThanOrEqualTo(d("220.01").multiply(d("1.0005")));
        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
        assertThat(order.accFillSz()).isEqualByComparingTo("600");
    }

    @Test
    void slippagePct_isForSpotMarketOrders_andAtMostFivePercent() {
        expect("51000", Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "1").slippagePct(d("0.01")));
        expect("51000", Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "300").slippagePct(d("0.0501")));
        expect("51000", Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "300").slippagePct(d("-0.01")));
    }

    @Test
    void spotPriceBeyondTheLimit_51137forABuy_51138forASell() {
        expect("51137", Fixture.order(XNVDA, Side.BUY, OrderType.LIMIT, "1").px(d("400")));
        expect("51138", Fixture.order(XNVDA, Side.SELL, OrderType.LIMIT, "1").px(d("100")));
    }

    @Test
    void option_hasNoMarketOrders_51066_andItsPriceIsRoundedToTheTick() {
        Fixture options = new Fixture(Fixture.market().list(call(), "0.05", "2000"), java.util.Map.of("BTC", d("10")));
        assertThat(options.refused(Fixture.order(CALL, Side.BUY, OrderType.MARKET, "1")
                                .tdMode(TradeMode.CROSS))
                        .code())
                .isEqualTo("51066");

        OrderView up = options.place(option("0.04875"));
        OrderView down = options.place(option("0.04874"));

        assertThat(up.px()).as("halves go up").isEqualByComparingTo("0.0490");
        assertThat(down.px()).isEqualByComparingTo("0.0485");
    }

    @Test
    void ordersOfTheAccount_noMoreThanFourThousandPending_51174() {
        ScriptedFeed feed = new ScriptedFeed();
        for (int i = 0; i < 9; i++) {
            feed.list(cheap("C" + i), "100", "2000");
        }
        Fixture many = new Fixture(feed);
        for (int i = 0; i < 4000; i++) {
            many.place(Fixture.order("C" + i / 500 + "-USDT", Side.BUY, OrderType.LIMIT, "0.01")
                    .px(d("99")));
        }
        assertThat(many.refused(Fixture.order("C8-USDT", Side.BUY, OrderType.LIMIT, "0.01")
                                .px(d("99")))
                        .code())
                .isEqualTo("51174");
        assertThat(many.refused(Fixture.order("C1-USDT", Side.BUY, OrderType.LIMIT, "0.01")
                                .px(d("99")))
                        .code())
                .isEqualTo("51174");
    }

    private void expect(String code, OrderTicketBuilder ticket) {
        assertThat(at.refused(ticket).code()).isEqualTo(code);
    }

    private static OrderTicketBuilder option(String px) {
        return Fixture.order(CALL, Side.BUY, OrderType.LIMIT, "1")
                .tdMode(TradeMode.CROSS)
                .px(d(px))
                .attachAlgoOrds(List.of());
    }

    private static InstrumentSpec call() {
        return InstrumentSpec.option(
                        CALL,
                        "BTC-USD",
                        "BTC",
                        "USD",
                        "BTC",
                        OptionType.C,
                        d("100000"),
                        Instant.parse("2026-09-25T08:00:00Z"))
                .ctVal(d("1"))
                .ctMult(d("0.01"))
                .tickSz(d("0.0005"))
                .lotSz(d("1"))
                .minSz(d("1"))
                .build();
    }

    private static InstrumentSpec cheap(String base) {
        return InstrumentSpec.spot(base + "-USDT", base, "USDT")
                .tickSz(d("0.01"))
                .lotSz(d("0.01"))
                .minSz(d("0.01"))
                .build();
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
