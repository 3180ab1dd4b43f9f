package dev.okx4j.paper.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an arriving order still wants, bounded by its size, its budget or both. */
final class Appetite {

    private final Incoming in;
    private @Nullable BigDecimal qty;
    private @Nullable BigDecimal budget;

    Appetite(Incoming in) {
        this.in = in;
        this.qty = in.qty();
        this.budget = in.budget();
    }

    /** Returns the size that it would take at a price, whole lots when a budget bounds it. */
    BigDecimal at(BigDecimal px) {
        if (budget == null) {
            return qty == null ? BigDecimal.ZERO : qty;
        }
        BigDecimal lots = budget.divideToIntegralValue(px.multiply(in.face()).multiply(in.lot()));
        BigDecimal affordable = lots.multiply(in.lot());
        return qty == null ? affordable : qty.min(affordable);
    }

    /** Takes a trade off what is still wanted, in size and in value. */
    void eat(BigDecimal px, BigDecimal eaten) {
        if (qty != null) {
            qty = qty.subtract(eaten);
        }
        if (budget != null) {
            budget = budget.subtract(px.multiply(in.face()).multiply(eaten));
        }
    }

    /** Returns whether its size is met, so that only a budget can have stopped it before. */
    boolean filled() {
        return qty != null && qty.signum() == 0;
    }

    /** Returns the size that is still wanted; zero when only a budget bounds it, for such an order never rests. */
    BigDecimal open() {
        return qty == null ? BigDecimal.ZERO : qty;
    }
}
