package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.snapshot.StateReader;
import dev.okx4j.paper.snapshot.StateWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Market-maker protection of options: what triggers it and what follows, and the cancel of all orders under it. */
@NullUnmarked
class ProtectionTest {
    /** At 0.05, with 100 on each level. */
    private static final String CALL = "BTC-USD-260828-64000-C";

    private static final String PUT = "BTC-USD-260828-60000-P";
    private static final String DOLLARS = "BTC-USD_UM-260828-64000-C";
    private static final String FAMILY = "BTC-USD";
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final ScriptedFeed feed = Fixture.options();
    private Fixture at;

    private void open() {
        at = new Fixture(feed, Map.of("BTC", BigDecimal.ONE, "USD", new BigDecimal("10000"), "USDT", BigDecimal.TEN));
    }

    private static OrderTicketBuilder order(String instId, OrderType type, String sz, String px) {
        return Fixture.order(instId, Side.BUY, type, sz).tdMode(TradeMode.CROSS).px(new BigDecimal(px));
    }

    private OrderView mmp(String sz, String px) {
        return at.place(order(CALL, OrderType.MMP, sz, px));
    }

    private OrderView now(OrderView order) {
        return at.order(order.ordId());
    }

    private ProtectionView set(Duration within, Duration freeze, String qty) {
        Reply reply = at.venue.apply(new Command.SetProtection(FAMILY, within, freeze, new BigDecimal(qty)));
        assertThat(reply).isInstanceOf(Reply.ProtectionSet.class);
        return ((Reply.ProtectionSet) reply).protection();
    }

    private List<String> massCancel(String family, long lock) {
        Reply reply = at.venue.apply(new Command.MassCancel(family, Duration.ofMillis(lock)));
        assertThat(reply).isInstanceOf(Reply.MassCancelled.class);
        return ((Reply.MassCancelled) reply).ordIds();
    }

    private ProtectionView protection() {
        assertThat(at.venue.protections()).hasSize(1);
        return at.venue.protections().get(0);
    }

    @Test
    void protectedOrder_restsLikeALimitOrder_andThePostOnlyOneNeverTakes() {
        open();
        assertThat(mmp("1", "0.04").state()).isEqualTo(OrderState.LIVE);
        assertThat(mmp("1", "0.0501").state()).isEqualTo(OrderState.FILLED);
        OrderView posted = at.place(order(CALL, OrderType.MMP_AND_POST_ONLY, "1", "0.0501"));
        assertThat(posted.state()).isEqualTo(OrderState.CANCELED);
        assertThat(posted.cancelSource()).isEqualTo("31");
        OrderView resting = at.place(order(CALL, OrderType.MMP_AND_POST_ONLY, "1", "0.04"));
        assertThat(resting.state()).isEqualTo(OrderState.LIVE);
        assertThat(at.refused(new Command.Amend(
                                CALL, resting.ordId(), null, null, new BigDecimal("0.0501"), null, false, false))
                        .code())
                .isEqualTo("51511");
    }

    @ParameterizedTest
    @CsvSource({"NVDA-USDT-SWAP, ISOLATED", "XNVDA-USDT, CASH", "BTC-USD-260817, CROSS"})
    void protectedOrder_ofWhatIsNoOption_is51036(String instId, TradeMode mode) {
        open();
        assertThat(at.refused(order(instId, OrderType.MMP, "1", "200").tdMode(mode))
                        .code())
                .isEqualTo("51036");
    }

    @Test
    void protectedOrder_inIsolatedMargin_is51042() {
        open();
        assertThat(at.refused(order(CALL, OrderType.MMP, "1", "0.04").tdMode(TradeMode.ISOLATED))
                        .code())
                .isEqualTo("51042");
    }

