package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An open position: contracts below zero are short. */
public final class Position {
    public final Product product;
    public final String mode;
    public final String side;
    public BigDecimal qty = BigDecimal.ZERO;
    /** What it was worth when entered, with the sign of the position. */
    BigDecimal cost = BigDecimal.ZERO;
    public BigDecimal avgPx = BigDecimal.ZERO;
    public BigDecimal margin = BigDecimal.ZERO;
    /** Profit, fees and funding so far. */
    public BigDecimal realized = BigDecimal.ZERO;

    Position(Product product, String mode, String side) {
        this.product = product;
        this.mode = mode;
        this.side = side;
    }

    boolean cross() {
        return mode.equals("cross");
    }

    BigDecimal notional(BigDecimal px) {
        return product.worth(qty.abs(), px);
    }

    public BigDecimal upl(BigDecimal px) {
        BigDecimal worth = product.worth(qty, px);
        return product.inverse() ? cost.subtract(worth) : worth.subtract(cost);
    }

    /** Equity below which it is liquidated: maintenance margin by its tier, and the fee of closing it. */
    BigDecimal needs(BigDecimal px) {
        BigDecimal mmr = product.tiers().get(product.tier(qty.abs())).mmr();
        return notional(px).multiply(mmr.add(product.takerFee()));
    }

    void enter(boolean buy, BigDecimal size, BigDecimal px) {
        BigDecimal signed = buy ? size : size.negate();
        qty = qty.add(signed);
        cost = cost.add(product.worth(signed, px));
        BigDecimal faces = qty.multiply(product.face());
        avgPx = product.inverse()
                ? faces.divide(cost, 8, RoundingMode.HALF_EVEN)
                : cost.divide(faces, 16, RoundingMode.HALF_EVEN);
    }

    /** Takes a part off and returns its profit. */
    BigDecimal leave(BigDecimal size, BigDecimal px) {
        BigDecimal part = size.compareTo(qty.abs()) == 0
                ? cost
                : cost.multiply(size).divide(qty.abs(), 16, RoundingMode.HALF_EVEN);
        BigDecimal signed = qty.signum() > 0 ? size : size.negate();
        BigDecimal worth = product.worth(signed, px);
        qty = qty.subtract(signed);
        cost = cost.subtract(part);
        return product.inverse() ? part.subtract(worth) : worth.subtract(part);
    }
}
