package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TgtCcy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block trade of this account.
 *
 * @param rfqId OKX's id of the request for quotes
 * @param clRfqId the asker's own id of it
 * @param quoteId OKX's id of the quote
 * @param clQuoteId the quoter's own id of it
 * @param blockTdId OKX's id of the block trade
 * @param tag the caller's tag
 * @param tTraderCode the public code of the taker
 * @param mTraderCode the public code of the maker
 * @param isSuccessful whether it was executed
 * @param errorCode OKX's code of why it failed, 0 when it did not
 * @param legs the legs
 * @param acctAlloc how it is divided among accounts
 * @param cTime when it was executed
 */
public record BlockTrade(
        String rfqId,
        @Nullable String clRfqId,
        String quoteId,
        @Nullable String clQuoteId,
        @Nullable String blockTdId,
        @Nullable String tag,
        @Nullable String tTraderCode,
        @Nullable String mTraderCode,
        @Nullable Boolean isSuccessful,
        @Nullable String errorCode,
        List<Leg> legs,
        @Nullable List<Share> acctAlloc,
        Instant cTime) {

    /**
     * One leg of a block trade.
     *
     * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
     * @param px the price
     * @param sz the size: contracts for derivatives, else base currency
     * @param side which way the taker traded
     * @param tgtCcy whether the size of a spot leg is in base or in quote currency
     * @param fee the fee: negative was paid, positive was received
     * @param feeCcy the currency of the fee
     * @param tradeId the id of the trade
     */
    public record Leg(
            String instId,
            BigDecimal px,
            BigDecimal sz,
            Side side,
            @Nullable TgtCcy tgtCcy,
            @Nullable BigDecimal fee,
            @Nullable String feeCcy,
            @Nullable String tradeId) {}

    /**
     * What one account has of a block trade.
     *
     * @param blockTdId OKX's id of the block trade
     * @param errorCode OKX's code of why it failed, 0 when it did not
     * @param acct the name of the account
     * @param legs the legs
     */
    public record Share(
            @Nullable String blockTdId, @Nullable String errorCode, String acct, List<ShareLeg> legs) {}

    /**
     * One leg of an account's share.
     *
     * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
     * @param sz the size that was filled
     * @param tradeId the id of the trade
     * @param fee the fee: negative was paid, positive was received
     * @param feeCcy the currency of the fee
     */
    public record ShareLeg(
            String instId,
            BigDecimal sz,
            @Nullable String tradeId,
            @Nullable BigDecimal fee,
            @Nullable String feeCcy) {}
}
