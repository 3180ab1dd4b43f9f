package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class AmendTest {

    /** Falls by two from 225; of the volume of 20, a half trades beyond 224. */
    private final Fixture at =
            new Fixture(Fixture.market().to(NVDA, "223", "20").to(NVDA, "222.5", "2000"));

    @Test
    void size_madeSmaller_keepsItsPlaceInTheQueue() {
        OrderView first = at.limit(NVDA, Side.BUY, "12", "224");
        OrderView second = at.limit(NVDA, Side.BUY, "10", "224");

        amend(first, "10", null);
        at.advance(1);

        assertThat(at.order(first.ordId()).state()).isEqualTo(OrderState.FILLED);
        assertThat(at.order(second.ordId()).accFillSz()).isZero();
    }

    @Test
    void size_madeLarger_goesToTheEndOfTheQueue() {
        OrderView first = at.limit(NVDA, Side.BUY, "10", "224");
        OrderView second = at.limit(NVDA, Side.BUY, "10", "224");

        amend(first, "10.5", null);
        at.advance(1);

        assertThat(at.order(first.ordId()).accFillSz()).isZero();
        assertThat(at.order(second.ordId()).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void price_thereAndBack_goesToTheEndOfTheQueue() {
        OrderView first = at.limit(NVDA, Side.BUY, "10", "224");
        OrderView second = at.limit(NVDA, Side.BUY, "10", "224");

        amend(first, null, "223.5");
        amend(first, null, "224");
        at.advance(1);

        assertThat(at.order(first.ordId()).accFillSz()).isZero();
        assertThat(at.order(second.ordId()).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void price_thatIsTheSame_changesNothingButTheTime() {
        OrderView first = at.limit(NVDA, Side.BUY, "10", "224");
        OrderView second = at.limit(NVDA, Side.BUY, "10", "224");

        amend(first, null, "224.00");
        at.advance(1);

        assertThat(at.order(first.ordId()).state()).isEqualTo(OrderState.FILLED);
        assertThat(at.order(second.ordId()).accFillSz()).isZero();
    }

    @Test
    void size_includesWhatHasFilled() {
        OrderView order = at.limit(NVDA, Side.BUY, "30", "224");
        at.advance(1);
        assertThat(at.order(order.ordId()).accFillSz()).isEqualByComparingTo("10");

        amend(order, "12", null);

        assertThat(at.order(order.ordId()).sz()).isEqualByComparingTo("12");
        assertThat(at.balance("USDT").ordFrozen())
                .as("two at 224, and the fee of 0.05 %")
                .isEqualByComparingTo("448.224");
        at.advance(1);
        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.FILLED);
        assertThat(at.order(order.ordId()).accFillSz()).isEqualByComparingTo("12");
    }

    @Test
    void size_thatHasFilledAlready_completesTheOrder_andBringsItsStopToLife() {
        OrderView order = at.place(Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, "30")
                .px(new BigDecimal("224"))
                .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                        .slTriggerPx(new BigDecimal("150"))
                        .slOrdPx(BigDecimal.ONE.negate())
                        .build())));
        at.advance(1);

        amend(order, "5", "223");

        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.FILLED);
        assertThat(at.order(order.ordId()).sz()).isEqualByComparingTo("10");
        assertThat(at.order(order.ordId()).px())
                .as("nothing is left to have another price")
                .isEqualByComparingTo("224");
        assertThat(at.venue.liveAlgos())
                .singleElement()
                .satisfies(algo -> assertThat(algo.ticket().sz()).isEqualByComparingTo("10"));
        assertThat(at.balance("USDT").ordFrozen()).isZero();
    }

    @Test
    void price_thatCrosses_tradesAtOnceAsTaker() {
        OrderView order = at.limit(NVDA, Side.BUY, "1", "224");

        Reply.Amended reply = amend(order, null, "225.01");

        assertThat(reply.events()).singleElement().isInstanceOf(VenueEvent.Filled.class);
        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.FILLED);
        assertThat(at.venue.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.execType()).isEqualTo("T");
            assertThat(fill.fillPx()).isEqualByComparingTo("225.01");
        });
    }

    @Test
    void price_beyondTheLimit_isRefused_orMovedThere() {
        OrderView order = at.limit(XNVDA, Side.SELL.opposite(), "1", "219");
        BigDecimal limit = at.venue.quote(XNVDA).buyLmt();

        assertThat(at.refused(new Command.Amend(XNVDA, order.ordId(), null, null, two(limit), null, false, false))
                        .code())
                .isEqualTo("51137");
        at.venue.apply(new Command.Amend(XNVDA, order.ordId(), null, null, two(limit), null, false, true));

        assertThat(at.order(order.ordId()).px()).isEqualByComparingTo(limit);
    }

    @Test
    void postOnly_thatWouldTake_is51511_andStays() {
        OrderView order =
                at.place(Fixture.order(NVDA, Side.BUY, OrderType.POST_ONLY, "1").px(new BigDecimal("224")));

        assertThat(at.refused(change(order, null, "225.01")).code()).isEqualTo("51511");
        amend(order, null, "225");

        assertThat(at.order(order.ordId()).state()).isEqualTo(OrderState.LIVE);
    }

    @Test
    void size_withoutTheMoney_is51502_withTheSubCodeOfItsKind() {
        OrderView swap = at.limit(NVDA, Side.BUY, "10", "224");
        OrderView spot = at.limit(XNVDA, Side.BUY, "10", "219");

        assertThat(at.refused(change(swap, "50", null))).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("51502");
            assertThat(refusal.subCode()).isEqualTo("1031");
        });
        assertThat(at.refused(change(spot, "50", null))).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("51502");
            assertThat(refusal.subCode()).isEqualTo("1030");
        });
    }

    @Test
    void size_overThePositionLimit_is51004_withTheSubCodeOfAmendments() {
        Fixture rich = new Fixture(Fixture.market(), Map.of("USDT", new BigDecimal("1000000")));
        OrderView order = rich.limit(NVDA, Side.BUY, "1000", "224");

        assertThat(rich.refused(change(order, "2000", null))).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("51004");
            assertThat(refusal.subCode()).isEqualTo("1114");
        });
    }

    @Test
    void money_thatTheOrderItselfFreezes_countsForItsAmendment() {
        OrderView order = at.limit(NVDA, Side.BUY, "40", "224");

        amend(order, null, "223");
        amend(order, "44", null);

        assertThat(at.balance("USDT").ordFrozen()).isEqualByComparingTo("9816.906"); // 44 × 223 × 1.0005
    }

    @Test
    void reduceOnly_toMoreThanThePosition_is51148() {
        at.market(NVDA, Side.BUY, "2");
        OrderView order = at.place(Fixture.order(NVDA, Side.SELL, OrderType.LIMIT, "1")
                .px(new BigDecimal("230"))
                .reduceOnly(true));

        assertThat(at.refused(change(order, "3", null)).code()).isEqualTo("51148");
        amend(order, "2", null);

        assertThat(at.order(order.ordId()).sz()).isEqualByComparingTo("2");
    }

    @Test
    void order_thatIsOver_orUnknown_hasACodeOfItsOwn() {
        OrderView filled = at.market(NVDA, Side.BUY, "1");
        OrderView gone = at.limit(NVDA, Side.BUY, "1", "224");
        at.venue.apply(new Command.Cancel(NVDA, gone.ordId(), null));

        assertThat(at.refused(change(filled, "2", null)).code()).isEqualTo("51510");
        assertThat(at.refused(change(gone, "2", null)).code()).isEqualTo("51509");
        assertThat(at.refused(new Command.Amend(NVDA, "1", null, BigDecimal.ONE, null, null, true, false))
                        .code())
                .isEqualTo("51503");
        assertThat(at.refused(new Command.Amend(BTC, filled.ordId(), null, BigDecimal.ONE, null, null, true, false))
                        .code())
                .as("the instrument is another")
                .isEqualTo("51503");
    }

    @Test
    void failure_cancelsTheOrder_whenThatWasAskedFor() {
        OrderView order = at.limit(NVDA, Side.BUY, "10", "224");

        Reply.Amended reply = (Reply.Amended) at.venue.apply(
                new Command.Amend(NVDA, order.ordId(), null, new BigDecimal("500"), null, "r1", true, false));

        assertThat(reply.failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("51502"));
        assertThat(reply.reqId()).isEqualTo("r1");
        assertThat(at.order(order.ordId())).satisfies(after -> {
            assertThat(after.state()).isEqualTo(OrderState.CANCELED);
            assertThat(after.cancelSource()).isEqualTo("0");
        });
        assertThat(at.balance("USDT").ordFrozen()).isZero();
    }

    private Command.Amend change(OrderView order, String sz, String px) {
        return new Command.Amend(
                order.instId(),
                order.ordId(),
                null,
                sz == null ? null : new BigDecimal(sz),
                px == null ? null : new BigDecimal(px),
                null,
                false,
                false);
    }

    private Reply.Amended amend(OrderView order, String sz, String px) {
        Reply reply = at.venue.apply(change(order, sz, px));
        assertThat(reply).isInstanceOf(Reply.Amended.class);
        return (Reply.Amended) reply;
    }

    private static BigDecimal two(BigDecimal limit) {
        return limit.add(new BigDecimal("2"));
    }
}
