package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentSpecBuilder;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ExitTest {

    private final Fixture at = new Fixture(Fixture.market());

    @Test
    void close_ofALong_sellsAllOfItAtMarket_underTheOwnersId() {
        at.market(NVDA, Side.BUY, "3.5");

        Reply.Closed reply = (Reply.Closed)
                at.venue.apply(new Command.ClosePosition(NVDA, TradeMode.ISOLATED, "closing", "bot", false));

        assertThat(at.venue.positions()).isEmpty();
        OrderView order = Objects.requireNonNull(at.venue.order(NVDA, null, "closing"));
        assertThat(order.ordId()).isEqualTo(reply.ordId());
        assertThat(order.ticket().ordType()).isEqualTo(OrderType.MARKET);
        assertThat(order.ticket().reduceOnly()).isTrue();
        assertThat(order.accFillSz()).isEqualByComparingTo("3.5");
        assertThat(at.venue.fills().get(1).clOrdId()).isEqualTo("closing");
    }

    @Test
    void close_ofAShort_buysItBack() {
        at.market(NVDA, Side.SELL, "2");

        at.venue.apply(new Command.ClosePosition(NVDA, TradeMode.ISOLATED, null, null, false));

        assertThat(at.venue.positions()).isEmpty();
    }

    @Test
    void close_withOrdersThatWaitToClose_is51115_unlessTheyMayBeCancelled() {
        at.market(NVDA, Side.BUY, "3");
        OrderView waiting = at.limit(NVDA, Side.SELL, "1", "240");
        OrderView opening = at.limit(NVDA, Side.BUY, "1", "220");

        assertThat(at.refused(new Command.ClosePosition(NVDA, TradeMode.ISOLATED, null, null, false))
                        .code())
                .isEqualTo("51115");
        at.venue.apply(new Command.ClosePosition(NVDA, TradeMode.ISOLATED, null, null, true));

        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.order(waiting.ordId()).state()).isEqualTo(OrderState.CANCELED);
        assertThat(at.order(opening.ordId()).state()).isEqualTo(OrderState.LIVE);
    }

    @Test
    void close_ofWhatIsNotThere_is51023() {
        at.market(NVDA, Side.BUY, "3");

        assertThat(at.refused(new Command.ClosePosition(NVDA, TradeMode.CROSS, null, null, true))
                        .code())
                .isEqualTo("51023");
        assertThat(at.refused(new Command.ClosePosition(BTC, TradeMode.ISOLATED, null, null, true))
                        .code())
                .isEqualTo("51023");
    }

    @Test
    void close_withAnIdOfAPendingOrder_is51016() {
        at.market(NVDA, Side.BUY, "3");
        at.place(Fixture.order(BTC, Side.BUY, OrderType.LIMIT, "1")
                .px(new BigDecimal("60000"))
                .clOrdId("taken"));

        assertThat(at.refused(new Command.ClosePosition(NVDA, TradeMode.ISOLATED, "taken", null, true))
                        .code())
                .isEqualTo("51016");
    }

    @Test
    void close_ofAPositionUnderTheSmallestOrder_isCarriedOut() {
        InstrumentSpec coarse = InstrumentSpecBuilder.builder(Fixture.nvda())
                .minSz(new BigDecimal("0.05"))
                .build();
        Fixture odd = new Fixture(new ScriptedFeed().list(coarse, "225", "2000"));
        odd.market(NVDA, Side.BUY, "0.07");
        odd.place(Fixture.order(NVDA, Side.SELL, OrderType.MARKET, "0.05"));

        odd.venue.apply(new Command.ClosePosition(NVDA, TradeMode.ISOLATED, null, null, false));

        assertThat(odd.venue.positions()).isEmpty();
    }

    @Test
    void close_beyondTheDepth_leavesTheRestOpen() {
        Fixture deep = new Fixture(Fixture.market().to(NVDA, "223", "4000").to(NVDA, "223.01", "20"));
        deep.lever(NVDA, TradeMode.ISOLATED, "50");
        deep.limit(NVDA, Side.BUY, "500", "224");
        deep.advance(2);
        assertThat(deep.position(NVDA).pos()).isEqualByComparingTo("500");

        Reply.Closed reply =
                (Reply.Closed) deep.venue.apply(new Command.ClosePosition(NVDA, TradeMode.ISOLATED, null, null, false));

        OrderView order = deep.order(reply.ordId());
        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
        assertThat(order.accFillSz()).as("twenty levels of 1").isEqualByComparingTo("20");
        assertThat(deep.position(NVDA).pos()).isEqualByComparingTo("480");
    }
}
