package dev.okx4j.paper.model;

import dev.okx4j.paper.model.naive.Exchange;
import dev.okx4j.paper.model.naive.Order;
import dev.okx4j.paper.model.naive.Position;
import dev.okx4j.paper.model.naive.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;

/** Random commands that fit what is open, most of the time. */
@NullUnmarked
final class Commands {
    private static final String[] TYPES = {
        "market", "limit", "limit", "limit", "post_only", "fok", "ioc", "optimal_limit_ioc"
    };
    private static final String[] STP = {"cancel_maker", "cancel_maker", "cancel_taker", "cancel_both"};
    private static final String[] CCY = {"USDT", "USDC", "BTC", "ETH", "SOL", "XRP", "NVDA", "DOGE"};
    private static final int[] LEVERS = {1, 2, 3, 5, 7, 10, 15, 20, 33, 50, 75, 100};
    private final Random random;
    private final Exchange state;
    private final boolean hedged;
    private final boolean marks;
    private long now = Instruments.START.toEpochMilli();
    private final int wild;
    private int refs;

    Commands(Random random, Exchange state) {
        this.random = random;
        this.state = state;
        this.hedged = random.nextInt(3) == 0;
        this.marks = random.nextInt(4) == 0;
        this.wild = 300 + random.nextInt(1200);
    }

    /** Returns how the account is set up, before anything else. */
    List<String> first() {
        List<String> lines = new ArrayList<>();
        lines.add("hedge " + (hedged ? "on" : "off"));
        lines.add("fees " + (random.nextBoolean() ? "quote" : "received"));
        for (Instruments.Row row : Instruments.ROWS) {
            lines.add(lever(row.product(), "cross", "net"));
            lines.add(lever(row.product(), "isolated", side()));
        }
        return lines;
    }

    String next() {
        Instruments.Row row = Instruments.ROWS.get(random.nextInt(Instruments.ROWS.size()));
        Product it = row.product();
        int dice = random.nextInt(1000);
        if (dice < 380) {
            return place(it);
        } else if (dice < 430) {
            return "amend " + anyOrder(it) + " " + (random.nextBoolean() ? size(it) : "-") + " "
                    + (random.nextBoolean() ? near(it) : "-") + " " + flags("cp", 4);
        } else if (dice < 480) {
            return "cancel " + anyOrder(it);
        } else if (dice < 500) {
            Position any = anyPosition();
            return any == null
                    ? "close " + ++refs + " " + it.id() + " cross net auto"
                    : "close " + ++refs + " " + any.product.id() + " " + any.mode + " " + any.side + " "
                            + (random.nextInt(4) > 0 ? "auto" : "keep");
        } else if (dice < 540) {
            String mode = mode();
            return lever(it, mode, mode.equals("cross") ? "net" : side());
        } else if (dice < 560) {
            Position any = anyPosition();
            return any == null
                    ? "deposit USDT 5"
                    : "margin " + any.product.id() + " " + any.side + " " + (random.nextBoolean() ? "add" : "reduce")
                            + " " + part(any.margin.max(new BigDecimal("0.01")));
        } else if (dice < 580) {
            String ccy = CCY[random.nextInt(CCY.length)];
            return "transfer " + ccy + " " + part(state.account.cash(ccy).abs().max(BigDecimal.ONE)) + " "
                    + (random.nextBoolean() ? "in" : "out");
        } else if (dice < 585) {
            String ccy = CCY[random.nextInt(CCY.length)];
            BigDecimal most = Duel.BALANCES.getOrDefault(ccy, BigDecimal.TEN);
            return "deposit " + ccy + " " + part(most);
        }
        return pass(it, dice);
    }

    private String lever(Product it, String mode, String side) {
        return "lever " + it.id() + " " + mode + " " + side + " " + LEVERS[random.nextInt(LEVERS.length)];
    }

    private String pass(Product it, int dice) {
        now += 1000 + random.nextInt(120_000);
        if (dice < 600) {
            return "wait " + now;
        } else if (dice < 630 && !it.kind().equals("spot")) {
            return "funding " + now + " " + it.id() + " " + BigDecimal.valueOf(random.nextInt(401) - 200, 5);
        } else if (dice < 660 && marks) {
            return "index " + now + " " + it.index() + " " + around(last(it), 300, it.tick());
        } else if (dice < 700 && marks && !it.kind().equals("spot")) {
            return "mark " + now + " " + it.id() + " " + around(last(it), 300, it.tick());
        }
        BigDecimal last = last(it);
        BigDecimal from = random.nextInt(8) == 0 ? around(last, 150, it.tick()) : last;
        BigDecimal to = around(from, random.nextInt(6) == 0 ? wild : 150, it.tick());
        BigDecimal volume = it.lot().multiply(BigDecimal.valueOf(random.nextInt(6) == 0 ? 0 : random.nextInt(6000)));
        return "move " + now + " " + it.id() + " " + from + " " + to + " " + volume;
    }

