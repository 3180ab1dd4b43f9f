package dev.okx4j.paper.stream;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which instruments a private subscription is about.
 *
 * @param instType OKX's word, ANY for all
 * @param instFamily the family, or null for all
 * @param instId the instrument, or null for all
 */
record Filter(
        String instType,
        @Nullable String instFamily,
        @Nullable String instId) {
    private static final Set<String> TYPES = Set.of("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS", "ANY");

    /** Returns the filter of a subscription whose type must be named. */
    static Filter of(Arg arg) {
        String type = arg.get("instType");
        if (type == null) {
            throw new Refused("60027", "Parameter instType can not be empty");
        }
        if (!TYPES.contains(type)) {
            throw new Refused("60033", "Parameter instType error");
        }
        return new Filter(type, arg.get("instFamily"), arg.get("instId"));
    }

    boolean matches(InstrumentSpec spec) {
        return (instType.equals("ANY") || instType.equals(spec.instType().name()))
                && (instFamily == null || instFamily.equals(spec.instFamily()))
                && (instId == null || instId.equals(spec.instId()));
    }
}
