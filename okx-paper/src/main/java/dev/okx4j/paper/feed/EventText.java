package dev.okx4j.paper.feed;

import dev.okx4j.client.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events as lines of NDJSON, the format of recordings that this exchange makes: {@code t} names the kind, {@code ts} is in
 * milliseconds, figures are strings. Evidence that follows from the rest is left out.
 */
final class EventText {

    private EventText() {}

    /** Returns an event as a line, without its end. */
    static String write(MarketEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("t", name(event));
        line.put("ts", Long.toString(event.ts().toEpochMilli()));
        line.put("instId", event.instId());
        if (event instanceof MarketEvent.Trade trade) {
            line.put("tradeId", trade.tradeId());
            line.put("px", trade.px().toPlainString());
            line.put("sz", trade.sz().toPlainString());
            line.put("side", trade.side().wire());
            evidence(line, trade.evidence(), tradeOf(line).evidence());
        } else if (event instanceof MarketEvent.Depth depth) {
            line.put("action", depth.snapshot() ? "snapshot" : "update");
            line.put("bids", levels(depth.bids()));
            line.put("asks", levels(depth.asks()));
            evidence(line, depth.evidence(), depthOf(line).evidence());
        } else if (event instanceof MarketEvent.Move move) {
            line.put("from", move.from().toPlainString());
            line.put("to", move.to().toPlainString());
            line.put("volume", move.volume().toPlainString());
            line.put("liquidity", move.liquidity().toPlainString());
            evidence(line, move.evidence(), null);
        } else if (event instanceof MarketEvent.Mark mark) {
            line.put("px", mark.px().toPlainString());
        } else if (event instanceof MarketEvent.Index index) {
            line.put("px", index.px().toPlainString());
        } else if (event instanceof MarketEvent.Volatility volatility) {
            line.put("sigma", volatility.sigma().toPlainString());
        } else if (event instanceof MarketEvent.OpenInterest interest) {
            line.put("oi", interest.oi().toPlainString());
        } else if (event instanceof MarketEvent.FundingRate rate) {
            line.put("rate", rate.rate().toPlainString());
        }
        return Json.write(line);
    }

    /** Returns the event of a line. */
    static MarketEvent read(String text) {
        Map<?, ?> line = Manifest.object(Json.parse(text));
        Instant ts = Values.time("ts", line.get("ts"));
        String instId = Values.text(line, "instId");
        return switch (Values.text(line, "t")) {
            case "trade" -> with(tradeOf(line), evidenceOf(line));
            case "book" -> with(depthOf(line), evidenceOf(line));
            case "move" ->
                new MarketEvent.Move(
                        ts,
                        instId,
                        Values.price("from", line.get("from")),
                        Values.price("to", line.get("to")),
                        Values.size("volume", line.get("volume")),
                        Values.size("liquidity", line.get("liquidity")),
                        required(evidenceOf(line)));
            case "mark" -> new MarketEvent.Mark(ts, instId, Values.price("px", line.get("px")));
            case "index" -> new MarketEvent.Index(ts, instId, Values.price("px", line.get("px")));
            case "volatility" -> new MarketEvent.Volatility(ts, instId, Values.size("sigma", line.get("sigma")));
            case "open-interest" -> new MarketEvent.OpenInterest(ts, instId, Values.size("oi", line.get("oi")));
            case "funding" -> new MarketEvent.FundingRate(ts, instId, Values.decimal("rate", line.get("rate")));
            default ->
                throw new IllegalArgumentException("t must be trade, book, move, mark, index, volatility,"
                        + " open-interest or funding, not " + line.get("t"));
        };
    }

    private static String name(MarketEvent event) {
        if (event instanceof MarketEvent.Trade) {
            return "trade";
        } else if (event instanceof MarketEvent.Depth) {
            return "book";
        } else if (event instanceof MarketEvent.Move) {
            return "move";
        } else if (event instanceof MarketEvent.Mark) {
            return "mark";
        } else if (event instanceof MarketEvent.Index) {
            return "index";
        } else if (event instanceof MarketEvent.Volatility) {
            return "volatility";
        } else if (event instanceof MarketEvent.OpenInterest) {
            return "open-interest";
        } else if (event instanceof MarketEvent.FundingRate) {
            return "funding";
        }
        throw new IllegalArgumentException("no line for " + event);
    }

    private static MarketEvent.Trade tradeOf(Map<?, ?> line) {
        return TradeFile.row(Values.text(line, "instId"), line);
    }

    private static MarketEvent.Depth depthOf(Map<?, ?> line) {
        String action = Values.text(line, "action");
        if (!action.equals("snapshot") && !action.equals("update")) {
            throw new IllegalArgumentException("action must be snapshot or update, not " + action);
        }
        return MarketEvents.depth(
                Values.time("ts", line.get("ts")),
                Values.text(line, "instId"),
                action.equals("snapshot"),
                CaptureFile.levels(line, "bids"),
                CaptureFile.levels(line, "asks"));
    }

    private static MarketEvent.Trade with(MarketEvent.Trade trade, @Nullable Evidence evidence) {
        return evidence == null
                ? trade
                : new MarketEvent.Trade(
                        trade.ts(), trade.instId(), trade.tradeId(), trade.px(), trade.sz(), trade.side(), evidence);
    }

    private static MarketEvent.Depth with(MarketEvent.Depth depth, @Nullable Evidence evidence) {
        return evidence == null
                ? depth
                : new MarketEvent.Depth(
                        depth.ts(), depth.instId(), depth.snapshot(), depth.bids(), depth.asks(), evidence);
    }

    private static List<List<String>> levels(List<MarketEvent.Level> levels) {
        List<List<String>> rows = new ArrayList<>(levels.size());
        for (MarketEvent.Level level : levels) {
            rows.add(List.of(
                    level.px().toPlainString(), level.sz().toPlainString(), "0", Integer.toString(level.orders())));
        }
        return rows;
    }

    private static void evidence(Map<String, Object> line, Evidence evidence, @Nullable Evidence implied) {
        if (!evidence.equals(implied)) {
            line.put("evidence", List.of(evidence.source(), evidence.rule(), evidence.grade()));
        }
    }

    private static @Nullable Evidence evidenceOf(Map<?, ?> line) {
        if (line.get("evidence") == null) {
            return null;
        }
        if (line.get("evidence") instanceof List<?> parts
                && parts.size() == 3
                && parts.get(0) instanceof String source
                && parts.get(1) instanceof String rule
                && parts.get(2) instanceof String grade) {
            return new Evidence(source, rule, grade);
        }
        throw new IllegalArgumentException("evidence must be a list of source, rule and grade");
    }

    private static Evidence required(@Nullable Evidence evidence) {
        if (evidence == null) {
            throw new IllegalArgumentException("a move needs its evidence: a list of source, rule and grade");
        }
        return evidence;
    }
}
