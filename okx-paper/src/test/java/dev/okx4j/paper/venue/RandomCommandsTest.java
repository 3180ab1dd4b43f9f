package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Thousands of random commands on a random walk: money is conserved after each, and replaying them gives the same state. */
@NullUnmarked
class RandomCommandsTest {

    private static final int COMMANDS = 20_000;
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<String> INSTRUMENTS = List.of(Fixture.NVDA, Fixture.XNVDA, Fixture.BTC);

    @Test
    void randomCommands_conserveMoney_andReplayToTheSameState() {
        long seed = Long.getLong("paper.seed", 20260817L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        ScriptedFeed feed = walk(random);
        Map<String, BigDecimal> balances = Map.of("USDT", new BigDecimal("100000"), "XNVDA", new BigDecimal("50"));
        Venue venue = Venue.open(feed, balances);
        List<Command> commands = new ArrayList<>();
        Map<OrderState, Integer> states = new EnumMap<>(OrderState.class);
        Map<String, Integer> kinds = new TreeMap<>();
        int refused = 0;
        for (int i = 0; i < COMMANDS; i++) {
            Command command = command(random, venue);
            commands.add(command);
            if (venue.apply(command) instanceof Reply.Refused) {
                refused++;
            } else {
                kinds.merge(command.getClass().getSimpleName(), 1, Integer::sum);
            }
            if (i % 2_000 == 0) {
                check(venue);
            }
        }
        check(venue);
        venue.orders().forEach(order -> states.merge(order.state(), 1, Integer::sum));
        long liquidations = venue.fills().stream()
                .filter(fill -> fill.tradeId().startsWith("-"))
                .count();
        System.out.println("carried out " + kinds);
        System.out.println("refused " + refused + ", orders " + states + ", fills "
                + venue.fills().size() + ", algos " + venue.algos().size() + ", liquidation fills " + liquidations);
        assertThat(venue.fills()).hasSizeGreaterThan(2_000);
        assertThat(liquidations).isPositive();
        assertThat(kinds)
                .as("seed " + seed)
                .containsKeys("Amend", "AmendAlgo", "ClosePosition", "Transfer", "CancelAllAfter", "CancelAll");

        assertThat(venue.algos().stream()
                        .filter(algo -> !algo.ordIds().isEmpty())
                        .map(algo -> algo.ticket().ordType())
                        .distinct())
                .as("kinds of algo orders that have placed orders, seed " + seed)
                .containsExactlyInAnyOrder(AlgoType.values());

        Venue again = Venue.open(feed, balances);
        commands.forEach(again::apply);
        assertThat(firstDifference(again.digest(), venue.digest())).isEmpty();
    }

    private static String firstDifference(String one, String other) {
        String[] lines = one.split("\n", -1);
        String[] others = other.split("\n", -1);
        for (int i = 0; i < Math.max(lines.length, others.length); i++) {
            String line = i < lines.length ? lines[i] : "nothing";
            String against = i < others.length ? others[i] : "nothing";
            if (!line.equals(against)) {
                return line + "\nrather than\n" + against;
            }
        }
        return "";
    }

    /** Checks what must hold whatever has happened. */
    private static void check(Venue venue) {
        Map<String, BigDecimal> billed = new TreeMap<>();
        for (BillView bill : venue.bills()) {
            billed.merge(bill.ccy(), bill.balChg(), BigDecimal::add);
        }
        for (BalanceView balance : venue.balances()) {
            assertThat(balance.cashBal())
                    .as("bills of " + balance.ccy())
                    .isEqualByComparingTo(billed.getOrDefault(balance.ccy(), BigDecimal.ZERO));
            if (balance.imr().signum() == 0) {
                assertThat(balance.cashBal()).as("no cross position to owe for").isNotNegative();
            }
        }
        Map<String, BigDecimal> moved = new TreeMap<>();
        for (TransferView transfer : venue.transfers()) {
            boolean out = transfer.to().equals("6");
            moved.merge(transfer.ccy(), out ? transfer.amt() : transfer.amt().negate(), BigDecimal::add);
        }
        venue.funding().forEach((ccy, bal) -> {
            assertThat(bal).as("transfers of " + ccy).isEqualByComparingTo(moved.getOrDefault(ccy, BigDecimal.ZERO));
            assertThat(bal).isNotNegative();
        });
        Map<String, BigDecimal> traded = new TreeMap<>();
        for (FillView fill : venue.fills()) {
            BigDecimal signed =
                    fill.side() == Side.BUY ? fill.fillSz() : fill.fillSz().negate();
            traded.merge(fill.instId(), signed, BigDecimal::add);
        }
        for (String swap : List.of(Fixture.NVDA, Fixture.BTC)) {
            BigDecimal held = venue.positions().stream()
                    .filter(position -> position.instId().equals(swap))
                    .map(PositionView::pos)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(held).as("fills of " + swap).isEqualByComparingTo(traded.getOrDefault(swap, BigDecimal.ZERO));
        }
        for (OrderView order : venue.orders()) {
            if (order.ticket().ordType() != OrderType.MARKET) {
                assertThat(order.accFillSz()).isLessThanOrEqualTo(order.sz());
            }
        }
        for (String instId : INSTRUMENTS) {
            BookView book = Objects.requireNonNull(venue.book(instId, 1));
            if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
                assertThat(book.bids().get(0).px())
                        .isLessThan(book.asks().get(0).px());
            }
        }
    }

