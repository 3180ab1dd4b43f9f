package dev.okx4j.client.algo;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.model.AlgoState;
import dev.okx4j.client.rest.Sight;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the state of an algo order shows of a write to it. */
final class AlgoJudge {
    private static final String ALREADY_OVER = "51402";
    private static final String SEEN = "Seen by looking it up";

    private AlgoJudge() {}

    static Sight<AlgoAck> placed(AlgoOrder order, WriteIntent intent) {
        PlaceAlgoRequest asked = Json.fromTree(intent.request(), PlaceAlgoRequest.class);
        boolean same = asked.instId().equals(order.instId())
                && order.side() == asked.side()
                && order.ordType() == asked.ordType();
        return same ? confirmed(ack(order), intent) : new Sight.Pending<>();
    }

    static Sight<AlgoAck> cancelled(AlgoOrder order, WriteIntent intent) {
        if (order.state() == AlgoState.canceled) {
            return confirmed(ack(order), intent);
        }
        return isOver(order)
                ? rejected(ALREADY_OVER, "The algo order was already over, so there was nothing to cancel.", intent)
                : new Sight.Pending<>();
    }

    static Sight<AmendAlgoAck> amended(AlgoOrder order, WriteIntent intent) {
        AmendAlgoRequest asked = Json.fromTree(intent.request(), AmendAlgoRequest.class);
        boolean same = fits(asked.newSz(), order.sz())
                && fits(asked.newTpTriggerPx(), order.tpTriggerPx())
                && fits(asked.newTpOrdPx(), order.tpOrdPx())
                && fits(asked.newSlTriggerPx(), order.slTriggerPx())
                && fits(asked.newSlOrdPx(), order.slOrdPx())
                && fits(asked.newTriggerPx(), order.triggerPx())
                && fits(asked.newOrdPx(), order.ordPx())
                && (asked.newTpTriggerPxType() == null || asked.newTpTriggerPxType() == order.tpTriggerPxType())
                && (asked.newSlTriggerPxType() == null || asked.newSlTriggerPxType() == order.slTriggerPxType())
                && (asked.newTriggerPxType() == null || asked.newTriggerPxType() == order.triggerPxType());
        boolean visible = asked.attachAlgoOrds() == null && asked.advChaseParams() == null;
        if (same && visible) {
            return confirmed(new AmendAlgoAck(order.algoId(), order.algoClOrdId(), asked.reqId(), "0", SEEN), intent);
        }
        return !same && (isOver(order) || order.state() == AlgoState.canceled)
                ? rejected(
                        Outcome.Rejected.NO_EFFECT,
                        "The algo order has ended (" + order.state() + ") without the amendment.",
                        intent)
                : new Sight.Pending<>();
    }

    private static boolean isOver(AlgoOrder order) {
        return order.state() == AlgoState.effective || order.state() == AlgoState.order_failed;
    }

    private static boolean fits(@Nullable BigDecimal asked, @Nullable BigDecimal seen) {
        return asked == null || (seen != null && seen.compareTo(asked) == 0);
    }

    private static AlgoAck ack(AlgoOrder order) {
        return new AlgoAck(order.algoId(), null, order.algoClOrdId(), "0", SEEN, order.tag());
    }

    private static <A> Sight<A> confirmed(A ack, WriteIntent intent) {
        return new Sight.Decided<>(new Outcome.Confirmed<>(ack, intent.clOrdId()));
    }

    private static <A> Sight<A> rejected(String code, String why, WriteIntent intent) {
        return new Sight.Decided<>(new Outcome.Rejected<>(code, why, null, intent.clOrdId()));
    }
}
