package dev.okx4j.paper.state;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import dev.okx4j.paper.venue.Aggressiveness;
import dev.okx4j.paper.venue.AlgoTicket;
import dev.okx4j.paper.venue.AlgoTicketBuilder;
import dev.okx4j.paper.venue.AlgoType;
import dev.okx4j.paper.venue.AlgoView;
import dev.okx4j.paper.venue.AttachedAlgo;
import dev.okx4j.paper.venue.AttachedAlgoBuilder;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.OrderTicket;
import dev.okx4j.paper.venue.OrderTicketBuilder;
import dev.okx4j.paper.venue.OrderType;
import dev.okx4j.paper.venue.OrderView;
import dev.okx4j.paper.venue.PosSide;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.PriceType;
import dev.okx4j.paper.venue.QuoteView;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A life of commands of every kind, many of which a venue accepts; the same for the same seed and venue. */
final class RandomLife {
    private static final List<String> SWAPS = List.of("BTC-USDT-SWAP", "ETH-USDT-SWAP", "SOL-USDT-SWAP");
    private static final String SPOT = "XNVDA-USDT";
    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    private final Random random;
    private final boolean resets;
    private int count;

    RandomLife(long seed, boolean resets) {
        this.random = new Random(seed);
        this.resets = resets;
    }

