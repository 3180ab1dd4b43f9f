package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an amendment makes of an algo order: only stops and trigger orders can be amended. */
final class AlgoChange {

    private AlgoChange() {}

    /** Returns what an algo order is after a change, or refuses one that changes nothing. */
    static AlgoTicket of(Algo algo, Command.AmendAlgo change) {
        AlgoTicket ticket = algo.ticket;
        if (!ticket.ordType().isStop() && ticket.ordType() != AlgoType.TRIGGER) {
            throw RefusedException.because("51506", "A " + ticket.ordType().wire() + " order cannot be amended");
        }
        if (change.newSz() != null && ticket.closeFraction() != null) {
            throw RefusedException.because("51524", "A stop of the whole position has no size to amend");
        }
        AlgoTicket sized = change.newSz() == null
                ? ticket
                : AlgoTicketBuilder.builder(ticket).sz(change.newSz()).build();
        AlgoTicket changed = ticket.ordType() == AlgoType.TRIGGER ? trigger(sized, change) : stop(sized, change);
        if (changed.equals(ticket)) {
            throw RefusedException.because(
                    "51500", "Nothing is amended: a new size, trigger or order price is required");
        }
        return changed;
    }

    private static AlgoTicket trigger(AlgoTicket ticket, Command.AmendAlgo change) {
        return AlgoTicketBuilder.builder(ticket)
                .triggerPx(or(change.newTriggerPx(), ticket.triggerPx()))
                .triggerPxType(or(change.newTriggerPxType(), ticket.triggerPxType()))
                .orderPx(or(change.newOrdPx(), ticket.orderPx()))
                .build();
    }

    /** Returns a stop with its legs changed; a trigger or order price of 0 takes a leg away, but not the only one. */
    private static AlgoTicket stop(AlgoTicket ticket, Command.AmendAlgo change) {
        boolean noTp = isZero(change.newTpTriggerPx()) || isZero(change.newTpOrdPx());
        boolean noSl = isZero(change.newSlTriggerPx()) || isZero(change.newSlOrdPx());
        AlgoTicketBuilder changed = AlgoTicketBuilder.builder(ticket);
        if (noTp) {
            changed.tpTriggerPx(null).tpTriggerPxType(null).tpOrdPx(null);
        } else {
            requireLeg("Tp", ticket.tpTriggerPx(), change.newTpTriggerPx(), change.newTpOrdPx());
            changed.tpTriggerPx(or(change.newTpTriggerPx(), ticket.tpTriggerPx()))
                    .tpTriggerPxType(or(change.newTpTriggerPxType(), ticket.tpTriggerPxType()))
                    .tpOrdPx(or(change.newTpOrdPx(), ticket.tpOrdPx()));
        }
        if (noSl) {
            changed.slTriggerPx(null).slTriggerPxType(null).slOrdPx(null);
        } else {
            requireLeg("Sl", ticket.slTriggerPx(), change.newSlTriggerPx(), change.newSlOrdPx());
            changed.slTriggerPx(or(change.newSlTriggerPx(), ticket.slTriggerPx()))
                    .slTriggerPxType(or(change.newSlTriggerPxType(), ticket.slTriggerPxType()))
                    .slOrdPx(or(change.newSlOrdPx(), ticket.slOrdPx()));
        }
        return noTp || noSl ? changed.ordType(AlgoType.CONDITIONAL).build() : changed.build();
    }

    private static boolean isZero(@Nullable BigDecimal px) {
        return px != null && px.signum() == 0;
    }

    private static void requireLeg(
            String leg, @Nullable BigDecimal has, @Nullable BigDecimal triggerPx, @Nullable BigDecimal ordPx) {
        if (has == null && (triggerPx != null || ordPx != null)) {
            throw RefusedException.parameter("new" + leg + "TriggerPx", "the algo order has no such leg to amend");
        }
    }

    private static <T> @Nullable T or(@Nullable T changed, @Nullable T before) {
        return changed == null ? before : changed;
    }
}
