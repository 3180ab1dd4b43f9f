package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.PositionTier;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open position. Its exact cost is kept beside the mean price, which is rounded: profit comes from the cost.
 */
final class Holding {

    final InstrumentSpec spec;
    final String instId;
    final TradeMode mode;
    final PosSide posSide;
    final long posId;
    final Instant cTime;

    /** Contracts, negative when short. */
    BigDecimal pos = BigDecimal.ZERO;
    /** What it is worth at its entry prices, in the settlement currency; negative when short. */
    BigDecimal cost = BigDecimal.ZERO;
    /** Mean entry price, rounded; for display. */
    BigDecimal avgPx = BigDecimal.ZERO;
    /** Realised trading profit, without fees. */
    BigDecimal pnl = BigDecimal.ZERO;
    /** Fees with OKX's sign: negative was charged. */
    BigDecimal fee = BigDecimal.ZERO;
    /** Funding: negative was paid. */
    BigDecimal fundingFee = BigDecimal.ZERO;

    /** What has been closed of it. */
    final Closing closing = new Closing();

    String tradeId = "";
    Instant uTime;

    Holding(InstrumentSpec spec, TradeMode mode, PosSide posSide, long posId, Instant now) {
        this.spec = spec;
        this.instId = spec.instId();
        this.mode = mode;
        this.posSide = posSide;
        this.posId = posId;
        this.cTime = now;
        this.uTime = now;
    }

    /** Returns what tells it apart from the others. */
    Positions.Key key() {
        return new Positions.Key(instId, mode, posSide);
    }

    boolean isLong() {
        return pos.signum() > 0;
    }

    boolean isIsolated() {
        return mode == TradeMode.ISOLATED;
    }

    /** Returns the side of an order that would reduce it. */
    Side reducingSide() {
        return isLong() ? Side.SELL : Side.BUY;
    }

    /** Returns its absolute value at a price, in the settlement currency. */
    BigDecimal notional(BigDecimal px) {
        return Valuation.value(spec, pos.abs(), px);
    }

    /** Returns its unrealised profit at a mark price. */
    BigDecimal upl(BigDecimal mark) {
        return Valuation.pnl(spec, cost, Valuation.value(spec, pos, mark));
    }

    /** Returns whether it is in an option, whose premium was paid when it was opened. */
    boolean isOption() {
        return spec.optType() != null;
    }

    /** Returns what its margin has gained at a mark price: its unrealised profit, of an option nothing. */
    BigDecimal gain(BigDecimal mark) {
        return isOption() ? BigDecimal.ZERO : upl(mark);
    }

    /** Returns what selling an option at a mark price would bring, negative when short; of other contracts nothing. */
    BigDecimal optVal(BigDecimal mark) {
        return isOption() ? Valuation.value(spec, pos, mark) : BigDecimal.ZERO;
    }

    /** Returns its maintenance margin at a mark price, by the rate of its tier; not of an option. */
    BigDecimal maintenance(BigDecimal mark) {
        return notional(mark).multiply(tier().mmr());
    }

    /** Returns maintenance margin and closing fee as a fraction of the notional value. */
    BigDecimal lossBuffer() {
        return tier().mmr().add(spec.takerFee().negate().max(BigDecimal.ZERO));
    }

    /** Returns the position tier that its size is in. */
    PositionTier tier() {
        return spec.tier(pos.abs());
    }

    /** Adds to the position; the side is that of the position, or the first. */
    void open(Side side, BigDecimal px, BigDecimal qty) {
        BigDecimal signed = side == Side.BUY ? qty : qty.negate();
        pos = pos.add(signed);
        cost = cost.add(Valuation.value(spec, signed, px));
        avgPx = Valuation.mean(spec, pos, cost);
        closing.largest = closing.largest.max(pos.abs());
        closing.wasLong = isLong();
    }

    /** Takes a quantity off the position and returns the profit of that part. */
    BigDecimal close(BigDecimal px, BigDecimal qty) {
        boolean whole = qty.compareTo(pos.abs()) == 0;
        BigDecimal costShare = whole ? cost : Rounding.share(cost, qty, pos.abs());
        BigDecimal signed = isLong() ? qty : qty.negate();
        BigDecimal gained = Valuation.pnl(spec, costShare, Valuation.value(spec, signed, px));
        pos = pos.subtract(signed);
        cost = cost.subtract(costShare);
        pnl = pnl.add(gained);
        closing.closed = closing.closed.add(qty);
        closing.value = closing.value.add(Valuation.value(spec, qty, px));
        return gained;
    }

    /** What has been closed of a position, and how large it was before. */
    static final class Closing {
        /** The largest size that it had, in contracts. */
        BigDecimal largest = BigDecimal.ZERO;
        /** Contracts closed. */
        BigDecimal closed = BigDecimal.ZERO;
        /** What they were worth at the prices that they were closed at. */
        BigDecimal value = BigDecimal.ZERO;
        /** Whether it was long. */
        boolean wasLong;
        /** The mark price at which it was liquidated, or null. */
        @Nullable
        BigDecimal triggerPx;
    }
}
