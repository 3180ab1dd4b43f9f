package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Iceberg and TWAP orders, slice by slice. NVDA begins at 225, so its best prices are 224.99 and 225.01. */
@NullUnmarked
class SlicingTest {

    @Test
    void twap_tradesASliceEachInterval_untilAllIsFilled() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "226", "2000").to(NVDA, "227", "2000"));
        AlgoView twap = at.place(twap("1", "0.4", "300", "30"));

        assertThat(at.algo(twap.algoId()).state()).isEqualTo(AlgoState.PARTIALLY_EFFECTIVE);
        assertThat(at.order(at.algo(twap.algoId()).ordId()).accFillSz()).isEqualByComparingTo("0.4");
        at.venue.apply(new Command.Advance(at.venue.now().plusSeconds(29), false));
        assertThat(at.algo(twap.algoId()).ordIds()).hasSize(1);
        at.venue.apply(new Command.Advance(at.venue.now().plusSeconds(1), false));
        assertThat(at.algo(twap.algoId()).ordIds()).hasSize(2);
        at.advance(1);

        AlgoView done = at.algo(twap.algoId());
        List<OrderView> slices = done.ordIds().stream().map(at::order).toList();
        assertThat(slices).hasSize(3);
        assertThat(slices)
                .allMatch(
                        slice -> slice.source().equals("13") && slice.category().equals("twap"));
        assertThat(slices.get(2).sz()).as("what is left").isEqualByComparingTo("0.2");
        assertThat(slices.get(2).avgPx()).as("at the price of its own minute").isEqualByComparingTo("226.01");
        assertThat(done.state()).isEqualTo(AlgoState.EFFECTIVE);
        assertThat(done.actualSz()).isEqualByComparingTo("1");
        assertThat(done.actualPx()).isEqualByComparingTo("225.21");
    }

    @Test
    void twap_sliceIsBoundedByItsSpread_andByItsLimit() {
        Fixture at = new Fixture(Fixture.market());
        AlgoView spread = at.place(twap("1", "0.4", "300", "30"));
        AlgoView limit = at.place(twap("1", "0.4", "225.05", "30"));

        assertThat(at.order(at.algo(spread.algoId()).ordId()).px()).isEqualByComparingTo("225.11");
        assertThat(at.order(at.algo(limit.algoId()).ordId()).px()).isEqualByComparingTo("225.05");
    }

    @Test
    void twap_pausesWhileThePriceIsBeyondItsLimit_andGoesOnAfterwards() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "220", "2000"));
        AlgoView twap = at.place(twap("1", "0.5", "222", "90"));

        assertThat(at.algo(twap.algoId()).state()).isEqualTo(AlgoState.PAUSE);
        assertThat(at.algo(twap.algoId()).ordIds()).isEmpty();
        at.venue.apply(new Command.Advance(at.venue.now().plusSeconds(60), false));
        assertThat(at.algo(twap.algoId()).state()).isEqualTo(AlgoState.PAUSE);
        assertThat(at.venue.liveAlgos()).hasSize(1);
    }

    @Test
    void twap_whoseSliceIsRefused_hasFailed_inPartWhenOthersFilled() {
        Fixture at = new Fixture(Fixture.market().quiet(2));
        AlgoView all = at.place(twap("1000", "100", "300", "30"));
        AlgoView part = at.place(twap("80", "40", "300", "30"));

        assertThat(at.algo(all.algoId()).state()).isEqualTo(AlgoState.ORDER_FAILED);
        assertThat(at.algo(all.algoId()).failCode()).isEqualTo("51008");
        at.advance(1);

        assertThat(at.algo(part.algoId()).state()).isEqualTo(AlgoState.PARTIALLY_FAILED);
        assertThat(at.algo(part.algoId()).actualSz()).isEqualByComparingTo("40");
    }

    @Test
    void twap_cancelled_placesNothingMore() {
        Fixture at = new Fixture(Fixture.market().quiet(2));
        AlgoView twap = at.place(twap("1", "0.4", "300", "30"));
        at.venue.apply(new Command.CancelAlgo(NVDA, twap.algoId(), null));
        at.advance(2);

        assertThat(at.algo(twap.algoId()).state()).isEqualTo(AlgoState.CANCELED);
        assertThat(at.algo(twap.algoId()).ordIds()).hasSize(1);
        assertThat(at.algo(twap.algoId()).actualSz()).isEqualByComparingTo("0.4");
    }

    @Test
    void iceberg_restsOneSliceAtATime_andReplacesTheOneThatHasFilled() {
        Fixture at = new Fixture(
                Fixture.market().to(NVDA, "224", "2000").to(NVDA, "223", "2000").to(NVDA, "222", "2000"));
        AlgoView iceberg = at.place(iceberg(AlgoType.ICEBERG, null, "0.29"));
        OrderView first = at.order(at.algo(iceberg.algoId()).ordId());
        assertThat(first.px()).as("the best bid less the spread").isEqualByComparingTo("224.7");
        assertThat(first.sz()).isEqualByComparingTo("0.4");
        assertThat(at.venue.openOrders()).hasSize(1);

        at.advance(1);
        assertThat(at.order(first.ordId()).state()).isEqualTo(OrderState.FILLED);
        assertThat(at.venue.openOrders()).hasSize(1);
        assertThat(at.venue.openOrders().get(0).px()).isEqualByComparingTo("223.7");
        at.advance(2);

        AlgoView done = at.algo(iceberg.algoId());
        assertThat(done.state()).isEqualTo(AlgoState.EFFECTIVE);
        assertThat(done.ordIds()).hasSize(3);
        assertThat(done.actualSz()).isEqualByComparingTo("1");
        assertThat(at.venue.fills()).allMatch(FillView::maker);
    }

    @Test
    void iceberg_sliceThatThePriceHasLeftBehind_isPlacedAnew() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "225.5", "2000").to(NVDA, "226", "2000"));
        AlgoView iceberg = at.place(iceberg(AlgoType.ICEBERG, null, "0.29"));
        String first = at.algo(iceberg.algoId()).ordId();

        at.advance(1);
        assertThat(at.algo(iceberg.algoId()).ordId())
                .as("within twice the spread")
                .isEqualTo(first);
        at.advance(1);

        assertThat(at.order(first).state()).isEqualTo(OrderState.CANCELED);
        assertThat(at.order(first).cancelSource()).isEqualTo("0");
        assertThat(at.venue.openOrders().get(0).px()).isEqualByComparingTo("225.7");
    }

    @Test
    void iceberg_pausesBeyondItsLimit() {
        Fixture at = new Fixture(Fixture.market().to(NVDA, "231", "2000"));
        AlgoView iceberg = at.place(iceberg(AlgoType.ICEBERG, null, "0.29"));

        at.advance(1);

        assertThat(at.algo(iceberg.algoId()).state()).isEqualTo(AlgoState.PAUSE);
    }

    @Test
    void smartIceberg_restsSeveralSlices_behindTheBestPriceByItsAggressiveness() {
        Fixture at = new Fixture(Fixture.market());
        BigDecimal third = at.venue.book(NVDA, 5).bids().get(2).px();
        AlgoView iceberg = at.place(iceberg(AlgoType.SMART_ICEBERG, d("2"), null));

        assertThat(at.venue.openOrders()).hasSize(2);
        assertThat(at.venue.openOrders())
                .allMatch(order -> order.px() != null && order.px().equals(third));
        at.venue.apply(new Command.CancelAlgo(NVDA, iceberg.algoId(), null));
        assertThat(at.venue.openOrders()).isEmpty();
        assertThat(at.order(at.algo(iceberg.algoId()).ordId()).cancelSource()).isEqualTo("1");
    }

    @Test
    void slices_areTheSame_howeverMarketTimeIsAdvanced() {
        assertThat(run(new int[] {180})).isEqualTo(run(new int[] {7, 23, 30, 31, 60, 29}));
    }

    private static List<FillView> run(int[] steps) {
        Fixture at = new Fixture(
                Fixture.market().to(NVDA, "224", "2000").to(NVDA, "226", "2000").to(NVDA, "223", "2000"));
        at.place(twap("2", "0.3", "300", "25"));
        at.place(iceberg(AlgoType.ICEBERG, null, "0.1"));
        for (int seconds : steps) {
            at.venue.apply(new Command.Advance(at.venue.now().plusSeconds(seconds), false));
        }
        return at.venue.fills();
    }

    private static AlgoTicketBuilder twap(String sz, String slice, String limit, String seconds) {
        return Fixture.algo(NVDA, Side.BUY, AlgoType.TWAP, sz)
                .reduceOnly(false)
                .slicing(new AlgoTicket.Slicing(d(slice), d(limit), null, d("0.1"), d(seconds), null, null));
    }

    private static AlgoTicketBuilder iceberg(AlgoType type, @Nullable BigDecimal number, @Nullable String spread) {
        return Fixture.algo(NVDA, Side.BUY, type, "1")
                .reduceOnly(false)
                .slicing(new AlgoTicket.Slicing(
                        d("0.4"),
                        d("230"),
                        null,
                        spread == null ? null : d(spread),
                        null,
                        number,
                        number == null ? null : Aggressiveness.MID));
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
