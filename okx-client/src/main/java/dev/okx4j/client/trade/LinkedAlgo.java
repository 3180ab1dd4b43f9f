package dev.okx4j.client.trade;

import org.jspecify.annotations.Nullable;

/**
 * The algo order that an order belongs to.
 *
 * @param algoId OKX's id of the algo order
 */
public record LinkedAlgo(@Nullable String algoId) {}
