package dev.okx4j.paper.wire;

/** What a key may do, as OKX names it. Every key may look. */
public enum Permission {
    /** Place and cancel orders, transfer, change settings. */
    TRADE,
    /** Withdraw, which no paper exchange does. */
    WITHDRAW;

    /** Returns OKX's word for it. */
    public String wire() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
