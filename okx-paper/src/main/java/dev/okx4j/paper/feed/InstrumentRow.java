package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recorded row of OKX's instrument list, and the trading rules in it. */
public final class InstrumentRow {
    private final Map<String, Object> fields;
    private final InstrumentSpec spec;

    private InstrumentRow(Map<String, Object> fields, InstrumentSpec spec) {
        this.fields = Collections.unmodifiableMap(fields);
        this.spec = spec;
    }

    static InstrumentRow of(Map<?, ?> recorded) {
        Map<String, Object> fields = new LinkedHashMap<>();
        recorded.forEach((name, value) -> fields.put((String) name, value));
        return new InstrumentRow(fields, spec(recorded));
    }

    /** Returns the fields as recorded, by OKX's names. */
    public Map<String, Object> fields() {
        return fields;
    }

    /** Returns the trading rules. */
    public InstrumentSpec spec() {
        return spec;
    }

    /**
     * Returns the rules in a recorded row.
     *
     * <p>OKX's {@code posLmtAmt} is only the lower bound of a position cap that also depends on open interest, which was
     * not recorded, so no cap is taken from it.
     */
    private static InstrumentSpec spec(Map<?, ?> row) {
        String instId = Manifest.text(row, "instId");
        InstrumentSpecBuilder rules = switch (Manifest.text(row, "instType")) {
            case "SPOT" -> InstrumentSpec.spot(instId, Manifest.text(row, "baseCcy"), Manifest.text(row, "quoteCcy"));
            case "SWAP" -> {
                if (!"linear".equals(row.get("ctType"))) {
                    throw new IllegalArgumentException(instId + " is not a linear swap");
                }
                yield InstrumentSpec.linearSwap(
                                instId,
                                Manifest.text(row, "instFamily"),
                                Manifest.text(row, "ctValCcy"),
                                Manifest.text(row, "settleCcy"),
                                decimal(row, "lever"))
                        .ctVal(decimal(row, "ctVal"))
                        .ctMult(decimal(row, "ctMult"));
            }
            default -> throw new IllegalArgumentException(instId + " is neither SPOT nor SWAP");
        };
        BigDecimal band = optional(row, "maxPxLmtPct");
        if (band != null) {
            rules.pxLmtPct(band);
        }
        return rules.tickSz(decimal(row, "tickSz"))
                .lotSz(decimal(row, "lotSz"))
                .minSz(decimal(row, "minSz"))
                .maxLmtSz(optional(row, "maxLmtSz"))
                .maxMktSz(optional(row, "maxMktSz"))
                .maxLmtAmt(optional(row, "maxLmtAmt"))
                .maxMktAmt(optional(row, "maxMktAmt"))
                .build();
    }

    private static BigDecimal decimal(Map<?, ?> row, String name) {
        return new BigDecimal(Manifest.text(row, name));
    }

    private static @Nullable BigDecimal optional(Map<?, ?> row, String name) {
        return row.get(name) instanceof String text && !text.isEmpty() ? new BigDecimal(text) : null;
    }
}
