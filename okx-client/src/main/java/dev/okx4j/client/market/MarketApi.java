package dev.okx4j.client.market;

import static dev.okx4j.client.rest.RateLimit.Scope.IP;

import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import java.util.List;

/** Market data. Needs no API key. */
public final class MarketApi {
    static final Endpoint<Ticker> TICKER =
            Endpoint.get("/api/v5/market/ticker", Ticker.class).limit(20, IP);
    static final Endpoint<Ticker> TICKERS =
            Endpoint.get("/api/v5/market/tickers", Ticker.class).limit(20, IP);
    static final Endpoint<OrderBook> BOOKS =
            Endpoint.get("/api/v5/market/books", OrderBook.class).limit(40, IP);
    static final Endpoint<Candle> CANDLES =
            Endpoint.get("/api/v5/market/candles", Candle.class).limit(40, IP);
    static final Endpoint<Candle> HISTORY_CANDLES =
            Endpoint.get("/api/v5/market/history-candles", Candle.class).limit(20, IP);

    private final Rest rest;

    public MarketApi(Rest rest) {
        this.rest = rest;
    }

    /** Returns every endpoint of this section. */
    public static List<Endpoint<?>> endpoints() {
        return List.of(TICKER, TICKERS, BOOKS, CANDLES, HISTORY_CANDLES);
    }

    /** Returns the latest price, best bid and ask, and 24-hour volume of one instrument. */
    public Ticker ticker(String instId) {
        return rest.one(TICKER, Params.of("instId", instId));
    }

    /** Returns the tickers of all instruments of a kind. */
    public List<Ticker> tickers(TickersRequest request) {
        return rest.list(TICKERS, request);
    }

    /** Returns up to {@code sz} levels of each side of an order book; OKX allows 400. */
    public OrderBook books(String instId, int sz) {
        return rest.one(BOOKS, Params.of("instId", instId).and("sz", sz));
    }

    /** Returns recent candles, newest first; up to 300 in one call. */
    public List<Candle> candles(CandlesRequest request) {
        return rest.list(CANDLES, request);
    }

    /** Returns candles of past years, newest first; up to 300 in one call. */
    public List<Candle> historyCandles(CandlesRequest request) {
        return rest.list(HISTORY_CANDLES, request);
    }
}
