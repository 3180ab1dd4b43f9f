package dev.okx4j.samples.bad.client.account;

/** A row whose price is binary. */
public record Row(double px) {}
