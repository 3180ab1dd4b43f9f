package dev.okx4j.client.publicdata;

import java.time.Instant;

/**
 * What OKX's clock shows.
 *
 * @param ts the time
 */
public record ServerTime(Instant ts) {}
