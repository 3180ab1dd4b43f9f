package dev.okx4j.client.algo;

import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.model.AlgoState;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from the algo order itself what became of a write to it. OKX honours no expiry time here, so its silence never
 * becomes a proof.
 *
 * @param judge what the order shows of the write
 */
record AlgoLookUp(BiFunction<AlgoOrder, WriteIntent, Sight<AlgoAck>> judge) implements LookUp<AlgoAck> {
    static final LookUp<AlgoAck> PLACED = new AlgoLookUp(AlgoLookUp::placed);
    static final LookUp<AlgoAck> CANCELLED = new AlgoLookUp(AlgoLookUp::cancelled);

    private static final String NO_SUCH_ORDER = "51603";

    @Override
    public Sight<AlgoAck> look(Rest rest, WriteIntent intent) {
        AlgoOrder order = read(rest, intent);
        return order == null ? new Sight.Missing<>() : judge.apply(order, intent);
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        return false;
    }

    private static Sight<AlgoAck> placed(AlgoOrder order, WriteIntent intent) {
        PlaceAlgoRequest asked = Json.fromTree(intent.request(), PlaceAlgoRequest.class);
        boolean same = order.instId().equals(asked.instId())
                && order.side() == asked.side()
                && order.ordType() == asked.ordType();
        return same ? confirmed(order, intent) : new Sight.Pending<>();
    }

    private static Sight<AlgoAck> cancelled(AlgoOrder order, WriteIntent intent) {
        if (order.state() == AlgoState.effective || order.state() == AlgoState.order_failed) {
            return new Sight.Decided<>(
                    new Outcome.Rejected<>("51402", "The algo order was already over.", null, intent.clOrdId()));
        }
        return order.state() == AlgoState.canceled ? confirmed(order, intent) : new Sight.Pending<>();
    }

    private static @Nullable AlgoOrder read(Rest rest, WriteIntent intent) {
        Map<String, Object> request = intent.request();
        try {
            return rest.one(
                    AlgoApi.ORDER,
                    Params.of("algoId", request.get("algoId")).and("algoClOrdId", request.get("algoClOrdId")));
        } catch (OkxApiException e) {
            if (NO_SUCH_ORDER.equals(e.code())) {
                return null;
            }
            throw e;
        }
    }

    private static Sight<AlgoAck> confirmed(AlgoOrder order, WriteIntent intent) {
        AlgoAck ack = new AlgoAck(order.algoId(), null, order.algoClOrdId(), "0", "Seen by looking it up", order.tag());
        return new Sight.Decided<>(new Outcome.Confirmed<>(ack, intent.clOrdId()));
    }
}
