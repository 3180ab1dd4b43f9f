package dev.okx4j.client.trade;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to change about an order that is live or partially filled; absent values stay as they are.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param cxlOnFail whether OKX cancels the order when it cannot be changed; absent, the order stays as it was
 * @param ordId OKX's id of the order; absent with clOrdId
 * @param clOrdId the caller's own id of the order: 1 to 32 letters and digits; absent with ordId
 * @param reqId the caller's own id of this change: 1 to 32 letters and digits; minted when absent
 * @param newSz the new size in total, with what has filled already: of an order of 5 that filled 2, a newSz of 4 leaves 2
 * @param newPx the new limit price
 * @param speedBump 1 for an event contract, absent otherwise
 * @param newPxUsd the new price of an option in US dollars, in place of newPx
 * @param newPxVol the new price of an option as implied volatility, in place of newPx; 1 is 100 %
 * @param pxAmendType 1 to let OKX move the price to the price limit, 0 to have it rejected
 * @param attachAlgoOrds what to change about the stops attached to the order
 * @param rpiTakerAccess whether the order may take retail-price-improvement liquidity
 * @param rpiPxRound whether OKX may round the price of a retail-price-improvement order
 */
@RecordBuilder
public record AmendOrderRequest(
        String instId,
        @Nullable Boolean cxlOnFail,
        @Nullable String ordId,
        @Nullable String clOrdId,
        @Nullable String reqId,
        @Nullable BigDecimal newSz,
        @Nullable BigDecimal newPx,
        @Nullable String speedBump,
        @Nullable BigDecimal newPxUsd,
        @Nullable BigDecimal newPxVol,
        @Nullable String pxAmendType,
        @Nullable List<AmendAttachedAlgo> attachAlgoOrds,
        @Nullable Boolean rpiTakerAccess,
        @Nullable Boolean rpiPxRound) {
    public AmendOrderRequest {
        Objects.requireNonNull(instId, "instId");
        OrderIds.requireOne(ordId, clOrdId, "amend");
        OrderIds.requirePositive("newSz", newSz);
        long prices =
                Stream.of(newPx, newPxUsd, newPxVol).filter(Objects::nonNull).count();
        if (prices > 1) {
            throw new IllegalArgumentException("Give one of newPx, newPxUsd and newPxVol: an order has one price");
        }
        if (newSz == null && prices == 0 && (attachAlgoOrds == null || attachAlgoOrds.isEmpty())) {
            throw new IllegalArgumentException(
                    "This amendment changes nothing: give newSz, newPx (or newPxUsd or newPxVol) or attachAlgoOrds");
        }
    }

    /** Returns a builder without any value. */
    public static AmendOrderRequestBuilder builder() {
        return AmendOrderRequestBuilder.builder();
    }
}