    private static ScriptedFeed walk(Random random) {
        ScriptedFeed feed = Fixture.market();
        Map<String, BigDecimal> px = new TreeMap<>(Map.of(
                Fixture.NVDA,
                new BigDecimal("225"),
                Fixture.XNVDA,
                new BigDecimal("220"),
                Fixture.BTC,
                new BigDecimal("64000")));
        for (int i = 0; i < 12_000; i++) {
            String instId = INSTRUMENTS.get(random.nextInt(3));
            BigDecimal from = Objects.requireNonNull(px.get(instId));
            if (random.nextInt(20) == 0) {
                from = Rounding.floor(from.multiply(BigDecimal.valueOf(9900 + random.nextInt(200), 4)), tick(instId));
            }
            BigDecimal to =
                    Rounding.floor(from.multiply(BigDecimal.valueOf(9960 + random.nextInt(81), 4)), tick(instId));
            feed.leg(instId, from.toPlainString(), to.toPlainString(), Integer.toString(random.nextInt(400)));
            px.put(instId, to);
            if (i % 400 == 0) {
                feed.funding(
                        instId, BigDecimal.valueOf(random.nextInt(21) - 10, 5).toPlainString());
            }
        }
        return feed;
    }

    private static Command command(Random random, Venue venue) {
        String instId = INSTRUMENTS.get(random.nextInt(3));
        int dice = random.nextInt(100);
        if (dice < 40) {
            return new Command.Place(ticket(random, venue, instId));
        } else if (dice < 45) {
            return amendment(random, venue, instId);
        } else if (dice < 46) {
            return new Command.ClosePosition(instId, swapMode(random), null, null, random.nextBoolean());
        } else if (dice < 57) {
            List<OrderView> open = venue.openOrders();
            OrderView any = open.isEmpty() ? null : open.get(random.nextInt(open.size()));
            return any == null
                    ? new Command.Cancel(instId, "1", null)
                    : new Command.Cancel(any.instId(), any.ordId(), null);
        } else if (dice < 67) {
            return new Command.PlaceAlgo(algo(random, venue, instId));
        } else if (dice < 70) {
            List<AlgoView> live = venue.liveAlgos();
            AlgoView any = live.isEmpty() ? null : live.get(random.nextInt(live.size()));
            return any == null
                    ? new Command.CancelAlgo(instId, "1", null)
                    : new Command.CancelAlgo(any.ticket().instId(), any.algoId(), null);
        } else if (dice < 73) {
            int[] levers = {1, 3, 7, 20, 50, 75};
            return new Command.SetLeverage(instId, swapMode(random), BigDecimal.valueOf(levers[random.nextInt(6)]));
        } else if (dice < 74) {
            return new Command.Deposit("USDT", BigDecimal.valueOf(random.nextInt(2000)));
        } else if (dice < 76) {
            String ccy = random.nextInt(4) == 0 ? "XNVDA" : "USDT";
            return new Command.Transfer(ccy, BigDecimal.valueOf(random.nextInt(3000)), random.nextBoolean(), null);
        } else if (dice < 78) {
            return algoAmendment(random, venue, instId);
        } else if (dice < 79) {
            return timer(random, venue);
        }
        return new Command.Advance(venue.now().plusSeconds(random.nextInt(240)), random.nextInt(4) == 0);
    }

    private static Command amendment(Random random, Venue venue, String instId) {
        List<OrderView> open = venue.openOrders();
        OrderView any = open.isEmpty() ? null : open.get(random.nextInt(open.size()));
        String of = any == null ? instId : any.instId();
        return new Command.Amend(
                of,
                any == null ? "1" : any.ordId(),
                null,
                random.nextBoolean() ? new BigDecimal(size(random, of)) : null,
                random.nextBoolean() ? near(random, venue, of) : null,
                null,
                random.nextInt(5) == 0,
                random.nextBoolean());
    }

    private static Command algoAmendment(Random random, Venue venue, String instId) {
        List<AlgoView> live = venue.liveAlgos();
        AlgoView any = live.isEmpty() ? null : live.get(random.nextInt(live.size()));
        String of = any == null ? instId : any.ticket().instId();
        return CommandAmendAlgoBuilder.builder()
                .instId(of)
                .algoId(any == null ? "1" : any.algoId())
                .newSz(random.nextBoolean() ? new BigDecimal(size(random, of)) : null)
                .newSlTriggerPx(near(random, venue, of))
                .cxlOnFail(random.nextInt(5) == 0)
                .build();
    }

