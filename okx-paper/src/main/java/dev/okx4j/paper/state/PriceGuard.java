package dev.okx4j.paper.state;

import org.jspecify.annotations.Nullable;

/** Knows which prices of a live market are too old to trade on. */
@FunctionalInterface
public interface PriceGuard {

    /** Returns why an instrument's price must not be traded on, in a sentence, or null when it is fresh. */
    @Nullable
    String stale(String instId);

    /** Returns why an instrument's prices are asked for once a second, rather than pushed as they change, or null when they are. */
    default @Nullable String asked(String instId) {
        return null;
    }
}
