package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for quotes that was sent or received.
 *
 * @param rfqId OKX's id of the request for quotes
 * @param clRfqId the asker's own id of it
 * @param state how far it has come
 * @param counterparties the public codes of those who were asked
 * @param validUntil when it expires
 * @param tag the caller's tag
 * @param flowType the kind of request
 * @param traderCode the public code of who asks
 * @param allowPartialExecution whether it may be filled in part
 * @param legs the legs
 * @param groupId OKX's id of the group of requests that it belongs to
 * @param acctAlloc how it is divided among accounts
 * @param cTime when it was created
 * @param uTime when it last changed
 */
public record Rfq(
        String rfqId,
        @Nullable String clRfqId,
        RfqState state,
        @Nullable List<String> counterparties,
        @Nullable Instant validUntil,
        @Nullable String tag,
        @Nullable String flowType,
        @Nullable String traderCode,
        @Nullable Boolean allowPartialExecution,
        List<Leg> legs,
        @Nullable String groupId,
        @Nullable List<Share> acctAlloc,
        Instant cTime,
        Instant uTime) {

    /**
     * One leg of a request.
     *
     * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
     * @param tdMode how it is margined
     * @param ccy the margin currency
     * @param sz the size: contracts for derivatives, else base currency
     * @param side which way the asker would trade
     * @param posSide which position is meant; net where there is one per instrument
     * @param tgtCcy whether the size of a spot leg is in base or in quote currency
     * @param tradeQuoteCcy the quote currency that the trade settles in
     */
    public record Leg(
            String instId,
            @Nullable TdMode tdMode,
            @Nullable String ccy,
            BigDecimal sz,
            @Nullable Side side,
            @Nullable PosSide posSide,
            @Nullable TgtCcy tgtCcy,
            @Nullable String tradeQuoteCcy) {}

    /**
     * What one account is to have of it.
     *
     * @param acct the name of the account
     * @param legs the legs
     */
    public record Share(String acct, List<ShareLeg> legs) {}

    /**
     * One leg of an account's share.
     *
     * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
     * @param sz the size: contracts for derivatives, else base currency
     * @param tdMode how it is margined
     * @param ccy the margin currency
     * @param posSide which position is meant; net where there is one per instrument
     */
    public record ShareLeg(
            String instId,
            BigDecimal sz,
            @Nullable TdMode tdMode,
            @Nullable String ccy,
            @Nullable PosSide posSide) {}
}
