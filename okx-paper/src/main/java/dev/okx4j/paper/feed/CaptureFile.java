package dev.okx4j.paper.feed;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a capture of OKX's WebSocket: one frame a line, either the bare JSON or as a capturing tool writes it with the time
 * of receipt before it; lines about connecting and subscribing are passed over.
 *
 * <p>The events come in the order of OKX's own times. Within one channel of one instrument the order of the frames is kept:
 * a frame that OKX stamped earlier than the one before counts as simultaneous with that.
 */
final class CaptureFile {
    private static final Set<String> BOOKS =
            Set.of("books", "books-l2-tbt", "books50-l2-tbt", "books5", "bbo-tbt", "books-elp");
    private static final Set<String> WHOLE_BOOKS = Set.of("books5", "bbo-tbt");

    private final Predicate<String> wanted;
    private final List<MarketEvent> events = new ArrayList<>();
    private final Map<String, Instant> latest = new HashMap<>();
    private final Set<String> priced = new HashSet<>();

    private CaptureFile(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** Reads the events of the instruments and indices that are wanted. */
    static List<MarketEvent> read(String name, byte[] content, Predicate<String> wanted) throws IOException {
        CaptureFile file = new CaptureFile(wanted);
        LineFile.read(name, content, (number, line) -> file.line(line));
        file.events.sort(Comparator.comparing(MarketEvent::ts));
        return file.events;
    }

    private void line(String line) {
        String json = line;
        if (line.startsWith("ws")) {
            return;
        }
        if (!line.startsWith("{")) {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                throw new IllegalArgumentException("neither a frame of JSON nor a time, a colon and a frame");
            }
            json = line.substring(colon + 2);
        }
        if (!json.startsWith("{")) {
            return;
        }
        Map<?, ?> frame = Manifest.object(Json.parse(json));
        if (frame.get("arg") instanceof Map<?, ?> arg
                && frame.get("data") instanceof List<?> data
                && arg.get("channel") instanceof String channel) {
            for (Object row : data) {
                row(channel, arg, frame.get("action"), Manifest.object(row));
            }
        }
    }

    private void row(String channel, Map<?, ?> arg, @Nullable Object action, Map<?, ?> row) {
        String instId = row.get("instId") instanceof String own ? own : Values.text(arg, "instId");
        if (!wanted.test(instId)) {
            return;
        }
        Instant ts = inOrder(channel + " " + instId, Values.time("ts", row.get("ts")));
        if (BOOKS.contains(channel)) {
            boolean whole = WHOLE_BOOKS.contains(channel) || "snapshot".equals(action);
            events.add(MarketEvents.depth(ts, instId, whole, levels(row, "bids"), levels(row, "asks")));
            return;
        }
        switch (channel) {
            case "trades", "trades-all" -> {
                MarketEvent.Trade trade = TradeFile.row(instId, row);
                priced.add(instId);
                events.add(MarketEvents.trade(ts, instId, trade.tradeId(), trade.px(), trade.sz(), trade.side()));
            }
            case "tickers" -> {
                if (row.get("last") instanceof String last && !last.isEmpty() && priced.add(instId)) {
                    events.add(MarketEvents.ticker(ts, instId, Values.price("last", last)));
                }
            }
            case "mark-price" ->
                events.add(new MarketEvent.Mark(ts, instId, Values.price("markPx", row.get("markPx"))));
            case "index-tickers" ->
                events.add(new MarketEvent.Index(ts, instId, Values.price("idxPx", row.get("idxPx"))));
            case "open-interest" ->
                events.add(new MarketEvent.OpenInterest(ts, instId, Values.size("oi", row.get("oi"))));
            default -> {}
        }
    }

    private Instant inOrder(String lane, Instant ts) {
        Instant before = latest.get(lane);
        Instant ordered = before == null || ts.isAfter(before) ? ts : before;
        latest.put(lane, ordered);
        return ordered;
    }

    /** Returns the levels of a side: price, size, a deprecated column, number of orders. */
    static List<MarketEvent.Level> levels(Map<?, ?> row, String side) {
        if (!(row.get(side) instanceof List<?> rows)) {
            throw new IllegalArgumentException(side + " must be a list of levels");
        }
        List<MarketEvent.Level> levels = new ArrayList<>(rows.size());
        for (Object each : rows) {
            if (!(each instanceof List<?> cells) || cells.size() < 2) {
                throw new IllegalArgumentException(side + ": a level is a list of price, size, 0, orders, not " + each);
            }
            BigDecimal px = Values.price(side + " price", cells.get(0));
            BigDecimal sz = Values.size(side + " size", cells.get(1));
            int orders = cells.size() < 4
                    ? 1
                    : Values.size(side + " orders", cells.get(3)).intValue();
            levels.add(new MarketEvent.Level(px, sz, orders));
        }
        return levels;
    }
}
