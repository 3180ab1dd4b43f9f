package dev.okx4j.client.algo;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.model.AlgoState;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out from the algo order itself what became of a write to it. */
final class AlgoLookUp {
    private AlgoLookUp() {}

    static @Nullable Outcome<AlgoAck> placed(Rest rest, WriteIntent intent) {
        AlgoOrder order = read(rest, intent);
        return isTheOrder(order, intent) ? confirmed(order, intent) : null;
    }

    static @Nullable Outcome<AlgoAck> cancelled(Rest rest, WriteIntent intent) {
        AlgoOrder order = read(rest, intent);
        if (order.state() == AlgoState.effective || order.state() == AlgoState.order_failed) {
            return new Outcome.Rejected<>("51402", "The algo order was already over.", null, intent.clOrdId());
        }
        return order.state() == AlgoState.canceled ? confirmed(order, intent) : null;
    }

    private static AlgoOrder read(Rest rest, WriteIntent intent) {
        Map<String, Object> request = intent.request();
        return rest.one(
                AlgoApi.ORDER,
                Params.of("algoId", request.get("algoId")).and("algoClOrdId", request.get("algoClOrdId")));
    }

    /** Returns whether the order is what was asked for, and not an older one that was given the same id. */
    private static boolean isTheOrder(AlgoOrder order, WriteIntent intent) {
        PlaceAlgoRequest asked = Json.fromTree(intent.request(), PlaceAlgoRequest.class);
        return order.instId().equals(asked.instId())
                && order.side() == asked.side()
                && order.ordType() == asked.ordType();
    }

    private static Outcome<AlgoAck> confirmed(AlgoOrder order, WriteIntent intent) {
        AlgoAck ack = new AlgoAck(order.algoId(), null, order.algoClOrdId(), "0", "Seen by looking it up", order.tag());
        return new Outcome.Confirmed<>(ack, intent.clOrdId());
    }
}