    @Test
    void spotMode_hasNoProtection() {
        open();
        at.venue.apply(new Command.SetAccountLevel("1"));
        assertThat(at.refused(order(CALL, OrderType.MMP, "1", "0.04")).code()).isEqualTo("51036");
        assertThat(at.refused(new Command.MassCancel(FAMILY, Duration.ZERO)).code())
                .isEqualTo("51411");
        assertThat(at.refused(new Command.SetProtection(FAMILY, FIVE_SECONDS, FIVE_SECONDS, BigDecimal.ONE))
                        .code())
                .isEqualTo("51036");
        assertThat(at.refused(new Command.ResetProtection(FAMILY)).code()).isEqualTo("59509");
    }

    @Test
    void massCancel_cancelsTheProtectedOrdersOfItsFamily_andNoOther() {
        open();
        OrderView mine = mmp("1", "0.04");
        OrderView other = at.place(order(PUT, OrderType.MMP_AND_POST_ONLY, "1", "0.015"));
        OrderView bare = at.place(order(CALL, OrderType.LIMIT, "1", "0.04"));
        OrderView dollars = at.place(order(DOLLARS, OrderType.MMP, "1", "2500"));

        assertThat(massCancel(FAMILY, 0)).containsExactly(mine.ordId(), other.ordId());

        assertThat(now(mine).state()).isEqualTo(OrderState.CANCELED);
        assertThat(now(mine).cancelSource()).isEqualTo("38");
        assertThat(now(other).state()).isEqualTo(OrderState.CANCELED);
        assertThat(now(bare).state()).isEqualTo(OrderState.LIVE);
        assertThat(now(dollars).state()).isEqualTo(OrderState.LIVE);
        assertThat(mmp("1", "0.04").state()).isEqualTo(OrderState.LIVE);
        assertThat(at.venue.protections()).as("nothing was set").isEmpty();
    }

    @Test
    void lock_takesNoProtectedOrderOfTheFamily_untilItIsOver() {
        feed.quiet(1);
        open();
        assertThat(massCancel(FAMILY, 10_000)).isEmpty();
        assertThat(at.refused(order(CALL, OrderType.MMP, "1", "0.04")).code()).isEqualTo("54008");
        assertThat(at.refused(order(PUT, OrderType.MMP_AND_POST_ONLY, "1", "0.015"))
                        .code())
                .isEqualTo("54008");
        at.place(order(CALL, OrderType.LIMIT, "1", "0.04"));
        at.place(order(DOLLARS, OrderType.MMP, "1", "2500"));

        Instant over = at.venue.now().plusSeconds(10);
        at.venue.apply(new Command.Advance(over.minusMillis(1), false));
        assertThat(at.refused(order(CALL, OrderType.MMP, "1", "0.04")).code()).isEqualTo("54008");
        at.venue.apply(new Command.Advance(over, false));
        mmp("1", "0.04");
    }

    @Test
    void lock_isLiftedByAMassCancelWithoutOne() {
        open();
        massCancel(FAMILY, 10_000);
        massCancel(FAMILY, 0);
        mmp("1", "0.04");
    }

    @Test
    void fillsThatReachTheLimit_pullTheProtectedOrdersOfTheFamily_andFreezeIt() {
        feed.to(CALL, "0.043", "2000").quiet(1);
        open();
        ProtectionView set = set(FIVE_SECONDS, Duration.ofSeconds(2), "3");
        assertThat(set.frozen()).isFalse();
        OrderView first = mmp("2", "0.045");
        OrderView second = mmp("2", "0.044");
        OrderView third = mmp("2", "0.0435");
        OrderView put = at.place(order(PUT, OrderType.MMP_AND_POST_ONLY, "1", "0.015"));
        OrderView bare = at.place(order(CALL, OrderType.LIMIT, "1", "0.04"));
        OrderView dollars = at.place(order(DOLLARS, OrderType.MMP, "1", "2500"));

        Reply.Advanced advanced = at.advance(1);

        assertThat(now(first).state()).isEqualTo(OrderState.FILLED);
        assertThat(now(second).state()).isEqualTo(OrderState.FILLED);
        assertThat(now(third).state()).isEqualTo(OrderState.MMP_CANCELED);
        assertThat(now(third).cancelSource()).isEqualTo("39");
        assertThat(now(third).accFillSz()).isEqualByComparingTo("0");
        assertThat(now(put).state().wire()).isEqualTo("mmp_canceled");
        assertThat(now(bare).state()).isEqualTo(OrderState.LIVE);
        assertThat(now(dollars).state()).isEqualTo(OrderState.LIVE);
        assertThat(advanced.events())
                .filteredOn(VenueEvent.OrderCanceled.class::isInstance)
                .hasSize(2);
        assertThat(protection().frozen()).isTrue();
        assertThat(protection().frozenUntil()).isEqualTo(at.venue.now().plusSeconds(2));
        assertThat(at.refused(order(CALL, OrderType.MMP, "1", "0.03")).code()).isEqualTo("51034");

        at.venue.apply(new Command.Advance(at.venue.now().plusSeconds(2), false));
        assertThat(protection().frozen()).isFalse();
        assertThat(protection().frozenUntil()).isNull();
        mmp("1", "0.03");
    }

