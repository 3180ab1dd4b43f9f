package dev.okx4j.client.algo;

import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Needed;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Finds out from the algo order itself what became of a write to it. OKX honours no expiry time here, so that soon after the
 * write its silence is no proof.
 */
final class AlgoLookUp<A> implements LookUp<A> {
    static final LookUp<AlgoAck> PLACED = new AlgoLookUp<>(AlgoJudge::placed);
    static final LookUp<AlgoAck> CANCELLED = new AlgoLookUp<>(AlgoJudge::cancelled);
    static final LookUp<AmendAlgoAck> AMENDED = new AlgoLookUp<>(AlgoJudge::amended);

    private static final String NO_SUCH_ORDER = "51603";
    private static final List<String> OVER = List.of("effective", "canceled", "order_failed");
    private static final int PAGE = 100;

    private final BiFunction<AlgoOrder, WriteIntent, Sight<A>> judge;

    /** A look-up that asks a judge what the order shows of the write; it is never asked about half an order. */
    private AlgoLookUp(BiFunction<AlgoOrder, WriteIntent, Sight<A>> judge) {
        this.judge = (order, intent) -> {
            Needed.of(
                    AlgoApi.ORDER,
                    "instId, algoId, ordType, side and state",
                    order.instId(),
                    order.algoId(),
                    order.ordType(),
                    order.side(),
                    order.state());
            return judge.apply(order, intent);
        };
    }

    @Override
    public Sight<A> look(Rest rest, WriteIntent intent) {
        Map<String, Object> request = intent.request();
        try {
            List<AlgoOrder> orders = rest.list(
                    AlgoApi.ORDER,
                    Params.of("algoId", request.get("algoId")).and("algoClOrdId", request.get("algoClOrdId")));
            return orders.isEmpty() ? new Sight.Missing<>() : judge.apply(orders.get(0), intent);
        } catch (OkxApiException e) {
            if (NO_SUCH_ORDER.equals(e.code())) {
                return new Sight.Missing<>();
            }
            throw e;
        }
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        // What OKX, asked by its id, has not known for a minute is not there to be cancelled.
        return intent.kind() == Kind.CANCEL
                || (intent.kind() == Kind.PLACE && lookBack(rest, intent) instanceof Sight.Missing);
    }

    @Override
    public Sight<A> lookBack(Rest rest, WriteIntent intent) {
        if (!intent.request().containsKey("ordType")) {
            return new Sight.Missing<>(); // OKX lists algo orders by their type only
        }
        Params type = Params.of("ordType", intent.request().get("ordType")).and("instId", intent.instId());
        Sight<A> sight = listed(rest, AlgoApi.PENDING, type, intent);
        for (String state : OVER) {
            if (sight instanceof Sight.Missing) {
                sight = listed(rest, AlgoApi.HISTORY, type.and("state", state), intent);
            }
        }
        return sight;
    }

    private Sight<A> listed(Rest rest, Endpoint<AlgoOrder> endpoint, Params filter, WriteIntent intent) {
        Params request = filter.and("limit", PAGE);
        while (true) {
            List<AlgoOrder> page = rest.list(endpoint, request);
            for (AlgoOrder order : page) {
                if (!intent.clOrdId().isEmpty() && intent.clOrdId().equals(order.algoClOrdId())) {
                    return judge.apply(order, intent);
                }
            }
            if (page.size() < PAGE) {
                return new Sight.Missing<>();
            }
            request = filter.and("limit", PAGE).and("after", page.get(PAGE - 1).algoId());
        }
    }
}
