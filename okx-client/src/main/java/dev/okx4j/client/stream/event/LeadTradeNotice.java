package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Why a lead trade was not taken.
 *
 * @param instType the kind of instrument
 * @param infoType OKX's number for why: 1, 2 or 3
 * @param subPosId OKX's id of the lead position
 * @param uniqueCode the public code of the lead trader
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param side buy or sell
 * @param posSide which position is meant; net where there is one per instrument
 * @param maxLeadTraderNum how many lead trades a day may have
 * @param minLeadEq the least equity that leading needs, in USDT
 */
public record LeadTradeNotice(
        InstType instType,
        String infoType,
        @Nullable String subPosId,
        @Nullable String uniqueCode,
        String instId,
        @Nullable Side side,
        @Nullable PosSide posSide,
        @Nullable BigDecimal maxLeadTraderNum,
        @Nullable BigDecimal minLeadEq) {}
