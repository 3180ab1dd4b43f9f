package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes the position tiers of a family as OKX's rows. */
final class TierRow {
    private TierRow() {}

    /** Returns the rows of all tiers, the lowest first. */
    static List<Map<String, Object>> of(InstrumentSpec spec) {
        return List.of(new Row(Fields.TIER)
                .set("uly", Listing.underlying(spec))
                .set("instFamily", spec.instFamily())
                .set("tier", "1")
                .set("minSz", BigDecimal.ZERO)
                .set("mmr", spec.mmr())
                .set("maxLever", spec.lever())
                .fields());
    }
}
