package dev.okx4j.client.stream.event;

/** By which formula a funding rate is computed: the old one (noRate) or the new one (withRate). The constants are spelled as on the wire. */
public enum FundingFormula {
    noRate,
    withRate,
    /** A value that OKX has added since. */
    UNKNOWN
}
