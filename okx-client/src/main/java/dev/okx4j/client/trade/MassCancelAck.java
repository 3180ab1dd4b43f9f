package dev.okx4j.client.trade;

/**
 * OKX's acknowledgement that all orders of a family under market-maker protection are cancelled.
 *
 * @param result true in every outcome that is confirmed: an answer that says otherwise acknowledges nothing
 */
public record MassCancelAck(Boolean result) {}
