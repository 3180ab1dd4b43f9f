package dev.okx4j.client.trade;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.rest.Sight;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the state of an order shows of a write to it. */
final class OrderJudge {
    private static final String ALREADY_FILLED = "51402";
    private static final String SEEN = "Seen by looking it up";

    private OrderJudge() {}

    static Sight<OrderAck> placed(Order order, WriteIntent intent) {
        PlaceOrderRequest asked = Json.fromTree(intent.request(), PlaceOrderRequest.class);
        boolean same = asked.instId().equals(order.instId())
                && order.side() == asked.side()
                && order.ordType() == asked.ordType()
                && equal(asked.sz(), order.sz())
                && (asked.px() == null || mayMove(asked.pxAmendType()) || equal(asked.px(), order.px()));
        // An order that was given the same id is another one; it neither confirms this one nor excludes it.
        return same ? confirmed(ack(order), intent) : new Sight.Pending<>();
    }

    static Sight<OrderAck> cancelled(Order order, WriteIntent intent) {
        if (order.state() == OrderState.filled) {
            return new Sight.Decided<>(new Outcome.Rejected<>(
                    ALREADY_FILLED,
                    "The order had already filled, so there was nothing to cancel.",
                    null,
                    intent.clOrdId()));
        }
        return order.state().isTerminal() ? confirmed(ack(order), intent) : new Sight.Pending<>();
    }

    static Sight<AmendAck> amended(Order order, WriteIntent intent) {
        AmendOrderRequest asked = Json.fromTree(intent.request(), AmendOrderRequest.class);
        boolean sized = asked.newSz() == null || equal(asked.newSz(), order.sz());
        boolean priced = (asked.newPx() == null || equal(asked.newPx(), order.px()))
                && (asked.newPxUsd() == null || equal(asked.newPxUsd(), order.pxUsd()))
                && (asked.newPxVol() == null || equal(asked.newPxVol(), order.pxVol()));
        boolean visible =
                asked.newSz() != null || asked.newPx() != null || asked.newPxUsd() != null || asked.newPxVol() != null;
        if (visible && sized && priced) {
            return confirmed(
                    new AmendAck(
                            order.ordId(), order.clOrdId(), order.uTime(), asked.reqId(), "0", SEEN, null, null, null),
                    intent);
        }
        if (order.state().isTerminal()) {
            return new Sight.Decided<>(new Outcome.Rejected<>(
                    Outcome.Rejected.NO_EFFECT,
                    "The order has ended (" + order.state() + ") without the amendment.",
                    null,
                    intent.clOrdId()));
        }
        // OKX may have moved the price, or amended what the order does not show: then the old values prove nothing.
        boolean provable = visible && !(sized && mayMove(asked.pxAmendType()));
        return provable ? new Sight.Missing<>() : new Sight.Pending<>();
    }

    static Sight<ClosePositionAck> closed(Order order, WriteIntent intent) {
        return confirmed(new ClosePositionAck(order.instId(), order.posSide(), order.clOrdId(), order.tag()), intent);
    }

    private static OrderAck ack(Order order) {
        return new OrderAck(order.ordId(), order.clOrdId(), order.tag(), order.cTime(), "0", SEEN, null, null, null);
    }

    private static <A> Sight<A> confirmed(A ack, WriteIntent intent) {
        return new Sight.Decided<>(new Outcome.Confirmed<>(ack, intent.clOrdId()));
    }

    private static boolean mayMove(@Nullable String pxAmendType) {
        return "1".equals(pxAmendType);
    }

    private static boolean equal(BigDecimal asked, @Nullable BigDecimal seen) {
        return seen != null && seen.compareTo(asked) == 0;
    }
}
