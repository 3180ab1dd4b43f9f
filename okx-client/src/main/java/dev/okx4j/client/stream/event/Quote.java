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
 * An answer to a request for quotes, sent or received.
 *
 * @param rfqId OKX's id of the request for quotes
 * @param clRfqId the asker's own id of it
 * @param quoteId OKX's id of the quote
 * @param clQuoteId the quoter's own id of it
 * @param traderCode the public code of who quotes
 * @param tag the caller's tag
 * @param state how far it has come
 * @param reason OKX's word for why it is in that state
 * @param quoteSide which way the asker would trade
 * @param validUntil when it expires
 * @param legs the legs
 * @param cTime when it was created
 * @param uTime when it last changed
 */
public record Quote(
        String rfqId,
        @Nullable String clRfqId,
        String quoteId,
        @Nullable String clQuoteId,
        @Nullable String traderCode,
        @Nullable String tag,
        QuoteState state,
        @Nullable String reason,
        @Nullable Side quoteSide,
        @Nullable Instant validUntil,
        List<Leg> legs,
        Instant cTime,
        Instant uTime) {

    /**
     * One leg of a quote.
     *
     * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
     * @param tdMode how it is margined
     * @param ccy the margin currency
     * @param sz the size: contracts for derivatives, else base currency
     * @param px the price
     * @param side which way the leg trades
     * @param posSide which position is meant; net where there is one per instrument
     * @param tgtCcy whether the size of a spot leg is in base or in quote currency
     * @param tradeQuoteCcy the quote currency that the trade settles in
     */
    public record Leg(
            String instId,
            @Nullable TdMode tdMode,
            @Nullable String ccy,
            BigDecimal sz,
            BigDecimal px,
            Side side,
            @Nullable PosSide posSide,
            @Nullable TgtCcy tgtCcy,
            @Nullable String tradeQuoteCcy) {}
}
