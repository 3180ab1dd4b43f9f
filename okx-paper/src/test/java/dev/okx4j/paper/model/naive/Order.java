package dev.okx4j.paper.model.naive;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An order and what has become of it. */
@NullUnmarked
public final class Order extends Pocket {
    /** Best price first. */
    static final Comparator<Order> EAGER =
            Comparator.comparing(it -> it.signed(it.px).negate());

    public final int ref;
    public final boolean buy;
    final String type;
    final String stp;
    /** Letters: r only reduces, b banned from being cut, p price may be cut back, q or s sized in quote or in base. */
    final String flags;

    public BigDecimal sz;
    public BigDecimal filled = BigDecimal.ZERO;

    @Nullable
    BigDecimal px;

    boolean feeInQuote;
    /** Its turn among the resting ones, 0 while it does not rest. */
    int queue;

    Order(int ref, Pocket at, boolean buy, String type, BigDecimal sz, BigDecimal px, String stp, String flags) {
        super(at.market, at.mode, at.side);
        this.ref = ref;
        this.buy = buy;
        this.type = type;
        this.sz = sz;
        this.px = px;
        this.stp = stp;
        this.flags = flags;
    }

    /** The same order with another size and price, not yet in the queue. */
    Order with(BigDecimal newSz, BigDecimal newPx) {
        Order changed = new Order(ref, this, buy, type, newSz, newPx, stp, flags);
        changed.filled = filled;
        changed.feeInQuote = feeInQuote;
        return changed;
    }

    BigDecimal open() {
        return sz.subtract(filled);
    }

    BigDecimal signed(BigDecimal amount) {
        return buy ? amount : amount.negate();
    }

    /** Whether a price is worse than another for who has this order. */
    boolean worse(BigDecimal one, BigDecimal other) {
        return signed(one.subtract(other)).signum() > 0;
    }

    /** Whether it is the exchange's own, to close a position. */
    boolean forced() {
        return ref < 0;
    }

    /** Whether it can only make a position smaller. */
    boolean closes() {
        return flags.contains("r") || side.equals(buy ? "short" : "long");
    }

    boolean rests() {
        return type.equals("limit") || type.equals("post_only");
    }

    /** Whether its size is money to spend or to get. */
    boolean inQuote() {
        return product.spot() && px == null && (flags.contains("q") || (buy && !flags.contains("s")));
    }

    /** The currency that it binds. */
    String pays() {
        return product.spot() && !buy ? product.base() : product.settle();
    }

    /** What a spot order gives for so much at a price: coins, or money and the fee if that comes on top. */
    BigDecimal gives(BigDecimal size, BigDecimal at) {
        BigDecimal value = buy ? product.worth(size, at) : size;
        return buy && feeInQuote ? value.add(value.multiply(product.takerFee())) : value;
    }
}
