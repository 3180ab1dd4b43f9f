package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.OptionView;

/** Writes what an option is worth, and why, as OKX's row. */
public final class OptionSummaryRow {
    private OptionSummaryRow() {}

    /** Returns the row of an option: Greeks in coins under their bare names, in dollars under those that end in BS. */
    public static Row of(OptionView option) {
        return new Row(Fields.OPTION_SUMMARY)
                .set("instType", option.spec().instType().name())
                .set("instId", option.spec().instId())
                .set("uly", option.spec().uly())
                .set("delta", option.greeks().deltaPA())
                .set("gamma", option.greeks().gammaPA())
                .set("vega", option.greeks().vegaPA())
                .set("theta", option.greeks().thetaPA())
                .set("deltaBS", option.greeks().deltaBS())
                .set("gammaBS", option.greeks().gammaBS())
                .set("vegaBS", option.greeks().vegaBS())
                .set("thetaBS", option.greeks().thetaBS())
                .set("lever", option.lever())
                .set("markVol", option.markVol())
                .set("bidVol", option.bidVol())
                .set("askVol", option.askVol())
                .set("realVol", "0")
                .set("volLv", option.volLv())
                .set("fwdPx", option.fwdPx())
                .set("ts", option.ts());
    }
}
