package dev.okx4j.paper.venue;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of a take-profit, stop-loss or trailing stop that is attached to an open order. Component names are OKX's; what
 * is null stays, and a trigger or order price of 0 takes the leg away.
 *
 * @param attachAlgoId the id that it will have once alive; or null
 * @param attachAlgoClOrdId the owner's id of it; or null
 * @param sz new size of one take-profit of several
 */
@RecordBuilder
public record AttachedChange(
        @Nullable String attachAlgoId,
        @Nullable String attachAlgoClOrdId,
        @Nullable BigDecimal newTpTriggerPx,
        @Nullable BigDecimal newTpTriggerRatio,
        @Nullable PriceType newTpTriggerPxType,
        @Nullable BigDecimal newTpOrdPx,
        @Nullable BigDecimal newSlTriggerPx,
        @Nullable BigDecimal newSlTriggerRatio,
        @Nullable PriceType newSlTriggerPxType,
        @Nullable BigDecimal newSlOrdPx,
        @Nullable BigDecimal sz,
        @Nullable BigDecimal newCallbackRatio,
        @Nullable BigDecimal newCallbackSpread,
        @Nullable BigDecimal newActivePx) {

    /** Returns what is attached to an order after these changes; one that is left with nothing is gone. */
    static List<OrderView.AttachedView> apply(
            List<OrderView.AttachedView> attached, List<AttachedChange> changes) {
        List<OrderView.AttachedView> changed = new ArrayList<>(attached);
        Set<Integer> seen = new HashSet<>();
        for (AttachedChange change : changes) {
            int place = change.place(attached);
            if (place < 0) {
                throw RefusedException.because("51527", "No such TP/SL is attached to the order");
            }
            if (!seen.add(place)) {
                throw RefusedException.because("51539", "The same attached TP/SL is named twice");
            }
            OrderView.AttachedView view = attached.get(place);
            changed.set(place, new OrderView.AttachedView(view.attachAlgoId(), change.of(view.algo()), "", ""));
        }
        changed.removeIf(view -> !view.algo().takesProfit()
                && !view.algo().stopsLoss()
                && !view.algo().trails());
        return changed;
    }

    private int place(List<OrderView.AttachedView> attached) {
        for (int i = 0; i < attached.size(); i++) {
            OrderView.AttachedView view = attached.get(i);
            if (attachAlgoId != null
                    ? attachAlgoId.equals(view.attachAlgoId())
                    : attachAlgoClOrdId != null
                            && attachAlgoClOrdId.equals(view.algo().attachAlgoClOrdId())) {
                return i;
            }
        }
        return -1;
    }

    /** Returns an attached order after this change; a price in place of a ratio, or the other way round, replaces it. */
    private AttachedAlgo of(AttachedAlgo algo) {
        AttachedAlgoBuilder changed = AttachedAlgoBuilder.builder(algo)
                .sz(or(sz, algo.sz()))
                .callbackRatio(newCallbackSpread == null ? or(newCallbackRatio, algo.callbackRatio()) : null)
                .callbackSpread(newCallbackRatio == null ? or(newCallbackSpread, algo.callbackSpread()) : null)
                .activePx(or(newActivePx, algo.activePx()));
        if (isZero(newTpTriggerPx) || isZero(newTpOrdPx)) {
            changed.tpTriggerPx(null).tpTriggerRatio(null).tpTriggerPxType(null).tpOrdPx(null);
        } else {
            changed.tpTriggerPx(newTpTriggerRatio == null ? or(newTpTriggerPx, algo.tpTriggerPx()) : null)
                    .tpTriggerRatio(newTpTriggerPx == null ? or(newTpTriggerRatio, algo.tpTriggerRatio()) : null)
                    .tpTriggerPxType(or(newTpTriggerPxType, algo.tpTriggerPxType()))
                    .tpOrdPx(or(newTpOrdPx, algo.tpOrdPx()));
        }
        if (isZero(newSlTriggerPx) || isZero(newSlOrdPx)) {
            changed.slTriggerPx(null).slTriggerRatio(null).slTriggerPxType(null).slOrdPx(null);
        } else {
            changed.slTriggerPx(newSlTriggerRatio == null ? or(newSlTriggerPx, algo.slTriggerPx()) : null)
                    .slTriggerRatio(newSlTriggerPx == null ? or(newSlTriggerRatio, algo.slTriggerRatio()) : null)
                    .slTriggerPxType(or(newSlTriggerPxType, algo.slTriggerPxType()))
                    .slOrdPx(or(newSlOrdPx, algo.slOrdPx()));
        }
        return changed.build();
    }

    private static boolean isZero(@Nullable BigDecimal px) {
        return px != null && px.signum() == 0;
    }

    private static <T> @Nullable T or(@Nullable T changed, @Nullable T before) {
        return changed == null ? before : changed;
    }
}
