package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.util.List;
import java.util.Map;

/** Writes the position tiers of a family as OKX's rows. */
final class TierRow {
    private TierRow() {}

    /** Returns the rows of all tiers, the lowest first. */
    static List<Map<String, Object>> of(InstrumentSpec spec) {
        return spec.tiers().stream()
                .map(tier -> new Row(Fields.TIER)
                        .set("uly", spec.uly())
                        .set("instFamily", spec.instFamily())
                        .set("tier", Integer.toString(tier.tier()))
                        .set("minSz", tier.minSz())
                        .set("maxSz", tier.maxSz())
                        .set("mmr", tier.mmr())
                        .set("imr", tier.imr())
                        .set("maxLever", tier.maxLever())
                        .fields())
                .toList();
    }
}
