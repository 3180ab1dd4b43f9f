package dev.okx4j.client.trade;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a request that touches an order must say about it. */
final class OrderIds {
    private OrderIds() {}

    /** Throws unless exactly one id names the order: of two, OKX would ignore the caller's without a word. */
    static void requireOne(@Nullable String ordId, @Nullable String clOrdId, String toDo) {
        if (ordId == null && clOrdId == null) {
            throw new IllegalArgumentException("Give the ordId or the clOrdId of the order to " + toDo);
        }
        if (ordId != null && clOrdId != null) {
            throw new IllegalArgumentException("Give the ordId or the clOrdId of the order to " + toDo
                    + ", not both: OKX would go by the ordId alone");
        }
    }

    /** Throws when the size is given and is not more than nothing. */
    static void requirePositive(String name, @Nullable BigDecimal size) {
        if (size != null && size.signum() <= 0) {
            throw new IllegalArgumentException(name + " is " + size.toPlainString() + "; give a size above zero");
        }
    }
}
