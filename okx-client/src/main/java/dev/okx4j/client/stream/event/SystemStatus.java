package dev.okx4j.client.stream.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance of OKX: planned, going on, over or called off.
 *
 * @param title what it is about
 * @param state how far it has come
 * @param begin when it begins
 * @param end when trading is back in full
 * @param preOpenBegin from when orders may be cancelled and post-only ones placed, before the end
 * @param href a page about it
 * @param serviceType OKX's number for what is affected: 0 WebSocket, 5 trading, 6 block trading, 7 bots, 8 trading in batches of accounts, 9 trading in batches of products, 10 spreads, 11 copy trading, 99 others
 * @param system the system, such as unified
 * @param scheDesc the notice of a change of its time
 * @param maintType OKX's number for its kind: 1 planned, 2 unplanned, 3 outage
 * @param env 1 for production, 2 for demo trading
 * @param ts when OKX made the statement
 */
public record SystemStatus(
        @Nullable String title,
        MaintenanceState state,
        @Nullable Instant begin,
        @Nullable Instant end,
        @Nullable Instant preOpenBegin,
        @Nullable String href,
        @Nullable String serviceType,
        @Nullable String system,
        @Nullable String scheDesc,
        @Nullable String maintType,
        @Nullable String env,
        Instant ts) {}
