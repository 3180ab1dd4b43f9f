package dev.okx4j.client.trade;

import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.InstType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the history since a write has to be searched for. */
final class Since {
    /** How far OKX's clock may have been behind the time that the write was stamped with. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final int PARTS_OF_A_PAIR = 2;
    private static final int PARTS_OF_A_FUTURE = 3;
    private static final int PARTS_OF_AN_OPTION = 5;

    private Since() {}

    /** Returns whether a row with these ids belongs to the order that the write names. */
    static boolean isNamed(WriteIntent intent, String ordId, @Nullable String clOrdId) {
        return ordId.equals(intent.request().get("ordId"))
                || (!intent.clOrdId().isEmpty() && intent.clOrdId().equals(clOrdId));
    }

    /** Returns whether a row of this time, and with it all later pages, is older than the write; false for one without a time. */
    static boolean isBefore(WriteIntent intent, @Nullable Instant time) {
        return time != null && time.isBefore(intent.createdAt().minus(SLACK));
    }

    /** Returns the kinds of instrument under which OKX may list what the write is about; the shape of the name tells. */
    static List<InstType> types(WriteIntent intent) {
        String instId = String.valueOf(intent.instId());
        int parts = instId.split("-", -1).length;
        if (instId.endsWith("-SWAP")) {
            return List.of(InstType.SWAP);
        }
        return switch (parts) {
            case PARTS_OF_A_PAIR -> List.of(InstType.SPOT, InstType.MARGIN);
            case PARTS_OF_A_FUTURE -> List.of(InstType.FUTURES);
            case PARTS_OF_AN_OPTION -> List.of(InstType.OPTION);
            default -> List.of(InstType.EVENTS);
        };
    }
}
