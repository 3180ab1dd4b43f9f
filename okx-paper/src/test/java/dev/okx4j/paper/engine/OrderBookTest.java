package dev.okx4j.paper.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderBookTest {

    private final OrderBook book = new OrderBook();

    @Test
    void submit_betterPriceFirst_thenEarlierOrderFirst() {
        rest(1, "a", Side.SELL, "101", "2");
        rest(2, "b", Side.SELL, "100", "2");
        rest(3, "c", Side.SELL, "100", "2");

        assertThat(book.submit(order("x", Side.BUY, "101", "5").build()))
                .containsExactly(
                        executed(2, "b", "100", "2"),
                        executed(3, "c", "100", "2"),
                        executed(1, "a", "101", "1"),
                        new BookEvent.Ended(BookEvent.Why.FILLED));
        assertThat(book.rows(Side.SELL, 5)).containsExactly(new OrderBook.Row(d("101"), d("1"), 1));
    }

    @Test
    void submit_gtcWithRest_restsAtItsLimit() {
        rest(1, "a", Side.SELL, "100", "2");

        assertThat(book.submit(order("x", Side.BUY, "100", "5").build())).endsWith(new BookEvent.Rested(d("3")));
        assertThat(book.best(Side.BUY, null)).isEqualByComparingTo("100");
        assertThat(book.best(Side.SELL, null)).isNull();
        assertThat(book.firstOpen(Side.BUY)).isEqualByComparingTo("3");
    }

    @Test
    void submit_ioc_neverRests() {
        rest(1, "a", Side.BUY, "100", "2");

        List<BookEvent> events = book.submit(
                order("x", Side.SELL, "100", "5").tif(TimeInForce.IOC).build());

        assertThat(events)
                .containsExactly(
                        executed(1, "a", "100", "2"), new BookEvent.Ended(BookEvent.Why.NOTHING_LEFT_TO_MATCH));
        assertThat(book.best(Side.SELL, null)).isNull();
    }

    @Test
    void submit_tradesWithAThousandRestingOrders_andNoMore() {
        for (int id = 1; id <= 1_001; id++) {
            rest(id, "a", Side.SELL, "100", "1");
        }

        List<BookEvent> events = book.submit(order("x", Side.BUY, "100", "1001").build());

        assertThat(events).hasSize(1_001).endsWith(new BookEvent.Ended(BookEvent.Why.TOO_MANY_MAKERS));
        assertThat(book.rows(Side.SELL, 1)).containsExactly(new OrderBook.Row(d("100"), d("1"), 1));
        assertThat(book.best(Side.BUY, null)).as("its rest does not rest").isNull();
    }

    @Test
    void submit_fokThatNeedsMoreThanAThousandRestingOrders_touchesNothing() {
        for (int id = 1; id <= 1_001; id++) {
            rest(id, "a", Side.SELL, "100", "1");
        }

        assertThat(book.submit(
                        order("x", Side.BUY, "100", "1001").tif(TimeInForce.FOK).build()))
                .containsExactly(new BookEvent.Ended(BookEvent.Why.TOO_MANY_MAKERS));
        assertThat(book.submit(
                        order("x", Side.BUY, "100", "1000").tif(TimeInForce.FOK).build()))
                .endsWith(new BookEvent.Ended(BookEvent.Why.FILLED));
    }

    @Test
    void submit_fokThatCannotFill_touchesNothing() {
        rest(1, "a", Side.SELL, "100", "2");

        assertThat(book.submit(
                        order("x", Side.BUY, "100", "3").tif(TimeInForce.FOK).build()))
                .containsExactly(new BookEvent.Ended(BookEvent.Why.FOK_NOT_FILLABLE));
        assertThat(book.firstOpen(Side.SELL)).isEqualByComparingTo("2");
        assertThat(book.submit(
                        order("x", Side.BUY, "100", "2").tif(TimeInForce.FOK).build()))
                .endsWith(new BookEvent.Ended(BookEvent.Why.FILLED));
    }

    @Test
    void submit_fokBehindAnOwnOrder_thatEndsTheTaker_touchesNothing() {
        rest(1, "b", Side.SELL, "99", "1");
        rest(2, "x", Side.SELL, "100", "1");
        rest(3, "b", Side.SELL, "101", "5");

        assertThat(book.submit(order("x", Side.BUY, "101", "3")
                        .tif(TimeInForce.FOK)
                        .stp(StpMode.CANCEL_TAKER)
                        .build()))
                .containsExactly(new BookEvent.Ended(BookEvent.Why.FOK_NOT_FILLABLE));
        assertThat(book.rows(Side.SELL, 5)).hasSize(3);
    }

    @Test
    void submit_postOnlyThatWouldTake_isOver_elseItRests() {
        rest(1, "a", Side.SELL, "100", "2");

        assertThat(book.submit(order("x", Side.BUY, "100", "1")
                        .tif(TimeInForce.POST_ONLY)
                        .build()))
                .containsExactly(new BookEvent.Ended(BookEvent.Why.POST_ONLY_WOULD_TAKE));
        assertThat(book.submit(order("x", Side.BUY, "99", "1")
                        .tif(TimeInForce.POST_ONLY)
                        .build()))
                .containsExactly(new BookEvent.Rested(d("1")));
    }

    @Test
    void submit_ownOrderInTheWay_cancelMaker_goesOn() {
        rest(1, "x", Side.SELL, "100", "2");
        rest(2, "b", Side.SELL, "100", "2");

        assertThat(book.submit(order("x", Side.BUY, "100", "2").build()))
                .containsExactly(
                        new BookEvent.MakerCancelled(1),
                        executed(2, "b", "100", "2"),
                        new BookEvent.Ended(BookEvent.Why.FILLED));
    }

    @Test
    void submit_ownOrderInTheWay_cancelTaker_leavesTheMaker() {
        rest(1, "b", Side.SELL, "99", "1");
        rest(2, "x", Side.SELL, "100", "2");

        assertThat(book.submit(order("x", Side.BUY, "100", "2")
                        .stp(StpMode.CANCEL_TAKER)
                        .build()))
                .containsExactly(executed(1, "b", "99", "1"), new BookEvent.Ended(BookEvent.Why.SELF_TRADE));
        assertThat(book.firstOpen(Side.SELL)).isEqualByComparingTo("2");
    }

    @Test
    void submit_ownOrderInTheWay_cancelBoth_endsBoth() {
        rest(1, "x", Side.SELL, "100", "2");

        assertThat(book.submit(order("x", Side.BUY, "100", "2")
                        .stp(StpMode.CANCEL_BOTH)
                        .build()))
                .containsExactly(new BookEvent.MakerCancelled(1), new BookEvent.Ended(BookEvent.Why.SELF_TRADE));
        assertThat(book.best(Side.SELL, null)).isNull();
    }

    @Test
    void submit_budget_buysWholeLotsUntilItIsSpent() {
        rest(1, "a", Side.SELL, "100", "2");
        rest(2, "a", Side.SELL, "110", "9");

        List<BookEvent> events = book.submit(order("x", Side.BUY, null, null)
                .budget(d("300"))
                .lot(d("0.1"))
                .tif(TimeInForce.IOC)
                .build());

        assertThat(events)
                .containsExactly(
                        executed(1, "a", "100", "2"),
                        executed(2, "a", "110", "0.9"),
                        new BookEvent.Ended(BookEvent.Why.BUDGET_SPENT));
    }

    @Test
    void preview_saysWhatWouldTrade_andTradesNothing() {
        rest(1, "a", Side.SELL, "100", "2");
        rest(2, "x", Side.SELL, "100", "5");
        rest(3, "a", Side.SELL, "101", "2");

        Preview preview = book.preview(order("x", Side.BUY, "101", "3").build());

        assertThat(preview.qty()).isEqualByComparingTo("3");
        assertThat(preview.value()).isEqualByComparingTo("301");
        assertThat(preview.worstPx()).isEqualByComparingTo("101");
        assertThat(book.rows(Side.SELL, 5)).hasSize(2);
    }

    @Test
    void shrink_keepsThePlaceInTheQueue() {
        rest(1, "a", Side.BUY, "100", "5");
        rest(2, "b", Side.BUY, "100", "5");
        book.shrink(1, d("1"));

        assertThat(book.submit(order("x", Side.SELL, "100", "2").build()))
                .startsWith(executed(1, "a", "100", "1"), executed(2, "b", "100", "1"));
    }

    @Test
    void cancel_takesTheOrderOut_once() {
        rest(1, "a", Side.BUY, "100", "5");

        assertThat(book.cancel(1)).isTrue();
        assertThat(book.cancel(1)).isFalse();
        assertThat(book.rows(Side.BUY, 5)).isEmpty();
    }

    @Test
    void rest_sameIdTwice_isAnErrorOfTheCaller() {
        rest(1, "a", Side.BUY, "100", "5");

        assertThatThrownBy(() -> rest(1, "a", Side.BUY, "99", "5")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void best_afterAPrice_isTheNextWorse() {
        rest(1, "a", Side.BUY, "100", "5");
        rest(2, "a", Side.BUY, "98", "5");

        assertThat(book.best(Side.BUY, d("100"))).isEqualByComparingTo("98");
        assertThat(book.best(Side.BUY, d("98"))).isNull();
    }

    private void rest(long id, String owner, Side side, String px, String qty) {
        book.rest(id, owner, side, d(px), d(qty));
    }

    private static IncomingBuilder order(String owner, Side side, @Nullable String limit, @Nullable String qty) {
        return IncomingBuilder.builder()
                .id(99)
                .owner(owner)
                .side(side)
                .limit(limit == null ? null : d(limit))
                .qty(qty == null ? null : d(qty))
                .lot(d("1"))
                .face(BigDecimal.ONE)
                .tif(TimeInForce.GTC)
                .stp(StpMode.CANCEL_MAKER);
    }

    private static BookEvent executed(long maker, String owner, String px, String qty) {
        return new BookEvent.Executed(maker, owner, d(px), d(qty));
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
