package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.AttachedAlgo;
import dev.okx4j.paper.venue.AttachedAlgoBuilder;
import dev.okx4j.paper.venue.AttachedChange;
import dev.okx4j.paper.venue.AttachedChangeBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what OKX takes as take-profits and stop-losses attached to an order. */
final class Attachments {
    private static final String NAME = "attachAlgoOrds";

    private Attachments() {}

    /** Returns the attached orders; none when the parameter is absent. */
    static List<AttachedAlgo> read(Params params) {
        List<AttachedAlgo> attached = new ArrayList<>();
        for (Params one : items(params, NAME)) {
            refuseLimitKind(one);
            attached.add(AttachedAlgoBuilder.builder()
                    .attachAlgoClOrdId(one.clientId("attachAlgoClOrdId"))
                    .tpTriggerPx(one.optionalDecimal("tpTriggerPx"))
                    .tpTriggerPxType(Tickets.priceType(one, "tpTriggerPxType"))
                    .tpOrdPx(one.optionalDecimal("tpOrdPx"))
                    .slTriggerPx(one.optionalDecimal("slTriggerPx"))
                    .slTriggerPxType(Tickets.priceType(one, "slTriggerPxType"))
                    .slOrdPx(one.optionalDecimal("slOrdPx"))
                    .tpTriggerRatio(one.optionalDecimal("tpTriggerRatio"))
                    .slTriggerRatio(one.optionalDecimal("slTriggerRatio"))
                    .sz(one.optionalDecimal("sz"))
                    .amendPxOnTriggerType(one.choice("amendPxOnTriggerType"))
                    .callbackRatio(one.optionalDecimal("callbackRatio"))
                    .callbackSpread(one.optionalDecimal("callbackSpread"))
                    .activePx(one.optionalDecimal("activePx"))
                    .build());
        }
        return attached;
    }

    /** Returns the changes of attached orders; each names the one that it is about, else 50015. */
    static List<AttachedChange> changes(Params params) {
        List<AttachedChange> changes = new ArrayList<>();
        for (Params one : items(params, NAME)) {
            one.refuse("newTpOrdKind", "amendPxOnTriggerType");
            Counter.needsOne("attachAlgoId", "attachAlgoClOrdId", one);
            changes.add(AttachedChangeBuilder.builder()
                    .attachAlgoId(one.whole("attachAlgoId"))
                    .attachAlgoClOrdId(one.clientId("attachAlgoClOrdId"))
                    .newTpTriggerPx(one.optionalDecimal("newTpTriggerPx"))
                    .newTpTriggerRatio(one.optionalDecimal("newTpTriggerRatio"))
                    .newTpTriggerPxType(Tickets.priceType(one, "newTpTriggerPxType"))
                    .newTpOrdPx(one.optionalDecimal("newTpOrdPx"))
                    .newSlTriggerPx(one.optionalDecimal("newSlTriggerPx"))
                    .newSlTriggerRatio(one.optionalDecimal("newSlTriggerRatio"))
                    .newSlTriggerPxType(Tickets.priceType(one, "newSlTriggerPxType"))
                    .newSlOrdPx(one.optionalDecimal("newSlOrdPx"))
                    .sz(one.optionalDecimal("sz"))
                    .newCallbackRatio(one.optionalDecimal("newCallbackRatio"))
                    .newCallbackSpread(one.optionalDecimal("newCallbackSpread"))
                    .newActivePx(one.optionalDecimal("newActivePx"))
                    .build());
        }
        return changes;
    }

    /** Returns the objects of a parameter that is a list of them. */
    static List<Params> items(Params params, String name) {
        Object given = params.values().get(name);
        if (given == null || given.equals("")) {
            return List.of();
        }
        if (!(given instanceof List<?> list)) {
            throw RefusedException.bad(name);
        }
        List<Params> items = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw RefusedException.bad(name);
            }
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            map.forEach((key, value) -> values.put((String) key, value));
            items.add(new Params(values));
        }
        return items;
    }

    /** Refuses a take-profit that would rest from the beginning rather than wait for a trigger. */
    static void refuseLimitKind(Params params) {
        String kind = params.optional("tpOrdKind");
        if (kind != null && !kind.equals("condition")) {
            throw RefusedException.unsupported("parameter tpOrdKind " + kind);
        }
    }
}
