package dev.okx4j.paper.feed;

/** Which way a contract's value depends on its price. */
public enum ContractType {
    /** Margined in the currency of its price: value is amount × price. */
    LINEAR,
    /** Margined in the coin that it is about: value is amount of dollars ÷ price. */
    INVERSE
}
