package dev.okx4j.client.intent;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A write that is about to happen: what the gate judges and the journal keeps. A batch is as many intents as it has items.
 *
 * @param intentId the id of this entry, unique in the journal
 * @param kind what it does to the exposure
 * @param path the endpoint, such as {@code /api/v5/trade/order}
 * @param clOrdId the client id of the order or transfer; empty when the caller named it by OKX's id alone, or it has none
 * @param request the request, or the item of a batch, exactly as it goes on the wire, names and values
 * @param createdAt the time of the call, by the server's clock as far as it is known
 * @param expTime the time after which OKX will not carry it out; null where OKX has no such promise
 * @param attempt 1 for the first time that it leaves; more only after an answer that proves that nothing happened
 */
public record WriteIntent(
        String intentId,
        Kind kind,
        String path,
        String clOrdId,
        Map<String, Object> request,
        Instant createdAt,
        @Nullable Instant expTime,
        int attempt) {

    /** What a write does to the exposure. */
    public enum Kind {
        /** Places an order: it may open or grow a position. */
        PLACE,
        /** Changes an order: it may grow what a position can become. */
        AMEND,
        /** Cancels an order: it takes risk back. */
        CANCEL,
        /** Cancels all orders of a family that are under market-maker protection: it takes risk back. */
        MASS_CANCEL,
        /** Sets, renews or stops the timer that cancels all orders: it takes risk back. */
        CANCEL_ALL_AFTER,
        /** Closes a position. */
        CLOSE,
        /** Moves money between accounts. */
        TRANSFER;

        /** Returns whether it takes risk back, so that neither a broken journal nor a doubt may hold it up. */
        public boolean takesRiskBack() {
            return this == CANCEL || this == MASS_CANCEL || this == CANCEL_ALL_AFTER;
        }
    }

    /** Returns whether it may add exposure or move money: a doubt about the same thing then holds it up. */
    public boolean mayAddExposure() {
        return switch (kind) {
            case PLACE -> !"true".equals(String.valueOf(request.get("reduceOnly")));
            case AMEND, TRANSFER -> true;
            case CANCEL, MASS_CANCEL, CANCEL_ALL_AFTER, CLOSE -> false;
        };
    }

    /** Returns the same write, about to leave once more. */
    public WriteIntent again() {
        return new WriteIntent(intentId, kind, path, clOrdId, request, createdAt, expTime, attempt + 1);
    }

    /** Returns what the write is about, so that two can be told to be about the same: an instrument or a currency; null for neither. */
    public @Nullable String subject() {
        Object about = kind == Kind.TRANSFER ? request.get("ccy") : request.get("instId");
        return about == null ? null : about.toString();
    }

    /** Returns the instrument that the write is about, or null when it names none. */
    public @Nullable String instId() {
        return request.get("instId") instanceof String instId ? instId : null;
    }
}
