package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Orders that only close share one position: the better price first, the earlier order first. */
class ReduceOnlyTest {

    private final Fixture at = new Fixture(Fixture.market().to(NVDA, "227", "2000"));

    @Test
    void newOrder_atAWorsePrice_thanThoseThatCoverThePosition_isCancelledWith22() {
        at.market(NVDA, Side.BUY, "2");
        OrderView first = at.place(reduce("2", "226"));
        OrderView worse = at.place(reduce("2", "228"));

        assertThat(worse.state()).isEqualTo(OrderState.CANCELED);
        assertThat(worse.cancelSource()).isEqualTo("22");
        assertThat(at.order(first.ordId()).sz()).isEqualByComparingTo("2");
    }

    @Test
    void newOrder_atABetterPrice_takesThePositionFromTheOldOne_whichIsCancelledWith23() {
        at.market(NVDA, Side.BUY, "2");
        OrderView first = at.place(reduce("2", "228"));
        OrderView better = at.place(reduce("2", "226"));

        assertThat(better.state()).isEqualTo(OrderState.LIVE);
        assertThat(at.order(first.ordId()).cancelSource()).isEqualTo("23");
    }

    @Test
    void newOrder_thatCoversAPart_trimsTheOldOne() {
        at.market(NVDA, Side.BUY, "2");
        OrderView first = at.place(reduce("2", "228"));
        at.place(reduce("0.5", "226"));

        assertThat(at.order(first.ordId()).sz()).isEqualByComparingTo("1.5");
    }

    @Test
    void samePrice_theEarlierOrderIsServed() {
        at.market(NVDA, Side.BUY, "2");
        OrderView first = at.place(reduce("1.5", "226"));
        OrderView second = at.place(reduce("1.5", "226"));

        assertThat(at.order(first.ordId()).sz()).isEqualByComparingTo("1.5");
        assertThat(at.order(second.ordId()).sz()).isEqualByComparingTo("0.5");
    }

    @Test
    void closingOrders_ofALongPosition_areTrimmedWithoutSayingReduceOnly() {
        at.longShort();
        at.place(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "2").posSide(PosSide.LONG));
        OrderView first = at.place(close("2", "226"));
        OrderView worse = at.place(close("1", "228"));

        assertThat(worse.cancelSource()).isEqualTo("22");
        assertThat(at.order(first.ordId()).state()).isEqualTo(OrderState.LIVE);
        assertThat(at.refused(close("2.01", "226")).code()).isEqualTo("51112");
        assertThat(at.refused(close("1", "226").posSide(PosSide.SHORT).side(Side.BUY))
                        .code())
                .isEqualTo("51169");
        assertThat(at.refused(close("1", "226").posSide(null)).code()).isEqualTo("51000");
        assertThat(at.refused(close("1", "226").posSide(PosSide.NET)).code()).isEqualTo("51000");
    }

    private static OrderTicketBuilder reduce(String sz, String px) {
        return Fixture.order(NVDA, Side.SELL, OrderType.LIMIT, sz).px(d(px)).reduceOnly(true);
    }

    private static OrderTicketBuilder close(String sz, String px) {
        return Fixture.order(NVDA, Side.SELL, OrderType.LIMIT, sz).px(d(px)).posSide(PosSide.LONG);
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
