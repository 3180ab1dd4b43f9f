package dev.okx4j.client.algo;

import dev.okx4j.client.model.PxType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to change about an algo order that has not been set off; absent values stay as they are.
 *
 * <p>OKX lets stops, take-profits and trigger orders be changed, and no other type.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param algoId OKX's id of the algo order; absent with algoClOrdId
 * @param algoClOrdId the caller's own id of the algo order: 1 to 32 letters and digits; absent with algoId
 * @param cxlOnFail whether OKX cancels the order when it cannot be changed; absent, the order stays as it was
 * @param reqId the caller's own id of this change: 1 to 32 letters and digits; minted when absent
 * @param newSz the new size
 * @param newTpTriggerPx the price that sets off the take-profit; 0 takes the take-profit away
 * @param newTpOrdPx the price of the take-profit order; -1 is a market order
 * @param newSlTriggerPx the price that sets off the stop-loss; 0 takes the stop-loss away
 * @param newSlOrdPx the price of the stop-loss order; -1 is a market order
 * @param newTpTriggerPxType which price sets off the take-profit
 * @param newSlTriggerPxType which price sets off the stop-loss
 * @param newTriggerPx the price that sets off a trigger order
 * @param newOrdPx the price of the order that a trigger order places; -1 is a market order
 * @param newTriggerPxType which price sets off a trigger order
 * @param attachAlgoOrds what to change about the stops attached to the order that a trigger order places
 * @param advChaseParams what to change about how the order that a trigger order places chases the price
 */
@RecordBuilder
public record AmendAlgoRequest(
        String instId,
        @Nullable String algoId,
        @Nullable String algoClOrdId,
        @Nullable Boolean cxlOnFail,
        @Nullable String reqId,
        @Nullable BigDecimal newSz,
        @Nullable BigDecimal newTpTriggerPx,
        @Nullable BigDecimal newTpOrdPx,
        @Nullable BigDecimal newSlTriggerPx,
        @Nullable BigDecimal newSlOrdPx,
        @Nullable PxType newTpTriggerPxType,
        @Nullable PxType newSlTriggerPxType,
        @Nullable BigDecimal newTriggerPx,
        @Nullable BigDecimal newOrdPx,
        @Nullable PxType newTriggerPxType,
        @Nullable List<AmendAttachedAlgo> attachAlgoOrds,
        @Nullable List<AmendChaseParams> advChaseParams) {
    public AmendAlgoRequest {
        Objects.requireNonNull(instId, "instId");
        AlgoIds.requireOne(algoId, algoClOrdId, "amend");
        if (newSz != null && newSz.signum() <= 0) {
            throw new IllegalArgumentException("newSz is " + newSz.toPlainString() + "; give a size above zero");
        }
        boolean changes = Stream.of(
                        newSz,
                        newTpTriggerPx,
                        newTpOrdPx,
                        newSlTriggerPx,
                        newSlOrdPx,
                        newTpTriggerPxType,
                        newSlTriggerPxType,
                        newTriggerPx,
                        newOrdPx,
                        newTriggerPxType)
                .anyMatch(Objects::nonNull);
        if (!changes
                && (attachAlgoOrds == null || attachAlgoOrds.isEmpty())
                && (advChaseParams == null || advChaseParams.isEmpty())) {
            throw new IllegalArgumentException("This amendment changes nothing: give newSz, a price, a price type,"
                    + " attachAlgoOrds or advChaseParams");
        }
    }

    /** Returns a builder without any value. */
    public static AmendAlgoRequestBuilder builder() {
        return AmendAlgoRequestBuilder.builder();
    }
}
