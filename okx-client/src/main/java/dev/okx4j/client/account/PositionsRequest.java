package dev.okx4j.client.account;

import dev.okx4j.client.model.InstType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which positions to list; without a filter, all of them.
 *
 * @param instType the kind of instrument
 * @param instId up to ten instruments
 * @param posId up to twenty positions
 */
@RecordBuilder
public record PositionsRequest(
        @Nullable InstType instType,
        @Nullable List<String> instId,
        @Nullable List<String> posId) {
    /** Returns a builder without any value. */
    public static PositionsRequestBuilder builder() {
        return PositionsRequestBuilder.builder();
    }
}
