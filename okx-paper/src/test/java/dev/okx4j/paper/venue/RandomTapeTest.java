package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random books, trades and orders: what holds of every fill, whatever happens. */
@NullUnmarked
class RandomTapeTest {
    private static final int STEPS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    void fills_neverExceedWhatWasRecorded_norTheOrdersLimit(long seed) {
        String hint = "seed " + seed;
        Random random = new Random(seed);
        TapeFeed feed = new TapeFeed(Fixture.xnvda());
        tape(feed, random);
        Venue venue = open(feed);
        trade(venue, new Random(seed), false);

        Map<String, BigDecimal> made = new HashMap<>();
        for (FillView fill : venue.fills()) {
            OrderView order = venue.order(fill.instId(), fill.ordId(), null);
            BigDecimal limit = order.px();
            if (limit != null) {
                int beyond = fill.fillPx().compareTo(limit);
                assertThat(fill.side() == Side.BUY ? beyond <= 0 : beyond >= 0)
                        .as(hint)
                        .isTrue();
                if (fill.execType().equals("M")) {
                    assertThat(beyond).as(hint).isZero();
                }
            }
            assertThat(fill.evidence().grade()).as(hint).isIn("A", "B");
            if (fill.execType().equals("M")) {
                made.merge(fill.evidence().source(), fill.fillSz(), BigDecimal::add);
            }
        }
        Map<String, BigDecimal> recorded = recorded(feed);
        made.forEach((source, filled) -> {
            if (source.startsWith("trade")) {
                assertThat(filled).as(hint + " " + source).isLessThanOrEqualTo(recorded.get(source));
            }
        });
        assertThat(made).as(hint).isNotEmpty();

        Venue looked = open(feed);
        trade(looked, new Random(seed), true);
        assertThat(looked.digest()).as(hint).isEqualTo(venue.digest());
    }

    private static Venue open(TapeFeed feed) {
        return Venue.open(feed, Map.of("USDT", new BigDecimal("1000000"), "XNVDA", new BigDecimal("1000")));
    }

    private static void tape(TapeFeed feed, Random random) {
        TreeMap<Integer, Integer> bids = new TreeMap<>();
        TreeMap<Integer, Integer> asks = new TreeMap<>();
        int mid = 2200;
        for (int step = 0; step < STEPS; step++) {
            mid += random.nextInt(3) - 1;
            if (random.nextInt(3) > 0 || step == 0) {
                bids.clear();
                asks.clear();
                for (int level = 1; level <= 4; level++) {
                    bids.put(mid - level, 1 + random.nextInt(9));
                    asks.put(mid + level, 1 + random.nextInt(9));
                }
                feed.book(levels(bids), levels(asks));
            } else {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                int px = mid + (side == Side.BUY ? 1 : -1) * random.nextInt(3);
                feed.trade(side, price(px), Integer.toString(1 + random.nextInt(12)));
            }
        }
    }

    private static String levels(TreeMap<Integer, Integer> side) {
        StringBuilder text = new StringBuilder();
        side.forEach((px, sz) -> text.append(text.length() == 0 ? "" : " ")
                .append(price(px))
                .append('x')
                .append(sz));
        return text.toString();
    }

    private static String price(int tenths) {
        return BigDecimal.valueOf(tenths, 1).toPlainString();
    }

    private static void trade(Venue venue, Random random, boolean looking) {
        for (int step = 0; step < STEPS; step++) {
            venue.apply(new Command.Advance(venue.now().plusSeconds(1), false));
            if (looking) {
                venue.book(Fixture.XNVDA, 5);
                if (step % 20 == 0) {
                    venue.digest();
                }
            }
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            String size = Integer.toString(1 + random.nextInt(6));
            BigDecimal away = BigDecimal.valueOf(random.nextInt(4), 1);
            switch (random.nextInt(4)) {
                case 0 ->
                    venue.apply(new Command.Place(Fixture.order(Fixture.XNVDA, side, OrderType.MARKET, size)
                            .tgtCcy(TargetCcy.BASE_CCY)
                            .build()));
                case 1, 2 -> {
                    QuoteView quote = venue.quote(Fixture.XNVDA);
                    BigDecimal px = side == Side.BUY
                            ? quote.last().subtract(away)
                            : quote.last().add(away);
                    venue.apply(new Command.Place(Fixture.order(Fixture.XNVDA, side, OrderType.LIMIT, size)
                            .px(px)
                            .build()));
                }
                default -> {
                    List<OrderView> open = venue.openOrders();
                    if (open.size() > 6) {
                        venue.apply(new Command.Cancel(
                                Fixture.XNVDA,
                                open.get(random.nextInt(open.size())).ordId(),
                                null));
                    }
                }
            }
        }
    }

    private static Map<String, BigDecimal> recorded(TapeFeed feed) {
        Map<String, BigDecimal> sizes = new HashMap<>();
        var cursor = feed.after(TapeFeed.START);
        for (MarketEvent event = cursor.peek(); event != null; event = cursor.peek()) {
            if (event instanceof MarketEvent.Trade trade) {
                sizes.put(trade.evidence().source(), trade.sz());
            }
            cursor.skip();
        }
        return sizes;
    }
}
