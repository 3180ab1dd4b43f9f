package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who yields when an order meets another of the account: the arriving order says it. The best bid of others is 224.99. */
class SelfTradeTest {

    private final Fixture at = new Fixture(Fixture.market());

    @Test
    void cancelMaker_isTheDefault_andTheArrivingOrderGoesOn() {
        OrderView own = at.limit(NVDA, Side.BUY, "1", "225");

        OrderView sell = sell("1", null);

        assertThat(at.order(own.ordId()).cancelSource()).isEqualTo("32");
        assertThat(sell.state()).isEqualTo(OrderState.FILLED);
        assertThat(sell.avgPx()).as("others' bid").isEqualByComparingTo("224.99");
    }

    @Test
    void cancelTaker_endsTheArrivingOrder_andLeavesTheRestingOne() {
        OrderView own = at.limit(NVDA, Side.BUY, "1", "225");

        OrderView sell = sell("1", StpMode.CANCEL_TAKER);

        assertThat(sell.state()).isEqualTo(OrderState.CANCELED);
        assertThat(sell.cancelSource()).isEqualTo("32");
        assertThat(sell.accFillSz()).isZero();
        assertThat(at.order(own.ordId()).state()).isEqualTo(OrderState.LIVE);
    }

    @Test
    void cancelTaker_keepsWhatHasFilledBefore() {
        at.lever(NVDA, TradeMode.ISOLATED, "20");
        at.limit(NVDA, Side.BUY, "1", "224.98");

        OrderView sell = sell("150", StpMode.CANCEL_TAKER);

        assertThat(sell.accFillSz()).as("the bid before its own").isEqualByComparingTo("100");
        assertThat(sell.state()).isEqualTo(OrderState.CANCELED);
    }

    @Test
    void cancelBoth_endsBoth() {
        OrderView own = at.limit(NVDA, Side.BUY, "1", "225");

        OrderView sell = sell("1", StpMode.CANCEL_BOTH);

        assertThat(sell.cancelSource()).isEqualTo("32");
        assertThat(at.order(own.ordId()).cancelSource()).isEqualTo("32");
        assertThat(at.venue.fills()).isEmpty();
    }

    @Test
    void fok_countsWhatItWouldMeetOfOthersOnly() {
        at.lever(NVDA, TradeMode.ISOLATED, "20");
        at.limit(NVDA, Side.BUY, "50", "225");

        OrderView fok =
                at.place(Fixture.order(NVDA, Side.SELL, OrderType.FOK, "110").px(new BigDecimal("224.99")));

        assertThat(fok.cancelSource()).isEqualTo("13");
        assertThat(at.venue.openOrders()).as("it touched nothing").hasSize(1);
    }

    private OrderView sell(String sz, @Nullable StpMode mode) {
        return at.place(Fixture.order(NVDA, Side.SELL, OrderType.MARKET, sz).stpMode(mode));
    }
}
