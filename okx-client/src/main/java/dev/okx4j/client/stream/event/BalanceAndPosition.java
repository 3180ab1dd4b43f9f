package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event has made of cash and positions.
 *
 * @param pTime when OKX pushed it
 * @param eventType what happened
 * @param balData the cash of each currency that changed, or of all of them in a snapshot
 * @param posData the positions that changed, or all of them in a snapshot
 * @param trades the trades that did it
 */
public record BalanceAndPosition(
        Instant pTime,
        BalanceEvent eventType,
        @Nullable List<Cash> balData,
        @Nullable List<Holding> posData,
        @Nullable List<TradeRef> trades) {

    /**
     * The cash of one currency.
     *
     * @param ccy the currency
     * @param cashBal the cash, in that currency
     * @param uTime when it last changed
     */
    public record Cash(String ccy, BigDecimal cashBal, Instant uTime) {}

    /**
     * A position.
     *
     * @param posId OKX's id of the position
     * @param tradeId the id of the latest trade
     * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
     * @param instType the kind of instrument
     * @param mgnMode how the position is margined
     * @param posSide which position is meant; net where there is one per instrument
     * @param pos the size: contracts for derivatives, negative when short in net mode
     * @param avgPx the average price of all fills
     * @param ccy the margin currency
     * @param baseBal the base balance; no longer used
     * @param quoteBal the quote balance; no longer used
     * @param posCcy the currency of a margin position
     * @param nonSettleAvgPx the average entry price, before daily settlements moved it
     * @param settledPnl the profit or loss that daily settlements paid out
     * @param uTime when it last changed
     */
    public record Holding(
            String posId,
            @Nullable String tradeId,
            String instId,
            InstType instType,
            MgnMode mgnMode,
            PosSide posSide,
            BigDecimal pos,
            @Nullable BigDecimal avgPx,
            @Nullable String ccy,
            @Nullable BigDecimal baseBal,
            @Nullable BigDecimal quoteBal,
            @Nullable String posCcy,
            @Nullable BigDecimal nonSettleAvgPx,
            @Nullable BigDecimal settledPnl,
            Instant uTime) {}

    /**
     * A trade by its id.
     *
     * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
     * @param tradeId the id of the trade
     */
    public record TradeRef(String instId, String tradeId) {}
}
