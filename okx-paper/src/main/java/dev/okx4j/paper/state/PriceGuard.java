package dev.okx4j.paper.state;

import org.jspecify.annotations.Nullable;

/** Knows which prices of a live market are too old to trade on. */
@FunctionalInterface
public interface PriceGuard {

    /** Returns why an instrument's price must not be traded on, in a sentence, or null when it is fresh. */
    @Nullable
    String stale(String instId);
}
