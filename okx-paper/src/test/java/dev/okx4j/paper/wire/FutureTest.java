package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Walks through the scenario and checks that no answer knows more than the path up to that moment. */
@NullUnmarked
class FutureTest {
    private static final List<String> INSTRUMENTS = List.of("NVDA-USDT-SWAP", "XNVDA-USDT", "BTC-USDT-SWAP");

    private final Paper paper = new Paper();

    @Test
    void answers_neverShowWhatThePathHasNotReached() {
        Feed feed = paper.account.scenario().feed();
        Map<String, List<MarketEvent.Move>> path = path(feed);
        for (Instant at = feed.begin(); at.isBefore(feed.end()); at = at.plus(Duration.ofMinutes(317))) {
            paper.post("/paper/v1/clock", "{\"to\":\"" + at.toEpochMilli() + "\"}");
            for (String instId : INSTRUMENTS) {
                String bar = instId.startsWith("BTC") ? "5m" : "1Dutc";
                Duration length = instId.startsWith("BTC") ? Duration.ofMinutes(5) : Duration.ofDays(1);
                Instant now = at;
                Instant open = Instant.ofEpochMilli(at.toEpochMilli() - at.toEpochMilli() % length.toMillis());
                List<MarketEvent.Move> reached = path.get(instId).stream()
                        .filter(move -> !move.ts().isAfter(now) && !move.ts().isBefore(open))
                        .toList();
                List<?> candle =
                        (List<?>) paper.get("/api/v5/market/candles?instId=" + instId + "&bar=" + bar + "&limit=1")
                                .data()
                                .get(0);
                if (reached.isEmpty()) {
                    assertThat(Long.parseLong((String) candle.get(0))).isLessThan(open.toEpochMilli());
                    continue;
                }
                assertThat(candle.get(0)).isEqualTo(Long.toString(open.toEpochMilli()));
                assertThat(number(candle.get(2))).isEqualByComparingTo(extreme(reached, true));
                assertThat(number(candle.get(3))).isEqualByComparingTo(extreme(reached, false));
                assertThat(number(candle.get(4))).isEqualByComparingTo(last(reached));
                assertThat(number(candle.get(5)))
                        .isEqualByComparingTo(reached.stream()
                                .map(MarketEvent.Move::volume)
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
                Paper.Reply ticker = paper.get("/api/v5/market/ticker?instId=" + instId);
                assertThat(number(ticker.text("last"))).isEqualByComparingTo(last(reached));
                assertThat(Long.parseLong(ticker.text("ts"))).isLessThanOrEqualTo(now.toEpochMilli());
                List<MarketEvent.Move> day = path.get(instId).stream()
                        .filter(move -> !move.ts().isAfter(now) && move.ts().isAfter(now.minus(Duration.ofDays(1))))
                        .toList();
                assertThat(number(ticker.text("high24h"))).isEqualByComparingTo(extreme(day, true));
                assertThat(number(ticker.text("low24h"))).isEqualByComparingTo(extreme(day, false));
            }
        }
    }

    private static Map<String, List<MarketEvent.Move>> path(Feed feed) {
        Map<String, List<MarketEvent.Move>> path = new HashMap<>();
        Feed.Cursor cursor = feed.after(feed.begin().minus(Duration.ofDays(2)));
        for (MarketEvent event = cursor.peek(); event != null; event = cursor.peek()) {
            path.computeIfAbsent(event.instId(), id -> new ArrayList<>()).add((MarketEvent.Move) event);
            cursor.skip();
        }
        return path;
    }

    private static BigDecimal extreme(List<MarketEvent.Move> moves, boolean high) {
        return moves.stream()
                .map(move -> high ? move.from().max(move.to()) : move.from().min(move.to()))
                .reduce(high ? BigDecimal::max : BigDecimal::min)
                .orElseThrow();
    }

    private static BigDecimal last(List<MarketEvent.Move> moves) {
        return moves.get(moves.size() - 1).to();
    }

    private static BigDecimal number(Object text) {
        return new BigDecimal((String) text);
    }
}
