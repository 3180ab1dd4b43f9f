package dev.okx4j.client.trade;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.time.Duration;
import java.util.List;

/**
 * Finds out from the open orders of a family whether those under market-maker protection are gone.
 *
 * <p>An order that was placed since counts as well: a cancel does not wait for OKX's clock, so that its own time may be wrong, and
 * nothing else tells such an order from one that should be gone. OKX does not tell of locks: what asked for one is decided once
 * it would be over.
 */
final class MassCancelLookUp implements LookUp<MassCancelAck> {
    private static final List<OrdType> PROTECTED = List.of(OrdType.mmp, OrdType.mmp_and_post_only);
    /** For how long an order can be there and not yet be shown. */
    private static final Duration LAG = Duration.ofSeconds(3);
    /** The longest lock. */
    private static final Duration LOCK = Duration.ofSeconds(10);

    @Override
    public Sight<MassCancelAck> look(Rest rest, WriteIntent intent) {
        if (PROTECTED.stream().anyMatch(type -> anyOpen(rest, intent, type))) {
            return new Sight.Pending<>();
        }
        boolean locks = intent.request().containsKey("lockInterval");
        return new Sight.Gone<>(new Outcome.Confirmed<>(new MassCancelAck(true), ""), locks ? LOCK.plus(LAG) : LAG);
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        return false;
    }

    private static boolean anyOpen(Rest rest, WriteIntent intent, OrdType type) {
        PendingOrdersRequest request = PendingOrdersRequest.builder()
                .instType(InstType.OPTION)
                .instFamily(String.valueOf(intent.request().get("instFamily")))
                .ordType(type)
                .limit(1)
                .build();
        return !rest.list(TradeApi.PENDING, request).isEmpty();
    }
}
