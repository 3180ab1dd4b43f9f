package dev.okx4j.client.funding;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which transfer to read, by either id.
 *
 * @param transId OKX's id of the transfer
 * @param clientId the caller's own id of the transfer: 1 to 32 letters and digits
 * @param type between whose accounts it was; absent is between the caller's own
 */
@RecordBuilder
public record TransferStateRequest(
        @Nullable String transId,
        @Nullable String clientId,
        @Nullable TransferType type) {
    public TransferStateRequest {
        if (transId == null && clientId == null) {
            throw new IllegalArgumentException("Give the transId or the clientId of the transfer to read");
        }
    }

    /** Returns a builder without any value. */
    public static TransferStateRequestBuilder builder() {
        return TransferStateRequestBuilder.builder();
    }
}
