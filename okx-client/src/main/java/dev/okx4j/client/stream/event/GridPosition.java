package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The position of a grid bot.
 *
 * @param algoId OKX's id of the bot
 * @param algoClOrdId the caller's own id of the bot
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param cTime when the bot was created
 * @param uTime when the bot last changed
 * @param avgPx the average price of all fills
 * @param ccy the margin currency
 * @param lever the leverage
 * @param liqPx the estimated mark price at which it is liquidated
 * @param posSide which position is meant; net where there is one per instrument
 * @param pos the size: contracts for derivatives, negative when short in net mode
 * @param mgnMode how the position is margined
 * @param mgnRatio the margin ratio; liquidation comes at 1
 * @param imr the initial margin of cross positions
 * @param mmr the maintenance margin of cross positions
 * @param upl the unrealised profit or loss of cross positions
 * @param uplRatio the unrealised profit or loss as a ratio of the initial margin
 * @param last the last traded price
 * @param notionalUsd the notional value, in US dollars
 * @param adl the place in the deleveraging queue, 0 to 5; higher goes sooner
 * @param markPx the mark price
 * @param pTime when OKX pushed it
 */
public record GridPosition(
        String algoId,
        @Nullable String algoClOrdId,
        InstType instType,
        String instId,
        Instant cTime,
        Instant uTime,
        @Nullable BigDecimal avgPx,
        @Nullable String ccy,
        @Nullable BigDecimal lever,
        @Nullable BigDecimal liqPx,
        @Nullable PosSide posSide,
        @Nullable BigDecimal pos,
        @Nullable MgnMode mgnMode,
        @Nullable BigDecimal mgnRatio,
        @Nullable BigDecimal imr,
        @Nullable BigDecimal mmr,
        @Nullable BigDecimal upl,
        @Nullable BigDecimal uplRatio,
        @Nullable BigDecimal last,
        @Nullable BigDecimal notionalUsd,
        @Nullable String adl,
        @Nullable BigDecimal markPx,
        Instant pTime) {}