    @Test
    void orderThatFillsInPart_isPulledWithWhatItHas() {
        // Half of the leg's volume trades beyond 0.045: ten contracts.
        feed.to(CALL, "0.04", "20");
        open();
        set(FIVE_SECONDS, Duration.ZERO, "10");
        OrderView order = mmp("100", "0.045");

        at.advance(1);

        assertThat(now(order).state()).isEqualTo(OrderState.MMP_CANCELED);
        assertThat(now(order).accFillSz()).isEqualByComparingTo("10");
        assertThat(at.position(CALL).pos()).isEqualByComparingTo("10");
    }

    @Test
    void fillsFartherApartThanTheInterval_doNotAddUp() {
        feed.to(CALL, "0.0445", "2000").to(CALL, "0.0425", "2000");
        open();
        set(Duration.ofSeconds(60), Duration.ZERO, "3");
        mmp("2", "0.045");
        mmp("2", "0.043");
        OrderView last = mmp("2", "0.04");
        at.advance(2);
        assertThat(at.venue.fills()).hasSize(2);
        assertThat(now(last).state()).isEqualTo(OrderState.LIVE);
    }

    @Test
    void fillsJustInsideTheInterval_addUp() {
        feed.to(CALL, "0.0445", "2000").to(CALL, "0.0425", "2000");
        open();
        set(Duration.ofMillis(60_001), Duration.ZERO, "3");
        mmp("2", "0.045");
        mmp("2", "0.043");
        OrderView last = mmp("2", "0.04");
        at.advance(2);
        assertThat(now(last).state()).isEqualTo(OrderState.MMP_CANCELED);
    }

    @Test
    void fillsOfOrdersWithoutProtection_ofAnotherFamily_orBeforeItWasSet_doNotCount() {
        open();
        mmp("5", "0.0501");
        set(FIVE_SECONDS, Duration.ZERO, "3");
        at.place(order(CALL, OrderType.LIMIT, "5", "0.0501"));
        at.place(order(DOLLARS, OrderType.MMP, "5", "3005"));
        assertThat(at.venue.fills()).hasSize(3);
        mmp("2", "0.0501");
        assertThat(protection().frozen()).isFalse();
        set(FIVE_SECONDS, Duration.ZERO, "3");
        mmp("2", "0.0501");
        assertThat(protection().frozen()).isFalse();
        mmp("1", "0.0501");
        assertThat(protection().frozen()).isTrue();
    }

    @Test
    void orderThatTakes_meetsTheWholeBookFirst_andItsRestIsPulled() {
        open();
        set(FIVE_SECONDS, Duration.ZERO, "3");
        OrderView resting = mmp("1", "0.04");
        OrderView taking = mmp("250", "0.0501");
        assertThat(taking.accFillSz()).isEqualByComparingTo("100");
        assertThat(taking.state()).isEqualTo(OrderState.MMP_CANCELED);
        assertThat(now(resting).state()).isEqualTo(OrderState.MMP_CANCELED);
    }