    private String place(Product it) {
        boolean spot = it.kind().equals("spot");
        String type = TYPES[random.nextInt(TYPES.length)];
        String side = spot ? "net" : side();
        boolean buy = random.nextBoolean();
        Position held = random.nextInt(4) == 0 ? anyPosition() : null;
        String mode = spot ? "cash" : mode();
        String flags = spot ? flags(random.nextBoolean() ? "bpq" : "bps", 2) : flags("rp", 6);
        String size = size(it);
        if (held != null) {
            it = held.product;
            mode = held.mode;
            side = held.side;
            buy = held.qty.signum() < 0;
            flags = flags("rp", 2);
            size = part(held.qty.abs(), it.lot());
        } else if (spot && type.equals("market") && (flags.contains("q") || (buy && !flags.contains("s")))) {
            size = part(last(it).multiply(new BigDecimal(size)));
        }
        String px = type.equals("market") || type.equals("optimal_limit_ioc") ? "-" : near(it);
        return "place " + ++refs + " " + it.id() + " " + mode + " " + side + " " + (buy ? "buy" : "sell") + " " + type
                + " " + size + " " + px + " " + STP[random.nextInt(STP.length)] + " " + flags;
    }

    private String flags(String letters, int rarity) {
        StringBuilder flags = new StringBuilder("-");
        letters.chars().filter(letter -> random.nextInt(rarity) == 0).forEach(letter -> flags.append((char) letter));
        return flags.toString();
    }

    private String mode() {
        return random.nextInt(3) > 0 ? "cross" : "isolated";
    }

    private String side() {
        return !hedged ? "net" : random.nextBoolean() ? "long" : "short";
    }

    private String anyOrder(Product it) {
        List<Order> open = state.account.open;
        if (!open.isEmpty() && random.nextInt(12) > 0) {
            Order any = open.get(random.nextInt(open.size()));
            return any.ref + " " + any.product.id();
        }
        return 1 + random.nextInt(refs + 1) + " " + it.id();
    }

    private @org.jspecify.annotations.Nullable Position anyPosition() {
        List<Position> held = state.account.positions;
        return held.isEmpty() ? null : held.get(random.nextInt(held.size()));
    }

    private BigDecimal last(Product it) {
        return state.markets.get(it.id()).last;
    }

    /** A size around a share of the first tier, or of what a few thousand dollars buy. */
    private String size(Product it) {
        BigDecimal most = it.kind().equals("spot")
                ? new BigDecimal(random.nextInt(8) == 0 ? "9000" : "900")
                        .divide(
                                last(it).multiply(it.quote().equals("BTC") ? new BigDecimal("6400") : BigDecimal.ONE),
                                8,
                                RoundingMode.UP)
                : it.tiers().get(0).most().multiply(BigDecimal.valueOf(random.nextInt(10) == 0 ? 3 : 1));
        return part(most, it.lot());
    }

    private String part(BigDecimal most) {
        return most.multiply(BigDecimal.valueOf(1 + random.nextInt(110), 2))
                .setScale(6, RoundingMode.DOWN)
                .toPlainString();
    }

    private String part(BigDecimal most, BigDecimal lot) {
        BigDecimal lots = most.divide(lot, 0, RoundingMode.DOWN).max(BigDecimal.ONE);
        int share = random.nextInt(6) == 0 ? 1000 : 1 + random.nextInt(1050);
        BigDecimal some = lots.multiply(BigDecimal.valueOf(share, 3)).setScale(0, RoundingMode.UP);
        return some.multiply(lot).toPlainString();
    }

    private String near(Product it) {
        return around(last(it), random.nextInt(12) == 0 ? 800 : 120, it.tick()).toPlainString();
    }

    /** A price so many basis points around another, on the tick. */
    private BigDecimal around(BigDecimal px, int bp, BigDecimal tick) {
        BigDecimal factor = BigDecimal.valueOf(10_000 + random.nextInt(2 * bp + 1) - bp, 4);
        return px.multiply(factor)
                .divide(tick, 0, RoundingMode.HALF_EVEN)
                .max(BigDecimal.ONE)
                .multiply(tick);
    }
}
