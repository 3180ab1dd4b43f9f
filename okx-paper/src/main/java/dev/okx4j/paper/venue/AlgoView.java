package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An algo order as it stands.
 *
 * @param algoClOrdId the owner's id, or empty
 * @param ticket what was asked for
 * @param ordId the order that its trigger placed, or empty
 * @param actualSide {@code tp} or {@code sl} once triggered, else empty
 * @param actualSz size of the order that it placed, or null
 * @param actualPx limit price of that order, or the mean price that a market order got; null without one
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
        String ordId,
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
        Instant uTime) {}
