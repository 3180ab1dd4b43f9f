package dev.okx4j.client.trade;

import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order that a write is about, as far as OKX shows it. */
final class SeenOrder {
    private static final String NO_SUCH_ORDER = "51603";

    private SeenOrder() {}

    /** Returns the order that the request names by either id; null when OKX knows none. */
    static @Nullable Order of(Rest rest, WriteIntent intent) {
        Map<String, Object> request = intent.request();
        try {
            return rest.one(
                    TradeApi.ORDER,
                    Params.of("instId", request.get("instId"))
                            .and("ordId", request.get("ordId"))
                            .and("clOrdId", request.get("clOrdId")));
        } catch (OkxApiException e) {
            if (NO_SUCH_ORDER.equals(e.code())) {
                return null;
            }
            throw e;
        }
    }

    /** Returns the acknowledgement that OKX would have given. */
    static OrderAck ack(Order order) {
        return new OrderAck(
                order.ordId(),
                order.clOrdId(),
                order.tag(),
                order.cTime(),
                "0",
                "Seen by looking it up",
                null,
                null,
                null);
    }
}
