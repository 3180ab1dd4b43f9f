package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An algo order as it stands.
 *
 * @param algoClOrdId the owner's id, or empty
 * @param ticket what was asked for
 * @param ordIds the orders that it has placed, oldest first
 * @param subAlgoIds the algo orders that it has placed
 * @param actualSide {@code tp} or {@code sl} once triggered, else empty
 * @param actualSz size of the order that it placed, or filled size of all slices; null before
 * @param actualPx limit price of that order, or the mean price of a market order or of all slices; null without one
 * @param triggerTime market time of the trigger, or null before it
 * @param last last price when it was placed
 * @param lever leverage when it was placed, or null for spot
 * @param moveTriggerPx where a trailing stop would trigger now, or null
 * @param parentOrdId the order that it was attached to, or empty
 * @param failCode why the triggered order was refused, or empty
 * @param cTime market time when it was accepted or came alive
 * @param uTime market time of its latest change of state
 */
public record AlgoView(
        InstrumentType instType,
        String algoId,
        String algoClOrdId,
        AlgoTicket ticket,
        AlgoState state,
        List<String> ordIds,
        List<String> subAlgoIds,
        String actualSide,
        @Nullable BigDecimal actualSz,
        @Nullable BigDecimal actualPx,
        @Nullable Instant triggerTime,
        BigDecimal last,
        @Nullable BigDecimal lever,
        @Nullable BigDecimal moveTriggerPx,
        String parentOrdId,
        String failCode,
        Instant cTime,
        Instant uTime) {

    /** Returns the latest order that it has placed, or empty. */
    public String ordId() {
        return ordIds.isEmpty() ? "" : ordIds.get(ordIds.size() - 1);
    }
}
