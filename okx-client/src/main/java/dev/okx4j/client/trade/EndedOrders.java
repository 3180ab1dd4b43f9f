package dev.okx4j.client.trade;

import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders that are over, as OKX's history has them: of seven days in the one, of three months in the archive. */
final class EndedOrders {
    private static final int PAGE = 100;
    /** A day less than what the history holds. */
    private static final Duration IN_HISTORY = Duration.ofDays(6);

    private EndedOrders() {}

    /** Returns the order that the write names, or null when it is not among those that ended since. */
    static @Nullable Order find(Rest rest, WriteIntent intent) {
        Instant now = rest.time();
        boolean recent = intent.createdAt().plus(IN_HISTORY).isAfter(now);
        for (InstType type : Since.types(intent)) {
            Order order = find(rest, recent ? TradeApi.HISTORY : TradeApi.ARCHIVE, type, intent);
            if (order != null) {
                return order;
            }
        }
        return null;
    }

    private static @Nullable Order find(Rest rest, Endpoint<Order> endpoint, InstType type, WriteIntent intent) {
        OrderHistoryRequest request = OrderHistoryRequest.builder()
                .instType(type)
                .instId(intent.instId())
                .limit(PAGE)
                .build();
        // What the write names may be older than the write, unless the write has made it.
        boolean made = intent.kind() == Kind.PLACE || intent.kind() == Kind.CLOSE;
        while (true) {
            List<Order> page = rest.list(endpoint, request);
            for (Order order : page) {
                if (Since.isNamed(intent, order.ordId(), order.clOrdId())) {
                    return order;
                }
            }
            if (page.size() < PAGE
                    || (made && Since.isBefore(intent, page.get(PAGE - 1).cTime()))) {
                return null;
            }
            request = OrderHistoryRequestBuilder.builder(request)
                    .after(page.get(PAGE - 1).ordId())
                    .build();
        }
    }
}
