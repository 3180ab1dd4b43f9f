package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A leg of the price path that is being walked: how far, and how much of its volume has gone to the account. */
final class Leg {

    final MarketEvent.Move move;
    boolean opened;

    @Nullable
    BigDecimal swept;

    private BigDecimal used = BigDecimal.ZERO;

    Leg(MarketEvent.Move move) {
        this.move = move;
    }

    boolean rises() {
        return move.to().compareTo(move.from()) > 0;
    }

    /** Returns how much an order resting at a price can fill: the volume that traded beyond it, in whole lots. */
    BigDecimal volumeBeyond(Side side, BigDecimal limit, InstrumentSpec spec) {
        BigDecimal low = move.from().min(move.to());
        BigDecimal high = move.from().max(move.to());
        BigDecimal beyond = side == Side.BUY ? limit.subtract(low) : high.subtract(limit);
        BigDecimal length = high.subtract(low);
        BigDecimal lots;
        if (beyond.signum() <= 0) {
            lots = BigDecimal.ZERO;
        } else if (beyond.compareTo(length) >= 0) {
            lots = move.volume().divideToIntegralValue(spec.lotSz());
        } else {
            lots = move.volume().multiply(beyond).divideToIntegralValue(length.multiply(spec.lotSz()));
        }
        return lots.multiply(spec.lotSz()).subtract(used).max(BigDecimal.ZERO);
    }

    void use(BigDecimal qty) {
        used = used.add(qty);
    }

    @Override
    public String toString() {
        return move + " walked to " + swept + ", used " + used.toPlainString();
    }
}
