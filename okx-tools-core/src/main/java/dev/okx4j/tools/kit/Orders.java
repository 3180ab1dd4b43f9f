package dev.okx4j.tools.kit;

import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.OrderRequest;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.ToolFailure;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.kit.Choices.OrderType;
import dev.okx4j.tools.paper.FillEvidence;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the order tools of spot and swap have in common. */
final class Orders {
    /** The tag by which OKX sees that an order came through a tool server; the kit sends the same. */
    static final String TAG = "MCP";

    private static final List<String> SHOWN = List.of(
            "instId",
            "ordId",
            "clOrdId",
            "side",
            "posSide",
            "tdMode",
            "ordType",
            "state",
            "sz",
            "tgtCcy",
            "px",
            "accFillSz",
            "avgPx",
            "fee",
            "feeCcy",
            "rebate",
            "rebateCcy",
            "pnl",
            "lever",
            "reduceOnly",
            "cTime");

    private Orders() {}

    /** Throws unless a price goes with exactly the order types that have one. */
    static void checkPrice(OrderType type, @Nullable BigDecimal px) {
        if (type != OrderType.market && px == null) {
            throw ToolFailure.arguments(
                    "ordType " + type + " needs px, the limit price.", "Add px, or use ordType market.");
        }
    }

    /** Throws unless an order is named by at least one of its ids. */
    static void checkId(@Nullable String ordId, @Nullable String clOrdId) {
        if (ordId == null && clOrdId == null) {
            throw ToolFailure.arguments(
                    "Neither ordId nor clOrdId is given.", "Add the ordId or clOrdId that placing the order returned.");
        }
    }

    /**
     * Returns what is known of an order that was just taken: one read more than the placement, so that the reader sees
     * at once whether and at which price it filled. On the paper exchange a fill comes with what decided its price.
     *
     * @param notional the value of the order in quote currency, or null if it cannot be told
     */
    static Answer placed(
            ToolSession session,
            String instId,
            OrderAck ack,
            Function<Order, @Nullable BigDecimal> notional,
            String lookUp) {
        Map<String, Object> data = new LinkedHashMap<>();
        try {
            Order order = session.okx()
                    .trade()
                    .order(OrderRequest.builder()
                            .instId(instId)
                            .ordId(ack.ordId())
                            .build());
            data.putAll(Trees.pick(order, SHOWN));
            BigDecimal value = notional.apply(order);
            if (value != null) {
                data.put("notional", value.stripTrailingZeros().toPlainString());
            }
            Answer answer = Answer.of(data);
            Object evidence = order.accFillSz() != null && order.accFillSz().signum() > 0
                    ? FillEvidence.of(session, ack.ordId())
                    : null;
            return evidence == null ? answer : answer.note("evidence", evidence);
        } catch (RuntimeException e) { // whatever it is, the order is placed and must not look failed
            data.put("instId", instId);
            data.putAll(Trees.pick(ack, List.of("ordId", "clOrdId")));
            data.put("state", "accepted");
            return Answer.of(data).note("hint", "The order was taken; reading it back failed. " + lookUp);
        }
    }

    /**
     * Cancels an order; the answer says that OKX took the cancellation, not how much had filled before.
     *
     * @throws ToolFailure without an id, or if it was refused, was not sent, or if nobody knows
     */
    static Answer cancel(
            ToolSession session, String instId, @Nullable String ordId, @Nullable String clOrdId, String getTool) {
        checkId(ordId, clOrdId);
        OrderAck ack = Sent.confirmed(
                session.okx()
                        .trade()
                        .cancelOrder(CancelOrderRequest.builder()
                                .instId(instId)
                                .ordId(ordId)
                                .clOrdId(clOrdId)
                                .build()),
                "cancellation",
                "Call " + getTool + " with the same ids to see the order's state.");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("instId", instId);
        data.putAll(Trees.pick(ack, List.of("ordId", "clOrdId")));
        data.put("state", "cancel accepted");
        return Answer.of(data).note("hint", getTool + " says what was filled before.");
    }

    /**
     * Reads one order with all its fields.
     *
     * @throws ToolFailure without an id
     */
    static Answer get(ToolSession session, String instId, @Nullable String ordId, @Nullable String clOrdId) {
        checkId(ordId, clOrdId);
        return Answer.of(session.okx()
                .trade()
                .order(OrderRequest.builder()
                        .instId(instId)
                        .ordId(ordId)
                        .clOrdId(clOrdId)
                        .build()));
    }
}
