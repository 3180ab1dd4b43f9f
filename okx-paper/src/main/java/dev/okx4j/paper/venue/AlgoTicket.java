package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An algo order as its owner asks for it. Component names are OKX's; an order price of −1 means market.
 *
 * @param sz size of the order that a trigger places; null with {@code closeFraction}
 * @param closeFraction only 1: the whole position, whatever its size when the trigger fires
 * @param cxlOnClosePos whether it is cancelled when its position is closed
 * @param callbackRatio how far a trailing stop lets the price come back, as a fraction of the extreme
 * @param callbackSpread the same as a distance
 * @param activePx price at which a trailing stop begins to follow; null means at once
 */
@RecordBuilder
public record AlgoTicket(
        String instId,
        TradeMode tdMode,
        Side side,
        AlgoType ordType,
        @Nullable BigDecimal sz,
        @Nullable BigDecimal closeFraction,
        @Nullable String posSide,
        @Nullable String ccy,
        @Nullable String algoClOrdId,
        @Nullable String tag,
        @Nullable TargetCcy tgtCcy,
        boolean reduceOnly,
        boolean cxlOnClosePos,
        @Nullable BigDecimal tpTriggerPx,
        @Nullable PriceType tpTriggerPxType,
        @Nullable BigDecimal tpOrdPx,
        @Nullable BigDecimal slTriggerPx,
        @Nullable PriceType slTriggerPxType,
        @Nullable BigDecimal slOrdPx,
        @Nullable BigDecimal callbackRatio,
        @Nullable BigDecimal callbackSpread,
        @Nullable BigDecimal activePx) {}
