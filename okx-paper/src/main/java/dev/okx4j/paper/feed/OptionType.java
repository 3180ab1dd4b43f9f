package dev.okx4j.paper.feed;

/** The right that an option gives; the constants are OKX's {@code optType}. */
public enum OptionType {
    /** A call: the right to buy. */
    C,
    /** A put: the right to sell. */
    P
}
