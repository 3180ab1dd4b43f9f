package dev.okx4j.client.account;

import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A leverage to set.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param ccy the currency, for cross margin borrowing
 * @param lever the leverage
 * @param mgnMode how the position is margined
 * @param posSide which position is meant; net where there is one per instrument
 */
@RecordBuilder
public record SetLeverageRequest(
        @Nullable String instId,
        @Nullable String ccy,
        BigDecimal lever,
        MgnMode mgnMode,
        @Nullable PosSide posSide) {
    public SetLeverageRequest {
        Objects.requireNonNull(lever, "lever");
        Objects.requireNonNull(mgnMode, "mgnMode");
    }

    /** Returns a builder without any value. */
    public static SetLeverageRequestBuilder builder() {
        return SetLeverageRequestBuilder.builder();
    }
}
