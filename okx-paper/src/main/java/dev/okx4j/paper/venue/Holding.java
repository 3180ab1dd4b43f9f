package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An open position. Its exact cost is kept beside the mean price, which is rounded: profit comes from the cost.
 */
final class Holding {

    final InstrumentSpec spec;
    final String instId;
    final TradeMode mode;
    final long posId;
    final Instant cTime;

    /** Contracts, negative when short. */
    BigDecimal pos = BigDecimal.ZERO;
    /** What it was bought for: signed amount × entry price, exact; negative when short. */
    BigDecimal cost = BigDecimal.ZERO;
    /** Mean entry price, rounded to 16 decimals; for display. */
    BigDecimal avgPx = BigDecimal.ZERO;
    /** Realised trading profit, without fees. */
    BigDecimal pnl = BigDecimal.ZERO;
    /** Fees with OKX's sign: negative was charged. */
    BigDecimal fee = BigDecimal.ZERO;
    /** Funding: negative was paid. */
    BigDecimal fundingFee = BigDecimal.ZERO;

    String tradeId = "";
    Instant uTime;

    Holding(InstrumentSpec spec, TradeMode mode, long posId, Instant now) {
        this.spec = spec;
        this.instId = spec.instId();
        this.mode = mode;
        this.posId = posId;
        this.cTime = now;
        this.uTime = now;
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

    /** Returns the signed amount of base currency that it stands for. */
    BigDecimal amount() {
        return pos.multiply(spec.face());
    }

    /** Returns its absolute value at a price, in the settlement currency. */
    BigDecimal notional(BigDecimal px) {
        return amount().abs().multiply(px);
    }

    /** Returns its unrealised profit at a mark price. */
    BigDecimal upl(BigDecimal mark) {
        return amount().multiply(mark).subtract(cost);
    }

    /** Returns its maintenance margin at a mark price, by the rate of tier 1. */
    BigDecimal maintenance(BigDecimal mark) {
        return notional(mark).multiply(spec.mmr());
    }

    /** Returns maintenance margin and closing fee as a fraction of the notional value. */
    BigDecimal lossBuffer() {
        return spec.mmr().add(spec.takerFee().negate().max(BigDecimal.ZERO));
    }

    /** Adds to the position; the side is that of the position, or the first. */
    void open(Side side, BigDecimal px, BigDecimal qty) {
        BigDecimal signed = side == Side.BUY ? qty : qty.negate();
        pos = pos.add(signed);
        cost = cost.add(signed.multiply(spec.face()).multiply(px));
        avgPx = Rounding.mean(cost, amount());
    }

    /** Takes a quantity off the position and returns the profit of that part. */
    BigDecimal close(BigDecimal px, BigDecimal qty) {
        boolean whole = qty.compareTo(pos.abs()) == 0;
        BigDecimal costShare = whole ? cost : Rounding.share(cost, qty, pos.abs());
        BigDecimal signed = isLong() ? qty : qty.negate();
        BigDecimal gained = signed.multiply(spec.face()).multiply(px).subtract(costShare);
        pos = pos.subtract(signed);
        cost = cost.subtract(costShare);
        pnl = pnl.add(gained);
        return gained;
    }
}
