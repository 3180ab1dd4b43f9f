package dev.okx4j.client.account;

import dev.okx4j.client.model.CtType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which bills of the last seven days to list, newest first.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param ccy the currency
 * @param mgnMode how the position is margined
 * @param ctType linear or inverse
 * @param type OKX's number for the kind of bill
 * @param subType OKX's number for what happened
 * @param after only records older than this id
 * @param before only records newer than this id
 * @param begin only records from this time on
 * @param end only records up to this time
 * @param limit how many records at most
 */
@RecordBuilder
public record BillsRequest(
        @Nullable InstType instType,
        @Nullable String instId,
        @Nullable String ccy,
        @Nullable MgnMode mgnMode,
        @Nullable CtType ctType,
        @Nullable String type,
        @Nullable String subType,
        @Nullable String after,
        @Nullable String before,
        @Nullable Instant begin,
        @Nullable Instant end,
        @Nullable Integer limit) {
    /** Returns a builder without any value. */
    public static BillsRequestBuilder builder() {
        return BillsRequestBuilder.builder();
    }
}
