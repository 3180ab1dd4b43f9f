package dev.okx4j.client.trade;

import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.StpMode;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order to place.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param tdMode how the order is margined
 * @param ccy the margin currency
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits
 * @param tag the caller's tag, up to 16 letters and digits
 * @param side buy or sell
 * @param posSide which position is meant; net where there is one per instrument
 * @param ordType how the order meets the book
 * @param sz the size: contracts for derivatives, else base currency, or as tgtCcy says
 * @param px the limit price
 * @param speedBump 1 for an event contract in a batch, absent otherwise
 * @param outcome the side of an event contract: yes or no
 * @param pxUsd the option price in US dollars
 * @param pxVol the option price as implied volatility
 * @param reduceOnly whether it may only shrink a position
 * @param tgtCcy whether the size of a spot market order is in base or in quote currency
 * @param banAmend whether OKX must reject, not shrink, a spot market order that the balance cannot pay
 * @param pxAmendType 1 to let OKX move the price to the price limit, 0 to have it rejected
 * @param tradeQuoteCcy the quote currency that the trade settles in
 * @param slippagePct how far a spot market order may move the price, as a ratio up to 0.05
 * @param stpMode which of one's own two orders goes when they would trade with each other
 * @param rpiTakerAccess whether the order may take retail-price-improvement liquidity
 * @param rpiPxRound whether OKX may round the price of a retail-price-improvement order
 * @param attachAlgoOrds the stops attached to the order
 */
@RecordBuilder
public record PlaceOrderRequest(
        String instId,
        TdMode tdMode,
        @Nullable String ccy,
        @Nullable String clOrdId,
        @Nullable String tag,
        Side side,
        @Nullable PosSide posSide,
        OrdType ordType,
        BigDecimal sz,
        @Nullable BigDecimal px,
        @Nullable String speedBump,
        @Nullable String outcome,
        @Nullable BigDecimal pxUsd,
        @Nullable BigDecimal pxVol,
        @Nullable Boolean reduceOnly,
        @Nullable TgtCcy tgtCcy,
        @Nullable Boolean banAmend,
        @Nullable String pxAmendType,
        @Nullable String tradeQuoteCcy,
        @Nullable BigDecimal slippagePct,
        @Nullable StpMode stpMode,
        @Nullable Boolean rpiTakerAccess,
        @Nullable Boolean rpiPxRound,
        @Nullable List<AttachAlgo> attachAlgoOrds) {
    public PlaceOrderRequest {
        Objects.requireNonNull(instId, "instId");
        Objects.requireNonNull(tdMode, "tdMode");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(ordType, "ordType");
        Objects.requireNonNull(sz, "sz");
        OrderIds.requirePositive("sz", sz);
    }

    /** Returns a builder without any value. */
    public static PlaceOrderRequestBuilder builder() {
        return PlaceOrderRequestBuilder.builder();
    }
}
