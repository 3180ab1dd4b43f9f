package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a take-profit or stop-loss that would trigger at once, with one code for each leg, side and price watched. */
final class TriggerSide {

    private TriggerSide() {}

    /** Checks both legs: a sell takes profit above the price it watches and stops below, a buy the other way round. */
    static void require(Market market, AlgoTicket ticket) {
        boolean sell = ticket.side() == Side.SELL;
        require(market, "TP", ticket.tpTriggerPx(), ticket.tpTriggerPxType(), sell, sell ? 2 : 0);
        require(market, "SL", ticket.slTriggerPx(), ticket.slTriggerPxType(), !sell, sell ? 3 : 1);
    }

    /**
     * Checks one leg.
     *
     * @param above whether it has to be above the price
     * @param which the place of its code: TP of a buy, SL of a buy, TP of a sell, SL of a sell
     */
    private static void require(
            Market market,
            String leg,
            @Nullable BigDecimal trigger,
            @Nullable PriceType type,
            boolean above,
            int which) {
        if (trigger == null) {
            return;
        }
        PriceType watched = type == null ? PriceType.LAST : type;
        BigDecimal px = market.watched(watched);
        int compared = trigger.compareTo(px);
        if (above ? compared < 0 : compared > 0) {
            throw RefusedException.because(
                    code(watched, which),
                    leg + " trigger price cannot be " + (above ? "lower" : "higher") + " than the " + watched.wire()
                            + " price " + px.toPlainString());
        }
    }

    private static String code(PriceType watched, int which) {
        List<String> codes = switch (watched) {
            case LAST -> List.of("51277", "51278", "51279", "51280");
            case MARK -> List.of("51300", "51302", "51303", "51304");
            case INDEX -> List.of("51305", "51306", "51307", "51308");
        };
        return codes.get(which);
    }
}
