package dev.okx4j.client.publicdata;

import java.time.Instant;

/**
 * A change of an instrument that has been announced.
 *
 * @param param the name of the field that changes
 * @param newValue its new value
 * @param effTime when the change takes effect
 */
public record UpcomingChange(String param, String newValue, Instant effTime) {}
