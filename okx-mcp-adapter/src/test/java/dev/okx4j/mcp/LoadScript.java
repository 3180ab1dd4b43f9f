package dev.okx4j.mcp;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;

/**
 * What the load program sends, call by call: one in ten is a limit order below the market, which rests, spread over every
 * instrument that is listed; the others are readings, refused arguments and unknown tools.
 */
@NullMarked
final class LoadScript {
    /** What a call must be answered with. */
    enum Kind {
        ORDER,
        READING,
        REFUSED_ARGUMENT,
        UNKNOWN_TOOL
    }

    private record Market(String instId, BigDecimal last, BigDecimal tick, BigDecimal size) {}

    private final List<Market> markets;

    private LoadScript(List<Market> markets) {
        this.markets = markets;
    }

    /** Gives the account money enough for every order, and learns what can be traded. */
    static LoadScript prepare(ServerProcess server) throws IOException {
        data(server, "paper_reset", Map.of("balances", Map.of("USDT", "100000000")));
        List<Market> markets = new ArrayList<>();
        for (String type : List.of("SWAP", "SPOT")) {
            Map<String, BigDecimal> last = new HashMap<>();
            for (Map<?, ?> ticker : rows(data(server, "market_get_tickers", Map.of("instType", type)))) {
                last.put((String) Objects.requireNonNull(ticker.get("instId")), decimal(ticker, "last"));
            }
            for (Map<?, ?> row : rows(data(server, "market_get_instruments", Map.of("instType", type)))) {
                BigDecimal price = last.get(Objects.requireNonNull((String) row.get("instId")));
                if (price != null) {
                    markets.add(new Market(
                            (String) row.get("instId"), price, decimal(row, "tickSz"), decimal(row, "minSz")));
                }
            }
        }
        if (markets.isEmpty()) {
            throw new IOException("the paper exchange lists nothing");
        }
        return new LoadScript(markets);
    }

    int instruments() {
        return markets.size();
    }

    static Kind kind(int number) {
        return switch (number % 10) {
            case 0 -> Kind.ORDER;
            case 3, 6 -> Kind.REFUSED_ARGUMENT;
            case 9 -> Kind.UNKNOWN_TOOL;
            default -> Kind.READING;
        };
    }

    /** Returns the line of a call, whose id is its number. */
    String line(int number) {
        return switch (kind(number)) {
            case ORDER -> order(number);
            case REFUSED_ARGUMENT -> call(number, "market_get_ticker", Map.of("instrument", "BTC-USDT"));
            case UNKNOWN_TOOL -> call(number, "market_get_weather", Map.of());
            case READING -> call(number, number % 2 == 0 ? "paper_clock" : "system_get_capabilities", Map.of());
        };
    }

    private String order(int number) {
        int nth = number / 10;
        Market market = markets.get(nth % markets.size());
        BigDecimal share = new BigDecimal(500 + nth / markets.size() % 400).movePointLeft(3);
        BigDecimal price = market.last()
                .multiply(share)
                .divide(market.tick(), 0, RoundingMode.DOWN)
                .multiply(market.tick());
        boolean swap = market.instId().endsWith("-SWAP");
        return call(
                number,
                swap ? "swap_place_order" : "spot_place_order",
                Map.of(
                        "instId",
                        market.instId(),
                        "tdMode",
                        swap ? "isolated" : "cash",
                        "side",
                        "buy",
                        "ordType",
                        "limit",
                        "sz",
                        market.size().toPlainString(),
                        "px",
                        price.toPlainString(),
                        "clOrdId",
                        "load" + number));
    }

    private static String call(int id, String tool, Map<String, ?> arguments) {
        return ScriptedServer.call(id, tool, Json.write(arguments));
    }

    private static Object data(ServerProcess server, String tool, Map<String, ?> arguments) throws IOException {
        Answer answer = server.ask(ScriptedServer.call("prepare", tool, Json.write(arguments)));
        if (answer.failed()) {
            throw new IOException(tool + ": " + answer.text());
        }
        return Objects.requireNonNull(answer.tool().get("data"));
    }

    /** Returns the rows of a table, each under its header. */
    private static List<Map<?, ?>> rows(Object data) {
        List<?> columns = (List<?>) Objects.requireNonNull(((Map<?, ?>) data).get("columns"));
        List<Map<?, ?>> rows = new ArrayList<>();
        for (Object cells : (List<?>) Objects.requireNonNull(((Map<?, ?>) data).get("rows"))) {
            Map<Object, Object> row = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), ((List<?>) cells).get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static BigDecimal decimal(Map<?, ?> row, String name) {
        return new BigDecimal(Objects.requireNonNull(row.get(name), name).toString());
    }
}
