package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.venue.FillView;
import dev.okx4j.paper.venue.VenueEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what happened while market time ran; a fill with what decided it. */
final class Events {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Events(String type, VenueEvent event) {
        put("type", type);
        put("ts", event.ts());
        put("instId", event.instId());
    }

    /** Returns an event as a row: its {@code type}, time, instrument, and what is particular to it. */
    static Map<String, Object> row(VenueEvent event) {
        if (event instanceof VenueEvent.Filled filled) {
            return new Events("fill", event).fill(filled.fill());
        }
        if (event instanceof VenueEvent.OrderCanceled canceled) {
            return new Events("order_canceled", event)
                    .put("ordId", canceled.ordId())
                    .put("cancelSource", canceled.cancelSource())
                    .fields;
        }
        if (event instanceof VenueEvent.AlgoTriggered triggered) {
            return new Events("trigger", event)
                    .put("algoId", triggered.algoId())
                    .put("what", triggered.what())
                    .put("triggerPx", triggered.triggerPx())
                    .put("px", triggered.px())
                    .put("ordId", triggered.ordId())
                    .put("failCode", triggered.failCode())
                    .fields;
        }
        if (event instanceof VenueEvent.AlgoAttached attached) {
            return new Events("algo_live", event)
                    .put("algoId", attached.algoId())
                    .put("ordId", attached.ordId())
                    .fields;
        }
        if (event instanceof VenueEvent.AlgoCanceled canceled) {
            return new Events("algo_canceled", event).put("algoId", canceled.algoId()).fields;
        }
        if (event instanceof VenueEvent.Funded funded) {
            return new Events("funding", event)
                    .put("rate", funded.rate())
                    .put("amount", funded.amount())
                    .put("ccy", funded.ccy())
                    .fields;
        }
        if (event instanceof VenueEvent.Liquidated liquidated) {
            return new Events("liquidation", event)
                    .put("mgnMode", liquidated.mgnMode().wire())
                    .put("markPx", liquidated.markPx())
                    .put("pos", liquidated.pos())
                    .fields;
        }
        throw new IllegalArgumentException("no row for " + event);
    }

    /** Returns a fill with its evidence. */
    static Map<String, Object> fidelity(FillView fill) {
        return new Events("fill", new VenueEvent.Filled(fill)).fill(fill);
    }

    /** Returns the event with what OKX tells of a fill, and its evidence. */
    private Map<String, Object> fill(FillView fill) {
        return put("ordId", fill.ordId())
                .put("clOrdId", fill.clOrdId())
                .put("tradeId", fill.tradeId())
                .put("side", fill.side().wire())
                .put("fillPx", fill.fillPx())
                .put("fillSz", fill.fillSz())
                .put("execType", fill.execType())
                .put("fee", fill.fee())
                .put("feeCcy", fill.feeCcy())
                .put("fillPnl", fill.fillPnl())
                .put("evidence", evidence(fill.evidence()))
                .fields;
    }

    /** Returns the recorded candle, the rule that read it, and the grade of trust. */
    static Map<String, String> evidence(Evidence evidence) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("source", evidence.source());
        row.put("rule", evidence.rule());
        row.put("grade", evidence.grade());
        return row;
    }

    private Events put(String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            fields.put(name, value instanceof BigDecimal || value instanceof Instant ? Row.wire(value) : value);
        }
        return this;
    }
}
