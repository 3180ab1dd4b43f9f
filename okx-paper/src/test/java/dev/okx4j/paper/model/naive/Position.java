package dev.okx4j.paper.model.naive;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A position: contracts below zero are short. */
public final class Position extends Pocket {
    public BigDecimal qty = ZERO;
    public BigDecimal avgPx = ZERO;
    public BigDecimal margin = ZERO;
    /** Profit, fees and funding so far. */
    public BigDecimal realized = ZERO;
    /** What it was worth when entered. */
    BigDecimal cost = ZERO;

    Position(Pocket at) {
        super(at.market, at.mode, at.side);
    }

    BigDecimal notional() {
        return product.worth(qty.abs(), market.mark());
    }

    public BigDecimal upl() {
        return value(qty, market.mark()).subtract(cost);
    }

    BigDecimal maintenance() {
        return notional().multiply(product.tiers().get(tier()).mmr());
    }

    /** What its own margin and profit leave over maintenance margin and the fee of closing it. */
    BigDecimal spare() {
        return margin.add(upl()).subtract(maintenance()).subtract(notional().multiply(product.takerFee()));
    }

    int tier() {
        return product.tier(qty.abs());
    }

    /** Whether an order would make it smaller. */
    boolean faces(Order order) {
        return order.signed(qty).signum() < 0;
    }

    /** How much of a size of an order would make it smaller. */
    BigDecimal closing(Order order, BigDecimal size) {
        return faces(order) ? size.min(qty.abs()) : ZERO;
    }

    /** Adds contracts with their sign, or takes some off at what the rest costs on average, and returns the profit. */
    BigDecimal trade(BigDecimal signed, BigDecimal px) {
        boolean closes = qty.signum() * signed.signum() < 0;
        BigDecimal value = value(signed, px);
        BigDecimal booked = closes ? cost.multiply(signed).divide(qty, 16, RoundingMode.HALF_EVEN) : value;
        qty = qty.add(signed);
        cost = cost.add(booked);
        if (!closes) {
            BigDecimal faces = qty.abs().multiply(product.face());
            avgPx = product.inverse()
                    ? faces.divide(cost.abs(), 8, RoundingMode.HALF_EVEN)
                    : cost.abs().divide(faces, 16, RoundingMode.HALF_EVEN);
        }
        return booked.subtract(value);
    }

    /** The worth with the sign that makes profit a difference: an inverse contract gains while its worth falls. */
    private BigDecimal value(BigDecimal size, BigDecimal px) {
        BigDecimal worth = product.worth(size, px);
        return product.inverse() ? worth.negate() : worth;
    }
}
