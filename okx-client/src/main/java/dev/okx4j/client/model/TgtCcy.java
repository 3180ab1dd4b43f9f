package dev.okx4j.client.model;

/** Whether the size of a market order is given in base or in quote currency. The constants are spelled as on the wire. */
public enum TgtCcy {
    base_ccy,
    quote_ccy,
    /** A value that OKX has added since; never sent. */
    UNKNOWN
}
