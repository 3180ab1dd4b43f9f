package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order and what has become of it. */
public final class Order {
    public final int ref;
    public final Product product;
    final String mode;
    public final String posSide;
    final boolean buy;
    final String type;
    final String stp;
    final boolean reduceOnly;
    final boolean banAmend;
    final boolean inQuote;
    public BigDecimal sz;
    public BigDecimal filled = BigDecimal.ZERO;
    @Nullable BigDecimal px;
    public String state = "live";
    boolean feeInQuote;
    boolean forced;
    boolean free;
    int queue;

    Order(
            int ref, Product product, String mode, String posSide, boolean buy, String type, BigDecimal sz,
            @Nullable BigDecimal px, String stp, String flags) {
        this.ref = ref;
        this.product = product;
        this.mode = mode;
        this.posSide = posSide;
        this.buy = buy;
        this.type = type;
        this.sz = sz;
        this.px = px;
        this.stp = stp;
        this.reduceOnly = flags.contains("r");
        this.banAmend = flags.contains("b");
        boolean market = product.spot() && type.equals("market");
        this.inQuote = market && (flags.contains("q") || (buy && !flags.contains("s")));
    }

    BigDecimal open() {
        return sz.subtract(filled);
    }

    /** Whether it can only make a position smaller. */
    boolean closes() {
        return reduceOnly || posSide.equals(buy ? "short" : "long");
    }

    boolean rests() {
        return type.equals("limit") || type.equals("post_only");
    }

    boolean priced() {
        return !type.equals("market") && !type.equals("optimal_limit_ioc");
    }

    boolean isAbout(Product other, String otherMode, String otherSide) {
        return product == other && mode.equals(otherMode) && posSide.equals(otherSide);
    }

    boolean isAbout(Position position) {
        return isAbout(position.product, position.mode, position.side);
    }
}
