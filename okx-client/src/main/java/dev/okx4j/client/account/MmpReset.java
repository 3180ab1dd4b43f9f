package dev.okx4j.client.account;

/**
 * What became of the reset of market-maker protection.
 *
 * @param result whether new orders under it are taken again
 */
public record MmpReset(Boolean result) {}
