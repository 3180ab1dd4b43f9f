package dev.okx4j.paper.stream;

import dev.okx4j.client.json.Json;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trades of an instrument, each in a push of its own. */
final class TradeTopic extends Topic {
    private final String instId;
    private final String head;
    private final boolean all;
    private final List<VenueEvent.Traded> printed = new ArrayList<>();

    /**
     * Makes a channel.
     *
     * @param all whether it is the one that never aggregates, which has neither count nor sequence number
     */
    TradeTopic(String instId, Arg arg, boolean all) {
        super(Duration.ZERO, NEVER);
        this.head = "{\"arg\":" + arg.json() + ",\"data\":[";
        this.instId = instId;
        this.all = all;
    }

    @Override
    boolean concerns(String instId) {
        return this.instId.equals(instId);
    }

    @Override
    void welcome(Connection newcomer, Moment now) {
        if (isFirst()) {
            printed.clear();
        }
    }

    @Override
    void happened(Venue venue, VenueEvent event, AccountStream stream) {
        if (event instanceof VenueEvent.Traded trade) {
            printed.add(trade);
        }
    }

    @Override
    void dropped() {
        printed.clear();
    }

    @Override
    boolean publish(Moment now, boolean heartbeat) {
        for (VenueEvent.Traded trade : printed) {
            toAll(Frame.of(head + Json.write(row(trade, now)) + "]}"));
        }
        boolean any = !printed.isEmpty();
        printed.clear();
        return any;
    }

    private Map<String, Object> row(VenueEvent.Traded trade, Moment now) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("instId", trade.instId());
        row.put("tradeId", trade.tradeId());
        row.put("px", Plain.text(trade.px()));
        row.put("sz", Plain.text(trade.sz()));
        row.put("side", trade.side().wire());
        row.put("ts", Long.toString(trade.ts().toEpochMilli()));
        if (!all) {
            row.put("count", "1");
        }
        row.put("source", "0");
        if (!all) {
            row.put("seqId", BigDecimal.valueOf(now.revision()));
        }
        return row;
    }
}
