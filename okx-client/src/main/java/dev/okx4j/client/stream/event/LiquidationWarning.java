package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position that is near its liquidation; a cross one stands for all cross positions.
 *
 * @param instType the kind of instrument
 * @param mgnMode how the position is margined
 * @param posId OKX's id of the position
 * @param posSide which position is meant; net where there is one per instrument
 * @param pos the size: contracts for derivatives, negative when short in net mode
 * @param posCcy the currency of a margin position
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param lever the leverage
 * @param markPx the mark price
 * @param mgnRatio the margin ratio; liquidation comes at 1
 * @param ccy the margin currency
 * @param cTime when it was created
 * @param uTime when it last changed
 * @param pTime when OKX pushed it
 */
public record LiquidationWarning(
        InstType instType,
        MgnMode mgnMode,
        String posId,
        PosSide posSide,
        BigDecimal pos,
        @Nullable String posCcy,
        String instId,
        @Nullable BigDecimal lever,
        @Nullable BigDecimal markPx,
        @Nullable BigDecimal mgnRatio,
        @Nullable String ccy,
        @Nullable Instant cTime,
        @Nullable Instant uTime,
        Instant pTime) {}
