package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A chase order keeps at the best price of its side. NVDA begins at 225, so its best bid is 224.99. */
class ChaseTest {

    @Test
    void chase_movesWithTheBestBid_andFillsAsMaker() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "226", "2000").to(NVDA, "225", "2000"));
        AlgoView chase = at.place(chase(AlgoTicket.Chasing.AT_BEST));
        OrderView order = at.order(chase.ordId());
        assertThat(order.ticket().ordType()).isEqualTo(OrderType.POST_ONLY);
        assertThat(order.px()).isEqualByComparingTo("224.99");

        at.advance(1);
        assertThat(at.order(order.ordId()).px()).isEqualByComparingTo("225.99");
        at.advance(1);

        assertThat(at.algo(chase.algoId()).state()).isEqualTo(AlgoState.EFFECTIVE);
        assertThat(at.venue.fills().get(0).fillPx()).isEqualByComparingTo("225.99");
        assertThat(at.venue.fills().get(0).maker()).isTrue();
    }

    @Test
    void chase_staysItsDistanceBehind() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "226", "2000"));
        AlgoView chase = at.place(chase(new AlgoTicket.Chasing(ChaseType.DISTANCE, d("0.5"), null, null)));

        assertThat(at.order(chase.ordId()).px()).isEqualByComparingTo("224.49");
        at.advance(1);
        assertThat(at.order(chase.ordId()).px()).isEqualByComparingTo("225.49");
    }

    @Test
    void chase_givesUp_whenTheBestPriceHasGoneTooFar() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "226", "2000").to(NVDA, "227.5", "2000"));
        AlgoView chase = at.place(
                chase(new AlgoTicket.Chasing(ChaseType.DISTANCE, BigDecimal.ZERO, ChaseType.RATIO, d("0.01"))));

        at.advance(1);
        assertThat(at.algo(chase.algoId()).state()).isEqualTo(AlgoState.LIVE);
        at.advance(1);

        assertThat(at.algo(chase.algoId()).state()).isEqualTo(AlgoState.CANCELED);
        assertThat(at.order(chase.ordId()).cancelSource()).isEqualTo("42");
    }

    @Test
    void chase_whoseOrderItsOwnerCancels_isOver() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "226", "2000"));
        AlgoView chase = at.place(chase(AlgoTicket.Chasing.AT_BEST));
        at.venue.apply(new Command.Cancel(NVDA, chase.ordId(), null));

        at.advance(1);

        assertThat(at.algo(chase.algoId()).state()).isEqualTo(AlgoState.CANCELED);
        assertThat(at.venue.openOrders()).isEmpty();
    }

    @Test
    void chase_oneForAnInstrument_55116_andNeverAmended_51506() {
        Fixture at = new Fixture(Fixture.market());
        AlgoView chase = at.place(chase(AlgoTicket.Chasing.AT_BEST));

        assertThat(at.refused(chase(AlgoTicket.Chasing.AT_BEST)).code()).isEqualTo("55116");
        assertThat(at.refused(CommandAmendAlgoBuilder.builder()
                                .instId(NVDA)
                                .algoId(chase.algoId())
                                .newSz(BigDecimal.TEN)
                                .build())
                        .code())
                .isEqualTo("51506");
        assertThat(at.place(chase(AlgoTicket.Chasing.AT_BEST).instId(BTC).tdMode(TradeMode.CROSS))
                        .state())
                .isEqualTo(AlgoState.LIVE);
    }

    private static AlgoTicketBuilder chase(AlgoTicket.Chasing chasing) {
        return Fixture.algo(NVDA, Side.BUY, AlgoType.CHASE, "1")
                .reduceOnly(false)
                .chasing(chasing);
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
