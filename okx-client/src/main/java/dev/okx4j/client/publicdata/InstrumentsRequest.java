package dev.okx4j.client.publicdata;

import dev.okx4j.client.model.InstType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which instruments to list.
 *
 * @param instType the kind of instrument
 * @param seriesId the series of an event contract
 * @param instFamily the family, such as BTC-USD; absent for spot
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 */
@RecordBuilder
public record InstrumentsRequest(
        InstType instType,
        @Nullable String seriesId,
        @Nullable String instFamily,
        @Nullable String instId) {
    public InstrumentsRequest {
        Objects.requireNonNull(instType, "instType");
    }

    /** Returns a builder without any value. */
    public static InstrumentsRequestBuilder builder() {
        return InstrumentsRequestBuilder.builder();
    }
}
