package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An algo order as it stands.
 *
 * @param ticket what was asked for
 * @param ordId the order that its trigger placed, or empty
 * @param actualSide {@code tp} or {@code sl} once triggered, else empty
 * @param last last price when it was placed
 * @param moveTriggerPx where a trailing stop would trigger now, or null
 * @param parentOrdId the order that it was attached to, or empty
 * @param failCode why the triggered order was refused, or empty
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