    /** Sets a timer on a clock that never moves, stops it, or lets one that is due go off. */
    private static Command timer(Random random, Venue venue) {
        Command.CancelAll due = venue.due(NOON);
        return due != null && random.nextInt(10) == 0
                ? due
                : new Command.CancelAllAfter(null, random.nextBoolean() ? NOON : null);
    }

    private static OrderTicket ticket(Random random, Venue venue, String instId) {
        boolean swap = instId.endsWith("-SWAP");
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        OrderType type = any(random, OrderType.values());
        BigDecimal px = near(random, venue, instId);
        OrderTicketBuilder ticket = Fixture.order(instId, side, type, size(random, instId))
                .tdMode(swap ? swapMode(random) : TradeMode.CASH)
                .reduceOnly(swap && random.nextInt(6) == 0)
                .banAmend(random.nextInt(4) == 0)
                .pxAmendType(random.nextBoolean())
                .stpMode(any(random, StpMode.values()))
                .px(type == OrderType.MARKET ? null : px);
        if (!swap && random.nextBoolean()) {
            ticket.tgtCcy(random.nextBoolean() ? TargetCcy.BASE_CCY : TargetCcy.QUOTE_CCY);
        }
        if (random.nextInt(10) == 0) {
            boolean buy = side == Side.BUY;
            ticket.attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                    .tpTriggerPx(Rounding.floor(px.multiply(new BigDecimal(buy ? "1.02" : "0.98")), tick(instId)))
                    .tpOrdPx(BigDecimal.ONE.negate())
                    .slTriggerPx(Rounding.floor(px.multiply(new BigDecimal(buy ? "0.98" : "1.02")), tick(instId)))
                    .slOrdPx(BigDecimal.ONE.negate())
                    .build()));
        }
        return ticket.build();
    }

    private static AlgoTicket algo(Random random, Venue venue, String instId) {
        boolean swap = instId.endsWith("-SWAP");
        AlgoTicketBuilder ticket = Fixture.algo(
                        instId,
                        random.nextBoolean() ? Side.BUY : Side.SELL,
                        any(random, AlgoType.values()),
                        size(random, instId))
                .tdMode(swap ? swapMode(random) : TradeMode.CASH)
                .reduceOnly(swap && random.nextBoolean())
                .tgtCcy(swap ? null : TargetCcy.BASE_CCY);
        if (ticket.ordType() == AlgoType.MOVE_ORDER_STOP) {
            return ticket.callbackRatio(BigDecimal.valueOf(1 + random.nextInt(20), 3))
                    .build();
        }
        BigDecimal market = BigDecimal.ONE.negate();
        if (ticket.ordType() == AlgoType.TRIGGER) {
            return ticket.tgtCcy(null)
                    .triggerPx(near(random, venue, instId))
                    .orderPx(random.nextBoolean() ? market : near(random, venue, instId))
                    .build();
        } else if (ticket.ordType() == AlgoType.CHASE) {
            return ticket.chasing(AlgoTicket.Chasing.AT_BEST).build();
        } else if (ticket.ordType().isWorked()) {
            return ticket.slicing(new AlgoTicket.Slicing(
                            ticket.sz().divide(new BigDecimal("4"), 2, java.math.RoundingMode.CEILING),
                            near(random, venue, instId),
                            ticket.ordType() == AlgoType.SMART_ICEBERG ? null : new BigDecimal("0.001"),
                            null,
                            BigDecimal.valueOf(30 + random.nextInt(90)),
                            BigDecimal.valueOf(1 + random.nextInt(3)),
                            any(random, Aggressiveness.values())))
                    .build();
        }
        ticket.slTriggerPx(near(random, venue, instId))
                .slOrdPx(random.nextBoolean() ? market : near(random, venue, instId));
        if (ticket.ordType() == AlgoType.OCO || random.nextInt(3) == 0) {
            ticket.tpTriggerPx(near(random, venue, instId)).tpOrdPx(market);
        }
        return ticket.build();
    }

    private static <T> T any(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static TradeMode swapMode(Random random) {
        return random.nextBoolean() ? TradeMode.CROSS : TradeMode.ISOLATED;
    }

    private static BigDecimal tick(String instId) {
        return instId.equals(Fixture.BTC) ? new BigDecimal("0.1") : new BigDecimal("0.01");
    }

    private static String size(Random random, String instId) {
        return BigDecimal.valueOf(1 + random.nextInt(instId.equals(Fixture.XNVDA) ? 5_000 : 20_000), 2)
                .toPlainString();
    }

    private static BigDecimal near(Random random, Venue venue, String instId) {
        BigDecimal last = Objects.requireNonNull(venue.quote(instId)).last();
        return Rounding.floor(last.multiply(BigDecimal.valueOf(9900 + random.nextInt(201), 4)), tick(instId));
    }
}
