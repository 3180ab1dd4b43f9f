package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options as they live: priced, quoted, margined, liquidated and exercised. Figures are in the golden cases. */
@NullUnmarked
class OptionTest {
    private static final String CALL = "BTC-USD-260821-64000-C";
    private static final String PUT = "BTC-USD-260821-60000-P";
    private static final String TRADED = "BTC-USD-260828-64000-C";
    private static final int TO_21_AUGUST = 4 * 24 * 60 + 8 * 60;

    private final ScriptedFeed feed = Fixture.options();

    private Fixture open() {
        return new Fixture(feed, Map.of("BTC", BigDecimal.ONE, "USDT", new BigDecimal("10000")));
    }

    private static OrderTicketBuilder cross(String instId, Side side, OrderType type, String sz, String px) {
        return Fixture.order(instId, side, type, sz).tdMode(TradeMode.CROSS).px(new BigDecimal(px));
    }

    @Test
    void option_isNotTraded_beforeAVolatilityIsTold() {
        Fixture at = open();
        assertThat(at.refused(cross(CALL, Side.BUY, OrderType.LIMIT, "1", "0.03"))
                        .code())
                .isEqualTo("51021");
        assertThat(at.venue.isPriced(CALL)).isFalse();
        assertThat(at.venue.options("BTC-USD", null)).isEmpty();
    }

    @Test
    void volatilityOfAFamily_pricesEveryOptionOfIt() {
        feed.volatility("BTC-USD", "0.6");
        Fixture at = open();
        at.advance(1);
        assertThat(at.venue.options("BTC-USD", null)).hasSize(9);
        assertThat(at.venue.options("BTC-USD", Instant.parse("2026-08-21T08:00:00Z")))
                .extracting(option -> option.spec().instId())
                .containsExactly(CALL, PUT, "BTC-USD-260821-64000-P");
        assertThat(at.venue.options("BTC-USD_UM", null)).isEmpty();
    }

    @Test
    void summary_tellsTheVolatilitiesOfBestBidAndAsk_aroundThatOfTheMarkPrice() {
        feed.volatility(CALL, "0.6");
        Fixture at = open();
        at.advance(1);
        OptionView view = at.venue.options("BTC-USD", null).get(0);
        assertThat(view.fwdPx()).isEqualByComparingTo("64000");
        assertThat(view.markVol()).isEqualByComparingTo("0.6");
        assertThat(view.volLv()).isEqualByComparingTo("0.6");
        assertThat(view.bidVol()).isBetween(new BigDecimal("0.59"), view.markVol());
        assertThat(view.askVol()).isBetween(view.markVol(), new BigDecimal("0.61"));
        assertThat(view.lever().multiply(view.markPx()))
                .isBetween(new BigDecimal("0.999999"), new BigDecimal("1.000001"));
    }

    @Test
    void fillAtAModelledPrice_saysSo() {
        feed.volatility(CALL, "0.6");
        Fixture at = open();
        at.advance(1);
        at.place(cross(CALL, Side.BUY, OrderType.IOC, "3", "0.03"));
        FillView fill = at.venue.fills().get(0);
        assertThat(fill.evidence().grade()).isEqualTo("M");
        assertThat(fill.evidence().rule()).contains("Black-76").contains("modelled book");
        assertThat(fill.fillMarkPx()).isEqualByComparingTo(at.venue.mark(CALL));
    }

    @Test
    void price_isRoundedToTheTick() {
        Fixture at = open();
        OrderView order = at.place(cross(TRADED, Side.BUY, OrderType.LIMIT, "1", "0.04005"));
        assertThat(order.px()).isEqualByComparingTo("0.0401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0749", "0.075"})
    void buy_isTakenUpToTheLimit(String px) {
        assertThat(open().place(cross(TRADED, Side.BUY, OrderType.LIMIT, "1", px))
                        .avgPx())
                .isEqualByComparingTo("0.0501");
    }

    @Test
    void buy_isRefusedBeyondHalfOfTheMarkPrice() {
        assertThat(open().refused(cross(TRADED, Side.BUY, OrderType.LIMIT, "1", "0.0751"))
                        .code())
                .isEqualTo("51006");
    }

