package dev.okx4j.client.algo;

import org.jspecify.annotations.Nullable;

/**
 * The order that belongs to an algo order.
 *
 * @param ordId OKX's id of the order
 */
public record LinkedOrder(@Nullable String ordId) {}