    /** Returns a command for the venue as it stands. */
    Command next(Venue venue) {
        count++;
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4, 5 -> new Command.Place(ticket(venue));
            case 6, 7, 8, 9 -> new Command.PlaceAlgo(algo(venue));
            case 10, 11 -> cancel(venue);
            case 12 -> amend(venue);
            case 13 -> cancelAlgo(venue);
            case 14 -> new Command.SetLeverage(
                    one(SWAPS),
                    random.nextBoolean() ? TradeMode.CROSS : TradeMode.ISOLATED,
                    BigDecimal.valueOf(1 + random.nextInt(20)),
                    null);
            case 15 -> random.nextBoolean() ? close(venue) : adjust(venue);
            case 16 -> new Command.Transfer(
                    "USDT", BigDecimal.valueOf(1 + random.nextInt(9)), random.nextBoolean(), "t" + count);
            case 17 -> new Command.Deposit("USDT", BigDecimal.valueOf(random.nextInt(100_000), 2).add(BigDecimal.ONE));
            case 18 -> settings(venue);
            case 19 -> random.nextInt(8) == 0 && resets
                    ? new Command.Reset(
                            Instant.parse("2026-08-1" + random.nextInt(8) + "T00:00:00Z"),
                            Map.of("USDT", new BigDecimal("5000")))
                    : new Command.CancelAllAfter(random.nextBoolean() ? null : "bot", venue.now());
            default -> new Command.Advance(
                    venue.now().plus(Duration.ofSeconds(random.nextInt(random.nextInt(4) == 0 ? 40_000 : 2_000))),
                    random.nextInt(3) == 0);
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Returns a price a little away from the last one. */
    private BigDecimal near(Venue venue, String instId, double percent) {
        QuoteView quote = venue.quote(instId);
        BigDecimal last = quote == null ? BigDecimal.TEN : quote.last();
        int off = random.nextInt(2_001) - 1_000;
        return last.multiply(BigDecimal.ONE.add(
                        BigDecimal.valueOf(off).multiply(BigDecimal.valueOf(percent)).movePointLeft(5)))
                .setScale(instId.startsWith("BTC") ? 1 : 2, RoundingMode.HALF_EVEN);
    }

    private BigDecimal beyond(Venue venue, String instId, boolean above) {
        QuoteView quote = venue.quote(instId);
        BigDecimal last = quote == null ? BigDecimal.TEN : quote.last();
        BigDecimal off = last.multiply(BigDecimal.valueOf(1 + random.nextInt(300))).movePointLeft(4);
        return (above ? last.add(off) : last.subtract(off)).setScale(1, RoundingMode.HALF_EVEN);
    }

    private @Nullable PosSide posSide(Venue venue) {
        boolean hedged = venue.config().toString().contains("LONG_SHORT") || random.nextInt(30) == 0;
        return hedged ? random.nextBoolean() ? PosSide.LONG : PosSide.SHORT : null;
    }

    private OrderTicket ticket(Venue venue) {
        boolean spot = random.nextInt(6) == 0;
        String instId = spot ? SPOT : one(SWAPS);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        OrderType type = OrderType.values()[random.nextInt(OrderType.values().length)];
        BigDecimal sz = BigDecimal.valueOf(1 + random.nextInt(30), 2);
        return OrderTicketBuilder.builder()
                .instId(instId)
                .tdMode(spot ? TradeMode.CASH : random.nextInt(3) == 0 ? TradeMode.ISOLATED : TradeMode.CROSS)
                .side(side)
                .ordType(type)
                .sz(spot ? BigDecimal.valueOf(1 + random.nextInt(9), 1) : sz)
                .px(type == OrderType.MARKET ? null : near(venue, instId, 0.5))
                .posSide(spot ? null : posSide(venue))
                .clOrdId(random.nextInt(3) == 0 ? null : "c" + random.nextInt(40))
                .tag(random.nextBoolean() ? "bot" : null)
                .reduceOnly(!spot && random.nextInt(6) == 0)
                .stpMode(random.nextBoolean() ? null : StpMode.values()[random.nextInt(StpMode.values().length)])
                .attachAlgoOrds(random.nextInt(4) == 0 ? List.of(attached(venue, instId, side)) : List.of())
                .build();
    }

    private AttachedAlgo attached(Venue venue, String instId, Side side) {
        boolean buy = side == Side.BUY;
        AttachedAlgoBuilder attached = AttachedAlgoBuilder.builder();
        if (random.nextInt(4) == 0) {
            return attached.callbackRatio(new BigDecimal("0.01")).build();
        }
        if (random.nextBoolean()) {
            attached.tpTriggerPx(beyond(venue, instId, buy)).tpOrdPx(MARKET);
        }
        return attached.slTriggerPx(beyond(venue, instId, !buy))
                .slTriggerPxType(random.nextBoolean() ? null : PriceType.MARK)
                .slOrdPx(MARKET)
                .build();
    }

    private AlgoTicket algo(Venue venue) {
        AlgoType type = AlgoType.values()[random.nextInt(AlgoType.values().length)];
        String instId = one(SWAPS);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        boolean buy = side == Side.BUY;
        AlgoTicketBuilder algo = AlgoTicketBuilder.builder()
                .instId(instId)
                .tdMode(TradeMode.CROSS)
                .side(side)
                .ordType(type)
                .sz(BigDecimal.valueOf(1 + random.nextInt(20), 2))
                .posSide(posSide(venue))
                .algoClOrdId(random.nextBoolean() ? null : "a" + random.nextInt(20))
                .tag("bot")
                .reduceOnly(random.nextInt(4) == 0)
                .cxlOnClosePos(random.nextInt(8) == 0)
                .attachAlgoOrds(List.of());
        switch (type) {
            case CONDITIONAL -> algo.slTriggerPx(beyond(venue, instId, buy)).slOrdPx(MARKET);
            case OCO -> algo.slTriggerPx(beyond(venue, instId, buy))
                    .slOrdPx(MARKET)
                    .tpTriggerPx(beyond(venue, instId, !buy))
                    .tpOrdPx(MARKET);
            case TRIGGER -> algo.triggerPx(near(venue, instId, 1)).orderPx(MARKET);
            case MOVE_ORDER_STOP -> algo.callbackRatio(new BigDecimal("0.005"))
                    .activePx(random.nextBoolean() ? null : near(venue, instId, 1));
            case CHASE -> algo.chasing(AlgoTicket.Chasing.AT_BEST);
            default -> algo.sz(new BigDecimal("0.5"))
                    .slicing(new AlgoTicket.Slicing(
                            new BigDecimal("0.05"),
                            beyond(venue, instId, buy),
                            null,
                            new BigDecimal("2"),
                            type == AlgoType.TWAP ? BigDecimal.valueOf(60) : null,
                            type == AlgoType.SMART_ICEBERG ? BigDecimal.valueOf(3) : null,
                            type == AlgoType.SMART_ICEBERG ? Aggressiveness.values()[0] : null));
        }
        return algo.build();
    }

    private Command cancel(Venue venue) {
        List<OrderView> open = venue.openOrders();
        if (open.isEmpty()) {
            return new Command.Cancel("BTC-USDT-SWAP", null, "c1");
        }
        OrderView order = one(open);
        return new Command.Cancel(order.instId(), order.ordId(), null);
    }

    private Command amend(Venue venue) {
        List<OrderView> open = venue.openOrders();
        OrderView order = open.isEmpty() ? null : one(open);
        return new Command.Amend(
                order == null ? "BTC-USDT-SWAP" : order.instId(),
                order == null ? "1" : order.ordId(),
                null,
                random.nextBoolean() ? null : BigDecimal.valueOf(1 + random.nextInt(30), 2),
                order == null ? BigDecimal.TEN : near(venue, order.instId(), 0.5),
                "r" + count,
                random.nextBoolean(),
                random.nextBoolean());
    }

    private Command cancelAlgo(Venue venue) {
        List<AlgoView> live = venue.liveAlgos();
        AlgoView algo = live.isEmpty() ? null : one(live);
        return algo == null
                ? new Command.CancelAlgo("BTC-USDT-SWAP", null, "a1")
                : new Command.CancelAlgo(algo.ticket().instId(), algo.algoId(), null);
    }

    private Command close(Venue venue) {
        List<PositionView> held = venue.positions();
        return new Command.ClosePosition(
                held.isEmpty() ? one(SWAPS) : one(held).instId(), TradeMode.CROSS, null, "t", random.nextBoolean());
    }

    private Command adjust(Venue venue) {
        return new Command.AdjustMargin(one(SWAPS), posSide(venue), random.nextBoolean(), BigDecimal.ONE);
    }

    private Command settings(Venue venue) {
        return switch (random.nextInt(5)) {
            case 0 -> new Command.SetPositionMode(random.nextBoolean());
            case 1 -> new Command.SetFeeType(random.nextBoolean() ? "0" : "1");
            case 2 -> new Command.SetGreeks(random.nextBoolean() ? "PA" : "BS");
            case 3 -> new Command.DemoAdjust(random.nextBoolean(), Map.of("USDT", BigDecimal.TEN));
            default -> new Command.CancelAllAfter("bot", venue.now().plusSeconds(random.nextInt(100)));
        };
    }
}
