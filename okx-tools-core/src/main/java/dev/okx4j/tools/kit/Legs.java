package dev.okx4j.tools.kit;

import dev.okx4j.client.trade.AttachAlgo;
import dev.okx4j.tools.ToolFailure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The take-profit and stop-loss that go with an order. */
final class Legs {
    private Legs() {}

    /**
     * Returns one attached order with the legs that are given, or null for none.
     *
     * @throws ToolFailure if a leg has only one of its two prices
     */
    static @Nullable List<AttachAlgo> of(
            @Nullable BigDecimal tpTriggerPx,
            @Nullable BigDecimal tpOrdPx,
            @Nullable BigDecimal slTriggerPx,
            @Nullable BigDecimal slOrdPx) {
        check("tp", tpTriggerPx, tpOrdPx);
        check("sl", slTriggerPx, slOrdPx);
        if (tpTriggerPx == null && slTriggerPx == null) {
            return null;
        }
        return List.of(AttachAlgo.builder()
                .tpTriggerPx(tpTriggerPx)
                .tpOrdPx(tpOrdPx)
                .slTriggerPx(slTriggerPx)
                .slOrdPx(slOrdPx)
                .build());
    }

    /** Throws if a leg has only one of its two prices: half a stop is a stop that does not work. */
    static void check(String leg, @Nullable BigDecimal trigger, @Nullable BigDecimal price) {
        if ((trigger == null) != (price == null)) {
            throw ToolFailure.arguments(
                    leg + "TriggerPx and " + leg + "OrdPx go together; only one is given.",
                    "Give both; " + leg + "OrdPx \"-1\" is a market order.");
        }
    }
}
