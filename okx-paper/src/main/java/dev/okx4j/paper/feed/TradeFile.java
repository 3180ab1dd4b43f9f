package dev.okx4j.paper.feed;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads trades of one instrument: CSV with the header {@code ts,tradeId,px,sz,side}, or NDJSON of OKX's rows, by the
 * file's name.
 */
final class TradeFile {
    private static final String HEADER = "ts,tradeId,px,sz,side";

    private TradeFile() {}

    static List<MarketEvent> read(String name, byte[] content, String instId) throws IOException {
        boolean csv = name.endsWith(".csv") || name.endsWith(".csv.gz");
        List<MarketEvent> trades = new ArrayList<>();
        LineFile.read(name, content, (number, line) -> {
            if (csv && number == 1) {
                LineFile.requireHeader(line, HEADER);
                return;
            }
            MarketEvent.Trade trade = csv ? cells(instId, line) : row(instId, Manifest.object(Json.parse(line)));
            requireOrder(trades, trade.ts());
            trades.add(trade);
        });
        return trades;
    }

    /** Returns the trade in a row as OKX writes it. */
    static MarketEvent.Trade row(String instId, Map<?, ?> row) {
        Object named = row.get("instId");
        if (named != null && !named.equals(instId)) {
            throw new IllegalArgumentException("a trade of " + named + " in the file of " + instId);
        }
        return MarketEvents.trade(
                Values.time("ts", row.get("ts")),
                instId,
                Values.text(row, "tradeId"),
                Values.price("px", row.get("px")),
                Values.size("sz", row.get("sz")),
                Values.side("side", row.get("side")));
    }

    private static MarketEvent.Trade cells(String instId, String line) {
        String[] cells = LineFile.cells(line, HEADER);
        return MarketEvents.trade(
                Values.time("ts", cells[0]),
                instId,
                cells[1],
                Values.price("px", cells[2]),
                Values.size("sz", cells[3]),
                Values.side("side", cells[4]));
    }

    private static void requireOrder(List<MarketEvent> before, Instant ts) {
        if (!before.isEmpty() && ts.isBefore(before.get(before.size() - 1).ts())) {
            throw new IllegalArgumentException("the rows must be ascending in ts");
        }
    }
}
