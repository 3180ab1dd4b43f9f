package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders among recorded books and trades: what a taker finds, and where a resting order stands in the queue. */
@NullUnmarked
class RecordedMarketTest {
    private static final String X = Fixture.XNVDA;
    private static final String BIDS = "219.9x5 219.8x10 219.7x20";
    private static final String ASKS = "220.1x2 220.2x3 220.5x40";

    private Venue venue = Venue.open(new TapeFeed(Fixture.xnvda()), Map.of());

    private static TapeFeed tape() {
        return new TapeFeed(Fixture.xnvda());
    }

    private void open(TapeFeed feed) {
        venue = Venue.open(feed, Map.of("USDT", new BigDecimal("100000"), "XNVDA", new BigDecimal("100")));
    }

    private void seconds(int n) {
        venue.apply(new Command.Advance(venue.now().plusSeconds(n), false));
    }

    private String place(Side side, OrderType type, String sz, String px) {
        OrderTicketBuilder ticket = Fixture.order(X, side, type, sz);
        if (!px.isEmpty()) {
            ticket.px(new BigDecimal(px));
        } else {
            ticket.tgtCcy(TargetCcy.BASE_CCY);
        }
        Reply reply = venue.apply(new Command.Place(ticket.build()));
        assertThat(reply).isInstanceOf(Reply.Placed.class);
        return ((Reply.Placed) reply).ordId();
    }

    private String filled(String ordId) {
        return venue.orders().stream()
                .filter(order -> order.ordId().equals(ordId))
                .map(order -> order.accFillSz().stripTrailingZeros().toPlainString())
                .findFirst()
                .orElseThrow();
    }

    private List<String> fills() {
        return venue.fills().stream()
                .map(fill -> fill.fillSz().stripTrailingZeros().toPlainString() + "@"
                        + fill.fillPx().toPlainString() + " " + fill.execType() + " "
                        + fill.evidence().grade())
                .toList();
    }

