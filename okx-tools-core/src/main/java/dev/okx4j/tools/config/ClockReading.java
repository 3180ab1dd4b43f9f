package dev.okx4j.tools.config;

import java.time.Instant;

/**
 * The part of the paper exchange's clock that dates a result.
 *
 * @param marketTime the time of the prices
 */
public record ClockReading(Instant marketTime) {}
