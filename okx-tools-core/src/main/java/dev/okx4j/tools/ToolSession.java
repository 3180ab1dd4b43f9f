package dev.okx4j.tools;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.tools.config.Venue;
import java.time.Instant;

/**
 * What a handler works with: the venue, and the registry that called it.
 *
 * @param venue where orders go and prices come from
 * @param registry the registry that offers the tool
 * @param clock the clock of the wall
 */
public record ToolSession(Venue venue, ToolRegistry registry, Clock clock) {
    /** Returns the client of the venue, connected at the first call. */
    public OkxClient okx() {
        return venue.client();
    }

    /** Returns the time of the market: the recording's on recorded prices, else the wall's. */
    public Instant marketTime() {
        Instant recorded = venue.asOf();
        return recorded == null ? clock.now() : recorded;
    }
}
