package dev.okx4j.tools;

import static java.util.stream.Collectors.joining;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.tools.config.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** A registry over a scripted exchange, with time that stands still; by default every endpoint of the tools answers. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
public final class Exchange {
    /** The wall clock of these tests: a moment inside the default scenario. */
    public static final Instant NOW = Instant.parse("2026-08-20T12:00:00Z");

    private final Time time = new Time();
    private final ScriptedWire wire = new ScriptedWire(time);
    private final OkxClient client;
    private final ToolRegistry registry;

    public Exchange() {
        this("demo");
    }

    public Exchange(String venueName) {
        this(venueName, IntentJournal.inMemory());
    }

    public Exchange(String venueName, IntentJournal journal) {
        script(wire);
        client = OkxClient.builder()
                .wire(wire)
                .credentials(Credentials.of("test-key", "test-secret", "test-passphrase"))
                .limiter(new Limiter())
                .clock(time)
                .waits(time)
                .entropy(Entropy.seeded(7))
                .gate(WriteGate.open())
                .journal(journal)
                .recoverInBackground(false)
                .build();
        Venue venue = Venue.of(venueName, client);
        registry = ToolRegistry.builder()
                .venue(() -> venue)
                .serverVersion("1.2.3")
                .clock(time)
                .build();
    }

    /** Time that passes only when somebody waits. */
    static final class Time implements Clock, Waits {
        private long nanos;

        @Override
        public synchronized Instant now() {
            return NOW.plusNanos(nanos);
        }

        @Override
        public synchronized long nanos() {
            return nanos;
        }

        @Override
        public synchronized void sleep(Duration duration) {
            nanos += duration.toNanos();
        }
    }

    public ScriptedWire wire() {
        return wire;
    }

    public OkxClient client() {
        return client;
    }

    public ToolRegistry registry() {
        return registry;
    }

    /** Calls a tool with names and values in turn and returns the result's tree. */
    public Map<?, ?> call(String tool, Object... arguments) {
        return (Map<?, ?>) Json.parse(result(tool, arguments).text());
    }

    public ToolResult result(String tool, Object... arguments) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        return registry.call(tool, named);
    }

    private static void script(ScriptedWire wire) {
        wire.rows("GET /api/v5/market/ticker", Rows.TICKER);
        wire.rows("GET /api/v5/market/tickers", Rows.TICKER, Rows.TICKER.replace("BTC-USDT-SWAP", "ETH-USDT-SWAP"));
        wire.rows("GET /api/v5/market/books", Rows.BOOK);
        wire.reply("GET /api/v5/market/candles", call -> candles(call, 100));
        wire.reply("GET /api/v5/market/history-candles", call -> candles(call, 100));
        wire.reply("GET /api/v5/public/instruments", Rows::instruments);
        wire.rows("GET /api/v5/account/balance", Rows.BALANCE);
        wire.rows("GET /api/v5/account/positions", Rows.POSITION);
        wire.rows("GET /api/v5/account/bills", Rows.BILL);
        wire.rows("GET /api/v5/account/leverage-info", Rows.LEVERAGE);
        wire.rows(
                "POST /api/v5/account/set-leverage",
                "{\"lever\":\"3\",\"mgnMode\":\"isolated\",\"instId\":\"BTC-USDT-SWAP\",\"posSide\":\"net\"}");
        wire.reply("POST /api/v5/trade/order", call -> acknowledged(call, "ordId", "clOrdId"));
        wire.reply("POST /api/v5/trade/cancel-order", call -> acknowledged(call, "ordId", "clOrdId"));
        wire.reply("POST /api/v5/trade/order-algo", call -> acknowledged(call, "algoId", "algoClOrdId"));
        wire.rows("GET /api/v5/trade/order", Rows.ORDER);
        wire.rows("GET /api/v5/trade/fills", Rows.FILL);
        wire.rows("GET /api/v5/trade/fills-history", Rows.FILL);
        wire.rows("GET /api/v5/trade/orders-algo-pending", Rows.ALGO);
        wire.rows("GET /api/v5/trade/orders-algo-history", Rows.ALGO);
        wire.reply(
                "POST /api/v5/trade/cancel-algos",
                call -> ((List<?>) call.body())
                        .stream()
                                .map(item -> "{\"algoId\":\"" + ((Map<?, ?>) item).get("algoId")
                                        + "\",\"algoClOrdId\":\"\",\"sCode\":\"0\",\"sMsg\":\"\"}")
                                .collect(joining(",", "{\"code\":\"0\",\"msg\":\"\",\"data\":[", "]}")));
        wire.refusal("GET /api/v5/trade/order-algo", "51603", "Order does not exist");
        wire.rows("GET /paper/v1/clock", Rows.CLOCK);
        wire.rows("POST /paper/v1/clock", Rows.CLOCK);
        wire.rows("POST /paper/v1/reset", Rows.CLOCK);
    }

    private static String acknowledged(ScriptedWire.Call call, String id, String clientId) {
        Map<?, ?> body = (Map<?, ?>) call.body();
        Object given = body.get(id);
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"" + id + "\":\"" + (given == null ? Rows.ID : given) + "\",\""
                + clientId + "\":" + Json.write(body.get(clientId) == null ? "" : body.get(clientId))
                + ",\"tag\":\"MCP\",\"ts\":\"1787227200000\",\"sCode\":\"0\",\"sMsg\":\"\"}]}";
    }

    private static String candles(ScriptedWire.Call call, int usual) {
        if (call.query().getOrDefault("instId", "").startsWith("EMPTY")) {
            return "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";
        }
        int limit = Integer.parseInt(call.query().getOrDefault("limit", "" + usual));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < limit; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("[\"")
                    .append(1787227200000L - 60_000L * i)
                    .append(
                            "\",\"60000.1\",\"60010\",\"59990.5\",\"60001\",\"1234.56\",\"12.3456\",\"740736.00\",\"1\"]");
        }
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}";
    }
}
