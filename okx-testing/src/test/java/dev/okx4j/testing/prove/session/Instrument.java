package dev.okx4j.testing.prove.session;

import dev.okx4j.testing.prove.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A contract of the scenario, with the steps of its prices and sizes. */
public enum Instrument {
    BTC("BTC-USDT-SWAP", "0.1"),
    ETH("ETH-USDT-SWAP", "0.01"),
    SOL("SOL-USDT-SWAP", "0.01");

    /** The smallest size of each of them. */
    static final BigDecimal LOT = new BigDecimal("0.01");

    private static final Pattern PRICE = Pattern.compile("\"markPx\":\"([0-9.]+)\"");

    private final String instId;
    private final BigDecimal tick;

    Instrument(String instId, String tick) {
        this.instId = instId;
        this.tick = new BigDecimal(tick);
    }

    /** Returns its name on the wire. */
    public String instId() {
        return instId;
    }

    /** Returns the exchange's last price times a ratio, on a tick. */
    BigDecimal price(World world, String ratio) {
        return new BigDecimal(world.once("price of " + instId, () -> last(world)))
                .multiply(new BigDecimal(ratio))
                .divide(tick, 0, RoundingMode.DOWN)
                .multiply(tick);
    }

    /** Returns the last price; asked for once a minute, for the caller's questions count in the exchange's windows too. */
    private String last(World world) {
        Matcher last = PRICE.matcher(world.ask("/api/v5/public/mark-price?instType=SWAP&instId=" + instId));
        if (!last.find()) {
            throw new IllegalStateException("The exchange has no price of " + instId);
        }
        return last.group(1);
    }
}
