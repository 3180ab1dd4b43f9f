package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.INVERSE_FUTURE;
import static dev.okx4j.paper.venue.Fixture.LINEAR_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Futures at their expiry: orders end, positions are settled in money, and nothing can be traded any more. */
@NullUnmarked
class DeliveryTest {

    private static final int TO_DELIVERY = 8 * 60;

    @Test
    void aPosition_isSettledAtTheMeanOfTheIndex_overTheLastHalfHour() {
        // 64000 before the window, 64200 from 7:40, 64400 from 7:50: (10 × 64000 + 10 × 64200 + 10 × 64400) ÷ 30
        Fixture at = new Fixture(Fixture.products()
                .index("BTC-USDT", "64000")
                .quiet(458)
                .index("BTC-USDT", "64200")
                .quiet(9)
                .index("BTC-USDT", "64400")
                .quiet(60));
        at.lever(LINEAR_FUTURE, TradeMode.ISOLATED, "10");
        at.market(LINEAR_FUTURE, Side.BUY, "10");
        BigDecimal before = at.balance("USDT").cashBal();
        BigDecimal margin = at.position(LINEAR_FUTURE).margin();

        at.advance(TO_DELIVERY - 1);
        assertThat(at.venue.positions()).hasSize(1);
        at.advance(1);

        FillView fill = at.venue.fills().get(at.venue.fills().size() - 1);
        assertThat(fill.fillPx()).isEqualByComparingTo("64200");
        assertThat(fill.fillPnl()).isEqualByComparingTo("9.99"); // (64200 − 64100.1) × 10 × 0.01
        assertThat(fill.fee()).isZero();
        assertThat(fill.subType()).as("delivery of a long").isEqualTo("112");
        assertThat(at.order(fill.ordId()).category()).isEqualTo("delivery");
        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.balance("USDT").cashBal())
                .isEqualByComparingTo(before.add(margin).add(new BigDecimal("9.99")));
        BillView bill = at.venue.bills().get(at.venue.bills().size() - 1);
        assertThat(bill.type()).isEqualTo("3");
        assertThat(bill.subType()).isEqualTo("112");
        assertThat(bill.ts()).isEqualTo(Fixture.DELIVERY);
    }

    @Test
    void withoutAnIndex_theSpotPriceOfThePairCounts() {
        Fixture at =
                new Fixture(Fixture.products().to("BTC-USDT", "63900", "2000").quiet(600));
        at.market(LINEAR_FUTURE, Side.SELL, "10");

        at.advance(600);

        assertThat(at.venue.deliveries())
                .filteredOn(delivery -> delivery.instId().equals(LINEAR_FUTURE))
                .first()
                .satisfies(delivery -> {
                    assertThat(delivery.px()).isEqualByComparingTo("63900");
                    assertThat(delivery.type()).isEqualTo("delivery");
                    assertThat(delivery.ts()).isEqualTo(Fixture.DELIVERY);
                });
        assertThat(at.venue.fills().get(1).subType()).as("delivery of a short").isEqualTo("113");
        assertThat(at.venue.fills().get(1).fillPnl()).isEqualByComparingTo("19.99"); // (64099.9 − 63900) × 0.1
    }

    @Test
    void aLoss_beyondTheIsolatedMargin_isPaidByTheInsuranceFund() {
        Fixture at = new Fixture(
                Fixture.products()
                        .mark(INVERSE_FUTURE, "64100")
                        .index("BTC-USD", "40000")
                        .quiet(600),
                Map.of("BTC", BigDecimal.ONE));
        at.lever(INVERSE_FUTURE, TradeMode.ISOLATED, "20");
        at.market(INVERSE_FUTURE, Side.BUY, "100");
        BigDecimal cash = at.balance("BTC").cashBal();

        at.advance(600);

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.balance("BTC").cashBal()).as("only the margin is lost").isEqualByComparingTo(cash);
        assertThat(at.venue.bills().get(at.venue.bills().size() - 1).subType()).isEqualTo("110");
    }

    @Test
    void crossLoss_beyondAllCash_isPaidByTheInsuranceFund() {
        Fixture at = new Fixture(
                Fixture.products()
                        .mark(LINEAR_FUTURE, "64100")
                        .index("BTC-USDT", "40000")
                        .quiet(600),
                Map.of("USDT", new BigDecimal("1000")));
        at.lever(LINEAR_FUTURE, TradeMode.CROSS, "20");
        at.place(Fixture.order(LINEAR_FUTURE, Side.BUY, OrderType.MARKET, "20").tdMode(TradeMode.CROSS));

        at.advance(600);

        assertThat(at.balance("USDT").cashBal()).isZero();
    }

    @Test
    void openOrders_areCancelled_andAlgoOrdersToo() {
        Fixture at = new Fixture(Fixture.products().quiet(600));
        at.market(LINEAR_FUTURE, Side.BUY, "1");
        OrderView order = at.limit(LINEAR_FUTURE, Side.BUY, "1", "63000");
        AlgoView algo = at.place(Fixture.algo(LINEAR_FUTURE, Side.SELL, AlgoType.CONDITIONAL, "1")
                .tdMode(TradeMode.ISOLATED)
                .reduceOnly(true)
                .slTriggerPx(new BigDecimal("60000"))
                .slOrdPx(new BigDecimal("-1")));

        at.advance(600);

        assertThat(at.order(order.ordId()).cancelSource()).isEqualTo("7");
        assertThat(at.algo(algo.algoId()).state()).isEqualTo(AlgoState.CANCELED);
        assertThat(at.balance("USDT").ordFrozen()).isZero();
    }

    @Test
    void afterwards_nothingIsTraded_51027() {
        Fixture at = new Fixture(Fixture.products().quiet(600).to(LINEAR_FUTURE, "65000", "10"));
        at.advance(600);
        BigDecimal last = at.venue.quote(LINEAR_FUTURE).last();

        assertThat(at.venue.isExpired(LINEAR_FUTURE)).isTrue();
        assertThat(at.refused(Fixture.order(LINEAR_FUTURE, Side.BUY, OrderType.MARKET, "1"))
                        .code())
                .isEqualTo("51027");
        at.advance(1);
        assertThat(at.venue.quote(LINEAR_FUTURE).last())
                .as("it has no price any more")
                .isEqualTo(last);
    }

    @Test
    void whoBeginsAfterwards_findsItEnded() {
        Fixture at = new Fixture(Fixture.products().quiet(600));
        at.venue.apply(new Command.Reset(Fixture.DELIVERY.plusSeconds(60), Map.of("USDT", new BigDecimal("10000"))));

        assertThat(at.venue.isExpired(LINEAR_FUTURE)).isTrue();
        assertThat(at.venue.isExpired(Fixture.BTC)).isFalse();
    }

    @Test
    void estimatedPrice_isTheMeanSoFar() {
        Fixture at = new Fixture(Fixture.products()
                .index("BTC-USDT", "64000")
                .quiet(459)
                .index("BTC-USDT", "64400")
                .quiet(60));
        at.advance(470);

        // 7:30 to 7:41 at 64000, 7:41 to 7:50 at 64400
        assertThat(at.venue.estimatedPrice(LINEAR_FUTURE)).isEqualByComparingTo("64180");
        assertThat(at.venue.estimatedPrice(Fixture.BTC)).isNull();
    }
}
