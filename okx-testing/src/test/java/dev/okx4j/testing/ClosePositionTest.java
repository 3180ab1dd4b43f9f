package dev.okx4j.testing;

import static dev.okx4j.testing.Trader.NVDA;
import static dev.okx4j.testing.Trader.confirmed;
import static dev.okx4j.testing.Trader.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.account.Position;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.trade.ClosePositionAck;
import dev.okx4j.client.trade.ClosePositionRequest;
import dev.okx4j.client.trade.ClosePositionRequestBuilder;
import dev.okx4j.client.trade.Order;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole positions closed by one call, through the client. */
@ParameterizedClass
@EnumSource(Over.class)
class ClosePositionTest {

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start().balance("USDT", "10000000");

    private final Trader trader;

    ClosePositionTest(Over over) {
        trader = Trader.over(over, OKX);
    }

    @AfterEach
    void disconnect() {
        trader.close();
    }

    private static ClosePositionRequestBuilder all() {
        return ClosePositionRequest.builder().instId(NVDA).mgnMode(MgnMode.isolated);
    }

    private Outcome<ClosePositionAck> close(ClosePositionRequestBuilder position) {
        return trader.okx().trade().closePosition(position.build());
    }

    private List<Position> positions() {
        return trader.okx().account().positions(PositionsRequest.builder().build());
    }

    @Test
    void longPosition_isSoldWhole_byTheOrderWithTheMintedId() {
        trader.place(Trader.market(Side.buy, "1.23"));

        Outcome<ClosePositionAck> outcome = close(all());

        assertThat(confirmed(outcome).instId()).isEqualTo(NVDA);
        Order order = trader.byClientId(outcome.clOrdId());
        assertThat(order.side()).isEqualTo(Side.sell);
        assertThat(order.state()).isEqualTo(OrderState.filled);
        assertThat(order.accFillSz()).isEqualByComparingTo("1.23");
        assertThat(positions()).isEmpty();
    }

    @Test
    void shortPosition_isBoughtBack_underTheCallersIdAndTag() {
        trader.place(Trader.market(Side.sell, "0.5"));

        ClosePositionAck ack = confirmed(close(all().clOrdId("exit1").tag("stop")));

        assertThat(ack.clOrdId()).isEqualTo("exit1");
        assertThat(trader.byClientId("exit1").tag()).isEqualTo("stop");
        assertThat(trader.byClientId("exit1").side()).isEqualTo(Side.buy);
        assertThat(positions()).isEmpty();
    }

    @Test
    void position_withAnOrderThatWaitsToCloseIt_isClosedOnceThatIsCanceled() {
        trader.place(Trader.market(Side.buy, "1"));
        trader.place(Trader.limit(Side.sell, "1", "240").clOrdId("target").reduceOnly(true));

        assertThat(close(all())).isInstanceOf(Outcome.Rejected.class);
        assertThat(positions()).hasSize(1);

        confirmed(close(all().autoCxl(true)));
        assertThat(trader.byClientId("target").state()).isEqualTo(OrderState.canceled);
        assertThat(positions()).isEmpty();
    }

    @Test
    void position_thatIsNotThere_isRejected() {
        assertThat(close(all())).isInstanceOf(Outcome.Rejected.class);
        trader.place(Trader.market(Side.buy, "1"));
        assertThat(close(all().mgnMode(MgnMode.cross))).isInstanceOf(Outcome.Rejected.class);
        assertThat(positions())
                .singleElement()
                .satisfies(position -> assertThat(position.pos()).isEqualByComparingTo(number("1")));
    }
}
