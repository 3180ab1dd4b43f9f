package dev.okx4j.client.intent;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A write that is about to happen: what the gate judges and the journal keeps.
 *
 * @param intentId the id of this entry, unique in the journal
 * @param kind whether it adds to the market or takes back
 * @param path the endpoint, such as {@code /api/v5/trade/order}
 * @param clOrdId the client id of the order; empty when the caller named it by OKX's id alone
 * @param request the request exactly as it goes on the wire, names and values
 * @param createdAt the time of the call, by the server's clock as far as it is known
 * @param expTime the time after which OKX will not carry it out; null where OKX has no such promise
 */
public record WriteIntent(
        String intentId,
        Kind kind,
        String path,
        String clOrdId,
        Map<String, Object> request,
        Instant createdAt,
        @Nullable Instant expTime) {

    /** What a write does to the exposure. */
    public enum Kind {
        /** Places an order: it may open or grow a position. */
        PLACE,
        /** Cancels an order: it takes risk back. */
        CANCEL
    }

    /** Returns the instrument that the write is about, or null when it names none. */
    public @Nullable String instId() {
        return request.get("instId") instanceof String instId ? instId : null;
    }
}