    @Test
    void orderThatIsAmendedToTake_countsToo() {
        open();
        set(FIVE_SECONDS, Duration.ZERO, "3");
        OrderView order = mmp("150", "0.04");
        at.venue.apply(
                new Command.Amend(CALL, order.ordId(), null, null, new BigDecimal("0.0501"), null, false, false));
        assertThat(now(order).accFillSz()).isEqualByComparingTo("100");
        assertThat(now(order).state()).isEqualTo(OrderState.MMP_CANCELED);
    }

    @Test
    void freezeWithoutAnEnd_lastsUntilTheReset() {
        feed.quiet(60 * 24);
        open();
        set(FIVE_SECONDS, Duration.ZERO, "1");
        mmp("1", "0.0501");
        at.advance(60 * 24);
        assertThat(protection().frozen()).isTrue();
        assertThat(protection().frozenUntil()).isNull();
        set(FIVE_SECONDS, Duration.ZERO, "2");
        assertThat(at.refused(order(CALL, OrderType.MMP, "1", "0.04")).code())
                .as("other limits end no freeze")
                .isEqualTo("51034");

        assertThat(at.venue.apply(new Command.ResetProtection(FAMILY))).isEqualTo(new Reply.ProtectionReset(FAMILY));

        mmp("1", "0.04");
        assertThat(protection().frozen()).isFalse();
    }

    @Test
    void reset_forgetsWhatHasFilled_andNeedsNothingToReset() {
        open();
        at.venue.apply(new Command.ResetProtection(FAMILY));
        assertThat(at.venue.protections()).isEmpty();
        set(FIVE_SECONDS, Duration.ZERO, "3");
        mmp("2", "0.0501");
        at.venue.apply(new Command.ResetProtection(FAMILY));
        mmp("2", "0.0501");
        assertThat(protection().frozen()).isFalse();
    }

    @Test
    void intervalOfZero_triggersNothing() {
        open();
        set(Duration.ZERO, Duration.ZERO, "1");
        mmp("50", "0.0501");
        assertThat(protection().frozen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "BTC-USDT, 1000, 1000, 1",
        "BTC-USD, -1, 1000, 1",
        "BTC-USD, 86400001, 1000, 1",
        "BTC-USD, 1000, -1, 1",
        "BTC-USD, 1000, 86400001, 1",
        "BTC-USD, 1000, 1000, 0"
    })
    void limitsThatMakeNoSense_areRefused(String family, long within, long freeze, BigDecimal qty) {
        open();
        assertThat(at.refused(new Command.SetProtection(
                                family, Duration.ofMillis(within), Duration.ofMillis(freeze), qty))
                        .code())
                .isEqualTo("51000");
    }

    @ParameterizedTest
    @CsvSource({"BTC-USDT, 0", "BTC-USD, 10001", "BTC-USD, -1"})
    void massCancel_ofAFamilyWithoutOptions_orWithTooLongALock_isRefused(String family, long lock) {
        open();
        assertThat(at.refused(new Command.MassCancel(family, Duration.ofMillis(lock)))
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void venueThatIsWrittenAndRead_goesOnJustAsItWas() throws IOException {
        feed.quiet(1);
        open();
        set(Duration.ofSeconds(60), Duration.ofSeconds(2), "3");
        mmp("2", "0.0501");
        massCancel("BTC-USD_UM", 10_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        at.venue.write(new StateWriter(out));
        Venue read = Venue.read(feed, new StateReader(out.toByteArray(), 0, out.size()));
        assertThat(read.digest()).isEqualTo(at.venue.digest());

        for (Command command : List.of(
                new Command.Place(order(DOLLARS, OrderType.MMP, "1", "2500").build()),
                new Command.Place(order(CALL, OrderType.MMP, "1", "0.0501").build()),
                new Command.Place(order(CALL, OrderType.MMP, "1", "0.04").build()))) {
            assertThat(read.apply(command)).isEqualTo(at.venue.apply(command));
        }
        assertThat(read.protections()).isEqualTo(at.venue.protections());
        assertThat(read.protections().get(0).frozen()).isTrue();
        assertThat(read.digest()).isEqualTo(at.venue.digest());
    }
}
