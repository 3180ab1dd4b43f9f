package dev.okx4j.client.algo;

import dev.okx4j.client.model.AlgoState;
import dev.okx4j.client.model.AlgoType;
import dev.okx4j.client.model.InstType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which algo orders to list, newest first; OKX asks for a type, and for history also a state or an id.
 *
 * @param ordType the kind of algo order
 * @param state how far it has come
 * @param algoId OKX's id of the algo order
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param after only records older than this id
 * @param before only records newer than this id
 * @param limit how many records at most
 */
@RecordBuilder
public record AlgoOrdersRequest(
        AlgoType ordType,
        @Nullable AlgoState state,
        @Nullable String algoId,
        @Nullable InstType instType,
        @Nullable String instId,
        @Nullable String after,
        @Nullable String before,
        @Nullable Integer limit) {
    public AlgoOrdersRequest {
        Objects.requireNonNull(ordType, "ordType");
    }

    /** Returns a builder without any value. */
    public static AlgoOrdersRequestBuilder builder() {
        return AlgoOrdersRequestBuilder.builder();
    }
}
