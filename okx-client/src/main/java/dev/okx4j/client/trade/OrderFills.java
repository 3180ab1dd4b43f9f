package dev.okx4j.client.trade;

import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fills of an order: of three days in the one list, of three months in the other. */
final class OrderFills {
    private static final int PAGE = 100;
    /** A day less than what the shorter list holds. */
    private static final Duration RECENT = Duration.ofDays(2);

    private OrderFills() {}

    /** Returns whether there is a fill, since the write, of the order that it names. */
    static boolean exist(Rest rest, WriteIntent intent) {
        if (intent.createdAt().plus(RECENT).isAfter(rest.time())) {
            return exist(rest, TradeApi.FILLS, null, intent);
        }
        return Since.types(intent).stream().anyMatch(type -> exist(rest, TradeApi.FILLS_HISTORY, type, intent));
    }

    private static boolean exist(Rest rest, Endpoint<Fill> endpoint, @Nullable InstType type, WriteIntent intent) {
        Params filter =
                Params.of("instType", type).and("instId", intent.instId()).and("limit", PAGE);
        Params request = filter;
        while (true) {
            List<Fill> page = rest.list(endpoint, request);
            if (page.stream().anyMatch(fill -> Since.isNamed(intent, fill.ordId(), fill.clOrdId()))) {
                return true;
            }
            if (page.size() < PAGE || Since.isBefore(intent, page.get(PAGE - 1).ts())) {
                return false;
            }
            request = filter.and("after", page.get(PAGE - 1).billId());
        }
    }
}