    @Test
    void orderTypes_doWhatTheyDoElsewhere() {
        Fixture at = open();
        assertThat(at.place(cross(TRADED, Side.BUY, OrderType.POST_ONLY, "1", "0.0501"))
                        .state())
                .isEqualTo(OrderState.CANCELED);
        assertThat(at.place(cross(TRADED, Side.BUY, OrderType.FOK, "101", "0.0501"))
                        .state())
                .isEqualTo(OrderState.CANCELED);
        assertThat(at.place(cross(TRADED, Side.BUY, OrderType.IOC, "101", "0.0501"))
                        .accFillSz())
                .isEqualByComparingTo("100");
        assertThat(at.refused(cross(TRADED, Side.BUY, OrderType.OPTIMAL_LIMIT_IOC, "1", "0.05"))
                        .code())
                .isEqualTo("51000");
        assertThat(at.refused(Fixture.order(TRADED, Side.BUY, OrderType.MARKET, "1"))
                        .code())
                .isEqualTo("51066");
    }

    @Test
    void leverage_doesNotExist() {
        assertThat(open().refused(new Command.SetLeverage(TRADED, TradeMode.CROSS, BigDecimal.TEN))
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void longShortMode_leavesOptionsNet() {
        Fixture at = open();
        at.longShort();
        at.place(cross(TRADED, Side.SELL, OrderType.LIMIT, "2", "0.04"));
        assertThat(at.position(TRADED).posSide()).isEqualTo(PosSide.NET);
        assertThat(at.position(TRADED).pos()).isEqualByComparingTo("-2");
        assertThat(at.refused(cross(TRADED, Side.SELL, OrderType.LIMIT, "2", "0.04")
                                .posSide(PosSide.SHORT))
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void spotMode_hasNoOptions() {
        Fixture at = open();
        at.venue.apply(new Command.SetAccountLevel("1"));
        assertThat(at.refused(cross(TRADED, Side.BUY, OrderType.LIMIT, "1", "0.06"))
                        .code())
                .isEqualTo("51010");
    }

    @Test
    void index_liquidatesAShortCallThatNothingHasTraded() {
        feed.volatility(CALL, "0.6").index("BTC-USD", "110000");
        Fixture at = open();
        at.advance(1);
        at.place(Fixture.order(CALL, Side.SELL, OrderType.IOC, "20").px(new BigDecimal("0.02")));
        BigDecimal margin = at.position(CALL).margin();
        assertThat(margin).isGreaterThan(new BigDecimal("0.03"));
        BigDecimal before = at.balance("BTC").cashBal();
        Reply.Advanced advanced = at.advance(1);
        assertThat(advanced.events()).hasAtLeastOneElementOfType(VenueEvent.Liquidated.class);
        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.balance("BTC").cashBal())
                .as("no more than the margin is lost")
                .isEqualByComparingTo(before);
        assertThat(at.balance("BTC").isoEq()).isEqualByComparingTo("0");
    }

    @Test
    void longOptions_areNeverLiquidated() {
        feed.volatility(CALL, "0.6").index("BTC-USD", "20000");
        Fixture at = open();
        at.advance(1);
        at.place(cross(CALL, Side.BUY, OrderType.IOC, "10", "0.03"));
        at.place(Fixture.order(CALL, Side.BUY, OrderType.IOC, "10").px(new BigDecimal("0.03")));
        at.advance(1);
        assertThat(at.venue.positions()).hasSize(2).allMatch(position -> position.liqPx() == null);
    }

    @Test
    void end_exercisesWhatIsInTheMoney_andCancelsWhatWaits() {
        feed.volatility("BTC-USD", "0.6").index("BTC-USD", "70000").quiet(TO_21_AUGUST);
        Fixture at = open();
        at.advance(1);
        OrderView waits = at.place(cross(CALL, Side.BUY, OrderType.LIMIT, "1", "0.01"));
        at.place(cross(CALL, Side.BUY, OrderType.IOC, "5", "0.03"));
        at.place(cross(PUT, Side.BUY, OrderType.IOC, "5", "0.02").pxAmendType(true));
        at.advance(TO_21_AUGUST);
        assertThat(at.order(waits.ordId()).cancelSource()).isEqualTo("10");
        assertThat(at.venue.positions()).isEmpty();
        assertThat(at.venue.deliveries())
                .filteredOn(ended -> ended.instId().contains("-260821-"))
                .extracting(
                        DeliveryView::instId,
                        DeliveryView::type,
                        ended -> ended.px().toPlainString())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(CALL, "exercised", "70000"),
                        org.assertj.core.api.Assertions.tuple(PUT, "expired_otm", "70000"),
                        org.assertj.core.api.Assertions.tuple("BTC-USD-260821-64000-P", "expired_otm", "70000"));
        assertThat(at.venue.bills())
                .filteredOn(bill -> bill.type().equals("3"))
                .extracting(BillView::subType)
                .containsExactlyInAnyOrder("170", "172");
        assertThat(at.refused(cross(CALL, Side.BUY, OrderType.LIMIT, "1", "0.03"))
                        .code())
                .isEqualTo("51027");
    }

    @Test
    void greeksOfTheAccount_addUpOptionsAndContractsOfTheCoin() {
        feed.volatility(CALL, "0.6");
        Fixture at = open();
        at.advance(1);
        at.place(cross(CALL, Side.BUY, OrderType.IOC, "100", "0.03"));
        BigDecimal delta = at.venue.greeks().get("BTC").deltaBS();
        assertThat(delta)
                .isEqualByComparingTo(at.position(CALL).option().greeks().deltaBS());
        at.lever(Fixture.BTC, TradeMode.ISOLATED, "10");
        at.market(Fixture.BTC, Side.SELL, "50");
        assertThat(at.venue.greeks().get("BTC").deltaBS()).isEqualByComparingTo(delta.subtract(new BigDecimal("0.5")));
    }

    @Test
    void looking_changesNothing_thoughTimeMovesThePrice() {
        feed.volatility(CALL, "0.6").quiet(2000);
        Fixture looked = open();
        Fixture left = open();
        for (Fixture at : List.of(looked, left)) {
            at.advance(1);
            at.place(cross(CALL, Side.BUY, OrderType.LIMIT, "1", "0.0200"));
        }
        for (int i = 0; i < 10; i++) {
            looked.venue.book(CALL, 20);
            looked.venue.options("BTC-USD", null);
            looked.advance(200);
            left.advance(200);
        }
        assertThat(looked.venue.digest()).isEqualTo(left.venue.digest());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomLife_conservesMoney_andRepeats(long seed) {
        assertThat(live(seed)).as("seed %s", seed).isEqualTo(live(seed));
    }

    /** Lives through random orders and markets up to the end of every option, and returns the state. */
    private static String live(long seed) {
        Random random = new Random(seed);
        ScriptedFeed feed = Fixture.options();
        for (int i = 0; i < 60; i++) {
            feed.volatility(
                    "BTC-USD", BigDecimal.valueOf(30 + random.nextInt(90), 2).toPlainString());
            feed.index("BTC-USD", Integer.toString(50_000 + random.nextInt(30_000)));
        }
        feed.quiet(12 * 24 * 60);
        Fixture at = new Fixture(feed, Map.of("BTC", new BigDecimal("0.2"), "USDT", new BigDecimal("10000")));
        List<String> options = List.of(CALL, PUT, TRADED, "BTC-USD-260828-60000-P");
        for (int i = 0; i < 110; i++) {
            at.advance(1);
            String instId = options.get(random.nextInt(options.size()));
            if (at.venue.isPriced(instId)) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                BigDecimal px = BigDecimal.valueOf(1 + random.nextInt(900), 4);
                Reply reply = at.venue.apply(new Command.Place(
                        Fixture.order(instId, side, OrderType.LIMIT, Integer.toString(1 + random.nextInt(20)))
                                .tdMode(random.nextBoolean() ? TradeMode.CROSS : TradeMode.ISOLATED)
                                .px(px)
                                .pxAmendType(true)
                                .build()));
                assertThat(reply).isInstanceOfAny(Reply.Placed.class, Reply.Refused.class);
            }
            BalanceView btc = at.balance("BTC");
            BigDecimal cross = at.venue.positions().stream()
                    .filter(position -> position.mgnMode() == TradeMode.CROSS && position.option() != null)
                    .map(position -> position.option().optVal())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(btc.eq())
                    .as("seed %s, step %s", seed, i)
                    .isEqualByComparingTo(btc.cashBal().add(btc.isoEq()).add(cross));
            assertThat(btc.cashBal()).as("seed %s, step %s", seed, i).isNotNegative();
        }
        assertThat(at.venue.fills()).as("seed %s", seed).hasSizeGreaterThan(20);
        at.advance(12 * 24 * 60);
        assertThat(at.venue.positions()).as("seed %s", seed).isEmpty();
        assertThat(at.balance("BTC").eq())
                .as("seed %s", seed)
                .isEqualByComparingTo(at.balance("BTC").cashBal());
        return at.venue.digest();
    }
}
