package dev.okx4j.paper.wire;

import dev.okx4j.paper.options.Greeks;
import java.time.Instant;

/** Writes the Greeks of everything that the account holds of a coin as OKX's row. */
public final class GreeksRow {
    private GreeksRow() {}

    /** Returns the row of a coin. */
    public static Row of(String ccy, Greeks greeks, Instant now) {
        return set(new Row(Fields.GREEKS), greeks).set("ccy", ccy).set("ts", now);
    }

    /** Sets the Greeks of a row that has fields for them. */
    static Row set(Row row, Greeks greeks) {
        return row.set("deltaBS", greeks.deltaBS())
                .set("deltaPA", greeks.deltaPA())
                .set("gammaBS", greeks.gammaBS())
                .set("gammaPA", greeks.gammaPA())
                .set("thetaBS", greeks.thetaBS())
                .set("thetaPA", greeks.thetaPA())
                .set("vegaBS", greeks.vegaBS())
                .set("vegaPA", greeks.vegaPA());
    }
}
