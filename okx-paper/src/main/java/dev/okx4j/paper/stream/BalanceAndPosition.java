package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.BillView;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.wire.PushRow;
import dev.okx4j.paper.wire.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The channel of balances and positions: what an event has changed of both, in one push that says which event it was. */
final class BalanceAndPosition extends PrivateSubscription {
    private static final List<String> OF_POSITION = List.of(
            "posId",
            "tradeId",
            "instId",
            "instType",
            "mgnMode",
            "posSide",
            "pos",
            "ccy",
            "posCcy",
            "avgPx",
            "baseBal",
            "quoteBal",
            "nonSettleAvgPx",
            "settledPnl",
            "uTime");

    BalanceAndPosition(Connection connection, Arg arg, AccountStream stream, String uid) {
        super(connection, arg, stream, uid);
    }

    @Override
    void begin(Moment now) {
        Venue venue = now.venue();
        now(List.of(row(
                "snapshot",
                venue.now(),
                venue.balances(),
                venue.positions().stream()
                        .map(position -> PushRow.position(position, venue.now()))
                        .toList(),
                List.of())));
    }

    @Override
    void changed(Venue venue, HoldingsChange change) {
        if (change.cash.isEmpty() && change.changed.isEmpty() && change.closed.isEmpty()) {
            return;
        }
        List<BalanceView> balances = change.after.balances().values().stream()
                .filter(balance -> change.cash.contains(balance.ccy()))
                .toList();
        List<Row> positions = new ArrayList<>();
        change.closed.forEach(position -> positions.add(PushRow.closed(position, venue)));
        change.changed.forEach(position -> positions.add(PushRow.position(position, venue.now())));
        later("", List.of(row(eventType(change), venue.now(), balances, positions, change.bills)));
    }

    /** Returns OKX's word for the event, which its bills tell; without a bill it was the leverage or the margin. */
    private static String eventType(HoldingsChange change) {
        if (change.bills.isEmpty()) {
            return "set_leverage";
        }
        BillView newest = change.bills.get(change.bills.size() - 1);
        return switch (newest.type()) {
            case "1" -> "transferred";
            case "3" -> newest.subType().startsWith("17") ? "exercised" : "delivered";
            case "5" -> "liquidation";
            case "6" -> "adjust_margin";
            case "8" -> "funding_fee";
            case "9" -> "adl";
            default -> "filled";
        };
    }

    private static Map<String, Object> row(
            String eventType,
            Instant now,
            Collection<BalanceView> balances,
            List<Row> positions,
            List<BillView> bills) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("pTime", Row.wire(now));
        row.put("eventType", eventType);
        row.put("balData", balances.stream().map(BalanceAndPosition::balance).toList());
        row.put("posData", positions.stream().map(BalanceAndPosition::position).toList());
        row.put("trades", trades(bills));
        return row;
    }

    private static Map<String, Object> balance(BalanceView balance) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ccy", balance.ccy());
        row.put("cashBal", Row.wire(balance.cashBal()));
        row.put("uTime", Row.wire(balance.uTime()));
        return row;
    }

    private static Map<String, Object> position(Row whole) {
        Map<String, Object> row = new LinkedHashMap<>();
        OF_POSITION.forEach(name -> row.put(name, whole.fields().get(name)));
        return row;
    }

    private static List<Object> trades(List<BillView> bills) {
        Map<String, Object> trades = new LinkedHashMap<>();
        for (BillView bill : bills) {
            if (bill.fill() != null) {
                trades.put(
                        bill.instId() + " " + bill.fill().tradeId(),
                        Map.of("instId", bill.instId(), "tradeId", bill.fill().tradeId()));
            }
        }
        return List.copyOf(trades.values());
    }
}
