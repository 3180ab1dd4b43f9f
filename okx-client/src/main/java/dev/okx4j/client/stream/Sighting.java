package dev.okx4j.client.stream;

import org.jspecify.annotations.Nullable;

/** Hears that OKX has pushed something of an order, which ends the wait for a look at a write that is in doubt. */
@FunctionalInterface
interface Sighting {
    /** Hears of an order by its ids, on the connection's thread: it must not block. */
    void seen(String ordId, @Nullable String clOrdId);
}