    private List<String> asks() {
        return venue.book(X, 9).asks().stream()
                .map(row -> row.px().toPlainString() + "x"
                        + row.sz().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void marketOrder_walksTheRecordedLevels_atGradeA() {
        open(tape().book(BIDS, ASKS));
        seconds(1);
        place(Side.BUY, OrderType.MARKET, "4", "");
        assertThat(fills()).containsExactly("2@220.1 T A", "2@220.2 T A");
        assertThat(venue.fills().get(0).evidence().source()).startsWith("book 2026-08-17T00:00:01Z");
        assertThat(venue.fills().get(0).evidence().rule()).contains("walked the recorded book");
    }

    @Test
    void whatIsTaken_staysTaken_untilTheLevelIsRecordedAnew() {
        open(tape().book(BIDS, ASKS)
                .change("219.9x6", "")
                .change("", "220.2x5")
                .change("", "220.2x4")
                .change("", "220.1x0")
                .change("", "220.1x2"));
        seconds(1);
        place(Side.BUY, OrderType.MARKET, "4", "");
        assertThat(asks()).containsExactly("220.2x1", "220.5x40");
        seconds(1);
        assertThat(asks()).as("a change elsewhere").containsExactly("220.2x1", "220.5x40");
        seconds(1);
        assertThat(asks()).as("two more were added").containsExactly("220.2x3", "220.5x40");
        seconds(1);
        assertThat(asks()).as("one went, of those that somebody took").containsExactly("220.2x3", "220.5x40");
        seconds(2);
        assertThat(asks()).as("gone and back").containsExactly("220.1x2", "220.2x3", "220.5x40");
    }

    @Test
    void book_countsTheRecordedOrders_andOnesOwn() {
        open(tape().book(BIDS, ASKS));
        seconds(1);
        place(Side.BUY, OrderType.LIMIT, "1", "219.9");
        assertThat(venue.book(X, 1).bids().get(0).orders()).isEqualTo(4);
        assertThat(venue.book(X, 1).bids().get(0).sz()).isEqualByComparingTo("6");
    }

    @Test
    void priceBeforeTheFirstTrade_isTheMiddleOfTheBook() {
        open(tape().book(BIDS, ASKS));
        seconds(1);
        assertThat(venue.quote(X).last()).isEqualByComparingTo("220");
        assertThat(venue.quote(X).evidence().rule()).contains("middle");
    }

    @Test
    void restingOrder_fillsOnlyWhenTradesOutlastWhatStoodAhead() {
        open(tape().book(BIDS, ASKS)
                .trade(Side.SELL, "219.9", "3")
                .trade(Side.SELL, "219.9", "3")
                .trade(Side.SELL, "219.9", "9"));
        seconds(1);
        String order = place(Side.BUY, OrderType.LIMIT, "2", "219.9");
        seconds(1);
        assertThat(filled(order)).isEqualTo("0");
        seconds(1);
        assertThat(filled(order)).as("5 stood ahead, 6 traded").isEqualTo("1");
        assertThat(venue.fills().get(0).evidence().rule())
                .contains("queue model")
                .contains("2 stood ahead");
        assertThat(venue.fills().get(0).evidence().source()).isEqualTo("trade 2");
        seconds(1);
        assertThat(filled(order)).isEqualTo("2");
        assertThat(fills()).containsExactly("1@219.9 M A", "1@219.9 M A");
    }

    @Test
    void restingOrder_laterOnesStandBehindIt() {
        open(tape().book(BIDS, ASKS).change("219.9x50", "").trade(Side.SELL, "219.9", "6"));
        seconds(1);
        String order = place(Side.BUY, OrderType.LIMIT, "1", "219.9");
        seconds(2);
        assertThat(filled(order)).isEqualTo("1");
    }

    @Test
    void cancellations_areSpreadEvenly() {
        open(tape().book("219.9x10", ASKS)
                .change("219.9x20", "")
                .change("219.9x10", "")
                .trade(Side.SELL, "219.9", "5")
                .trade(Side.SELL, "219.9", "1"));
        seconds(1);
        String order = place(Side.BUY, OrderType.LIMIT, "1", "219.9");
        seconds(3);
        assertThat(filled(order))
                .as("half of 20 went, so 5 of the 10 ahead are left")
                .isEqualTo("0");
        seconds(1);
        // The book had told 10 of trades before they came, for all that is known: they consume nothing twice.
        assertThat(filled(order)).isEqualTo("0");
    }

    @Test
    void tradeThatTheBookToldBefore_consumesNothingTwice() {
        open(tape().book("219.9x10", ASKS)
                .change("219.9x6", "")
                .trade(Side.SELL, "219.9", "4")
                .trade(Side.SELL, "219.9", "7"));
        seconds(1);
        String order = place(Side.BUY, OrderType.LIMIT, "5", "219.9");
        seconds(2);
        assertThat(filled(order)).isEqualTo("0");
        seconds(1);
        assertThat(filled(order)).as("6 are ahead, 7 trade").isEqualTo("1");
    }

    @Test
    void shrinkingThatATradeExplains_isNotACancellation() {
        open(tape().book("219.9x10", ASKS)
                .trade(Side.SELL, "219.9", "4")
                .change("219.9x6", "")
                .trade(Side.SELL, "219.9", "6.5"));
        seconds(1);
        String order = place(Side.BUY, OrderType.LIMIT, "5", "219.9");
        seconds(3);
        assertThat(filled(order)).isEqualTo("0.5");
    }

    @Test
    void tradeThroughThePrice_fillsAtTheLimit_neverMoreThanItTraded() {
        open(tape().book(BIDS, ASKS).trade(Side.SELL, "219.7", "3"));
        seconds(1);
        String first = place(Side.BUY, OrderType.LIMIT, "2", "219.8");
        String best = place(Side.BUY, OrderType.LIMIT, "2", "219.9");
        String at = place(Side.BUY, OrderType.LIMIT, "2", "219.7");
        seconds(1);
        assertThat(fills()).containsExactly("2@219.9 M A", "1@219.8 M A");
        assertThat(List.of(filled(best), filled(first), filled(at))).containsExactly("2", "1", "0");
    }

    @Test
    void recordedLevelAcrossAnOrder_tradesWithIt_upToItsSize() {
        open(tape().book(BIDS, ASKS).change("219.9x0", "220x1.5"));
        seconds(1);
        String order = place(Side.BUY, OrderType.LIMIT, "2", "220");
        seconds(1);
        assertThat(filled(order)).isEqualTo("1.5");
        assertThat(asks()).containsExactly("220.1x2", "220.2x3", "220.5x40");
    }

    @Test
    void orderBeyondTheRecordedDepth_standsBehindWhatIsFirstRecordedThere() {
        open(tape().book(BIDS, ASKS).change("219.5x7", "").trade(Side.SELL, "219.5", "8"));
        seconds(1);
        String order = place(Side.BUY, OrderType.LIMIT, "3", "219.5");
        seconds(2);
        assertThat(filled(order)).isEqualTo("1");
    }

    @Test
    void levelThatLeavesTheRecordedDepth_keepsItsQueue() {
        open(tape().book(BIDS, ASKS)
                .change("219.7x0", "")
                .trade(Side.SELL, "219.7", "20")
                .trade(Side.SELL, "219.7", "1"));
        seconds(1);
        String order = place(Side.BUY, OrderType.LIMIT, "1", "219.7");
        seconds(2);
        assertThat(filled(order)).isEqualTo("0");
        seconds(1);
        assertThat(filled(order)).isEqualTo("1");
    }

    @Test
    void amendedPrice_goesToTheEndOfTheQueue_aSmallerSizeKeepsItsPlace() {
        TapeFeed feed = tape().book("219.9x2 219.8x2", ASKS)
                .change("219.9x9 219.8x9", "")
                .trade(Side.SELL, "219.8", "2.5")
                .trade(Side.SELL, "219.9", "2.5");
        open(feed);
        seconds(1);
        String moved = place(Side.BUY, OrderType.LIMIT, "1", "219.9");
        String kept = place(Side.BUY, OrderType.LIMIT, "1", "219.9");
        seconds(1);
        amend(moved, null, "219.8");
        amend(kept, "0.5", null);
        seconds(1);
        assertThat(filled(moved)).as("9 stand ahead of it now").isEqualTo("0");
        assertThat(filled(kept)).as("passed by a trade below its price").isEqualTo("0.5");
    }

    private void amend(String ordId, @Nullable String sz, @Nullable String px) {
        Reply reply = venue.apply(new Command.Amend(
                X,
                ordId,
                null,
                sz == null ? null : new BigDecimal(sz),
                px == null ? null : new BigDecimal(px),
                null,
                false,
                false));
        assertThat(reply).isNotInstanceOf(Reply.Refused.class);
    }

    @Test
    void tradesAlone_gradeB_depthFromTheMinuteBefore() {
        open(tape().trade(Side.BUY, "220", "600")
                .trade(Side.BUY, "220.1", "400")
                .pass(Duration.ofMinutes(1))
                .trade(Side.SELL, "220", "1"));
        seconds(70);
        assertThat(venue.book(X, 1).asks().get(0).sz())
                .as("a twentieth of 1000")
                .isEqualByComparingTo("50");
        place(Side.BUY, OrderType.MARKET, "3", "");
        assertThat(fills()).containsExactly("3@220.01 T B");
    }

    @Test
    void tradesAlone_anOrderStandsBehindOneLevelOfTheModel() {
        open(tape().trade(Side.BUY, "220", "200")
                .trade(Side.SELL, "219.5", "10")
                .trade(Side.SELL, "219.5", "1"));
        seconds(1);
        String order = place(Side.BUY, OrderType.LIMIT, "2", "219.5");
        seconds(1);
        assertThat(filled(order)).isEqualTo("0");
        seconds(1);
        assertThat(fills()).containsExactly("1@219.5 M B");
        assertThat(venue.fills().get(0).evidence().rule()).contains("modelled depth");
        assertThat(filled(order)).isEqualTo("1");
    }

    @Test
    void stop_firesOnARecordedTrade_andWalksTheRecordedBook() {
        open(tape().book(BIDS, ASKS).trade(Side.SELL, "219.9", "1"));
        seconds(1);
        Reply placed = venue.apply(new Command.PlaceAlgo(Fixture.algo(X, Side.SELL, AlgoType.CONDITIONAL, "1")
                .slTriggerPx(new BigDecimal("219.95"))
                .slOrdPx(BigDecimal.ONE.negate())
                .build()));
        assertThat(placed).isInstanceOf(Reply.AlgoPlaced.class);
        seconds(1);
        assertThat(venue.fills())
                .isNotEmpty()
                .allMatch(fill -> fill.evidence().grade().equals("A"));
    }

    @Test
    void looking_changesNothing_andTheSameCommandsGiveTheSameDigest() {
        TapeFeed feed = tape().book(BIDS, ASKS)
                .trade(Side.SELL, "219.9", "3")
                .change("219.9x4", "220.1x7")
                .trade(Side.SELL, "219.9", "9");
        open(feed);
        String looked = live(true);
        open(feed);
        assertThat(live(false)).isEqualTo(looked).contains("ahead");
    }

    private String live(boolean looking) {
        seconds(1);
        place(Side.BUY, OrderType.LIMIT, "2", "219.9");
        place(Side.BUY, OrderType.MARKET, "1", "");
        for (int i = 0; i < 3; i++) {
            if (looking) {
                venue.book(X, 400);
                venue.digest();
            }
            seconds(1);
        }
        return venue.digest();
    }
}
