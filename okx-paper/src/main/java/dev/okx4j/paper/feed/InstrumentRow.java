package dev.okx4j.paper.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
            case "SWAP" -> contract(row, InstrumentType.SWAP);
            case "FUTURES" -> contract(row, InstrumentType.FUTURES);
            case "OPTION" -> option(row);
            default -> throw new IllegalArgumentException(instId + " is of a kind that is not traded here");
        };
        if (row.get("instIdCode") instanceof Number code) {
            rules.instIdCode(code.longValue());
        }
        rules.listTime(time(row, "listTime"));
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

    /** Returns the rules of a swap or future: its tiers as recorded, else made from its highest leverage. */
    private static InstrumentSpecBuilder contract(Map<?, ?> row, InstrumentType type) {
        String instId = Manifest.text(row, "instId");
        String family = family(row);
        String[] pair = pair(row);
        BigDecimal lever = decimal(row, "lever");
        boolean inverse = "inverse".equals(row.get("ctType"));
        String coin = inverse ? Manifest.text(row, "settleCcy") : Manifest.text(row, "ctValCcy");
        InstrumentSpecBuilder rules;
        if (type == InstrumentType.FUTURES) {
            rules = InstrumentSpec.futures(
                    instId,
                    family,
                    coin,
                    pair[1],
                    inverse ? ContractType.INVERSE : ContractType.LINEAR,
                    expiry(row),
                    lever);
        } else if (inverse) {
            rules = InstrumentSpec.inverseSwap(instId, family, coin, pair[1], lever);
        } else {
            rules = InstrumentSpec.linearSwap(instId, family, coin, pair[1], lever);
        }
        List<PositionTier> tiers = RecordedTiers.of(type, family, lever);
        if (tiers.isEmpty()) {
            BigDecimal atMarket = optional(row, "maxMktSz");
            tiers = atMarket == null
                    ? PositionTier.single(lever)
                    : PositionTier.derived(lever, atMarket, decimal(row, "lotSz"));
        }
        return money(row, rules).tiers(tiers);
    }

    private static InstrumentSpecBuilder option(Map<?, ?> row) {
        String[] pair = pair(row);
        return money(
                row,
                InstrumentSpec.option(
                        Manifest.text(row, "instId"),
                        family(row),
                        pair[0],
                        pair[1],
                        Manifest.text(row, "settleCcy"),
                        OptionType.valueOf(Manifest.text(row, "optType")),
                        decimal(row, "stk"),
                        expiry(row)));
    }

    /** Sets what all contracts have; a linear one may be settled in another currency than its price names. */
    private static InstrumentSpecBuilder money(Map<?, ?> row, InstrumentSpecBuilder rules) {
        return rules.uly(uly(row))
                .settleCcy(Manifest.text(row, "settleCcy"))
                .ctVal(decimal(row, "ctVal"))
                .ctMult(decimal(row, "ctMult"));
    }

    /** Returns the index; a row without one has its family's. */
    private static String uly(Map<?, ?> row) {
        return row.get("uly") instanceof String uly && !uly.isEmpty() ? uly : Manifest.text(row, "instFamily");
    }

    /** Returns the family, which rows from before OKX had families did not name: then it was the index. */
    private static String family(Map<?, ?> row) {
        return row.get("instFamily") instanceof String family && !family.isEmpty() ? family : uly(row);
    }

    /** Returns the two currencies that the index names. */
    private static String[] pair(Map<?, ?> row) {
        String[] pair = uly(row).split("-", -1);
        if (pair.length != 2) {
            throw new IllegalArgumentException(uly(row) + " is not an index of two currencies");
        }
        return pair;
    }

    private static Instant expiry(Map<?, ?> row) {
        Instant expiry = time(row, "expTime");
        if (expiry == null) {
            throw new IllegalArgumentException(Manifest.text(row, "instId") + " has no expiry");
        }
        return expiry;
    }

    private static @Nullable Instant time(Map<?, ?> row, String name) {
        return row.get(name) instanceof String text && !text.isEmpty()
                ? Instant.ofEpochMilli(Long.parseLong(text))
                : null;
    }

    private static BigDecimal decimal(Map<?, ?> row, String name) {
        return new BigDecimal(Manifest.text(row, name));
    }

    private static @Nullable BigDecimal optional(Map<?, ?> row, String name) {
        return row.get(name) instanceof String text && !text.isEmpty() ? new BigDecimal(text) : null;
    }
}
