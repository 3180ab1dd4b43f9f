package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Liquidations of others; OKX tells at most one a second of each contract, so they are not all.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param uly the underlying index, such as BTC-USD
 * @param details the liquidations
 */
public record LiquidationOrder(
        InstType instType, String instId, @Nullable String uly, List<Detail> details) {

    /**
     * One liquidation.
     *
     * @param side which way the liquidating order traded
     * @param posSide which position was liquidated
     * @param bkPx the mark price at which it was liquidated
     * @param sz the size: contracts for derivatives, else base currency
     * @param bkLoss the loss beyond the margin
     * @param ccy the currency that was liquidated, for margin positions
     * @param ts when it happened
     */
    public record Detail(
            Side side,
            @Nullable PosSide posSide,
            @Nullable BigDecimal bkPx,
            BigDecimal sz,
            @Nullable BigDecimal bkLoss,
            @Nullable String ccy,
            Instant ts) {}
}
