package dev.okx4j.client.trade;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Needed;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finds out from the open orders of a family whether those from before a mass cancel are gone.
 *
 * <p>That none is open decides it, whoever has ended them, once an order from before could no longer be on its way into view, and once
 * a lock that was asked for would be over: OKX does not tell of locks.
 */
final class MassCancelLookUp implements LookUp<MassCancelAck> {
    private static final List<OrdType> PROTECTED = List.of(OrdType.mmp, OrdType.mmp_and_post_only);
    private static final int PAGE = 100;
    /** For how long an order can be there and not yet be shown; also how far OKX's clock may have been from the call's time. */
    private static final Duration LAG = Duration.ofSeconds(3);
    /** The longest lock. */
    private static final Duration LOCK = Duration.ofSeconds(10);

    @Override
    public Sight<MassCancelAck> look(Rest rest, WriteIntent intent) {
        // OKX's time is read before the orders are: they are then certainly no older.
        Instant time = rest.time();
        Duration decidable = intent.request().containsKey("lockInterval") ? LOCK.plus(LAG) : LAG;
        boolean left = PROTECTED.stream().anyMatch(type -> anyFromBefore(rest, intent, type));
        return left || time.isBefore(intent.createdAt().plus(decidable))
                ? new Sight.Pending<>()
                : new Sight.Decided<>(new Outcome.Confirmed<>(new MassCancelAck(true), ""));
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        return false;
    }

    private static boolean anyFromBefore(Rest rest, WriteIntent intent, OrdType type) {
        Instant before = intent.createdAt().plus(LAG);
        PendingOrdersRequest request = PendingOrdersRequest.builder()
                .instType(InstType.OPTION)
                .instFamily(String.valueOf(intent.request().get("instFamily")))
                .ordType(type)
                .limit(PAGE)
                .build();
        while (true) {
            List<Order> page = rest.list(TradeApi.PENDING, request);
            for (Order order : page) {
                Needed.of(TradeApi.PENDING, "ordId", order.ordId());
                Instant made = order.cTime();
                if (made == null || made.isBefore(before)) {
                    return true;
                }
            }
            if (page.size() < PAGE) {
                return false;
            }
            request = PendingOrdersRequestBuilder.builder(request)
                    .after(page.get(PAGE - 1).ordId())
                    .build();
        }
    }
}
