package dev.okx4j.paper.feed.live;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.NullUnmarked;

/** The REST side of OKX: a server on this machine that answers what the test says. */
@NullUnmarked
final class AnsweringOkx implements Closeable {
    static final long T = 1_790_000_040_000L;

    /** The rows that are answered, by path; a path without any answers that the service is unavailable. */
    final Map<String, String> answers = new ConcurrentHashMap<>();

    private final MockWebServer server = new MockWebServer();

    AnsweringOkx() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath().replace("/api/v5/", "");
                String body = answers.getOrDefault(path, "");
                return new MockResponse.Builder()
                        .code(body.isEmpty() ? 503 : 200)
                        .addHeader("Content-Type", "application/json")
                        .body(
                                body.isEmpty()
                                        ? "{\"code\":\"50001\",\"msg\":\"Service temporarily unavailable\",\"data\":[]}"
                                        : "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + body + "]}")
                        .build();
            }
        });
        server.start();
        answers.put("public/instruments", """
                {"instType":"SWAP","instId":"BTC-USDT-SWAP","uly":"BTC-USDT","instFamily":"BTC-USDT","category":"1","baseCcy":"",
                 "quoteCcy":"","settleCcy":"USDT","ctVal":"0.01","ctMult":"1","ctValCcy":"BTC","optType":"","stk":"",
                 "listTime":"1573557408000","expTime":"","lever":"100","tickSz":"0.1","lotSz":"0.01","minSz":"0.01","ctType":"linear",
                 "alias":"","state":"live","maxLmtSz":"100000000","maxMktSz":"12000","instIdCode":10459}""");
        answers.put("market/candles", """
                ["1789999980000","99","101","98","100","50","0.5","5000","1"],["1789999920000","99","99","99","99","5","0.05","500","1"]""");
        book("99.9", "1", "100.1", "2", T);
        trades(trade(7, "100", "1", "buy", T - 500));
        answers.put(
                "public/mark-price",
                "{\"instType\":\"SWAP\",\"instId\":\"BTC-USDT-SWAP\",\"markPx\":\"100.05\",\"ts\":\"" + T + "\"}");
        answers.put(
                "market/index-tickers",
                "{\"instId\":\"BTC-USDT\",\"idxPx\":\"100.02\",\"high24h\":\"1\",\"sodUtc0\":\"1\",\"open24h\":\"1\",\"low24h\":\"1\",\"sodUtc8\":\"1\",\"ts\":\""
                        + T + "\"}");
        answers.put(
                "public/open-interest",
                "{\"instType\":\"SWAP\",\"instId\":\"BTC-USDT-SWAP\",\"oi\":\"5000\",\"oiCcy\":\"555.55\",\"oiUsd\":\"50000\",\"ts\":\""
                        + T + "\"}");
        funding(T + 60_000, "0.0001", "0.00005");
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    void book(String bid, String bidSz, String ask, String askSz, long ts) {
        answers.put("market/books", """
                {"asks":[["%s","%s","0","4"]],"bids":[["%s","%s","0","2"],["99","7","0","1"]],"ts":"%d","seqId":1}""".formatted(ask, askSz, bid, bidSz, ts));
    }

    static String trade(int id, String px, String sz, String side, long ts) {
        return """
                {"instId":"BTC-USDT-SWAP","side":"%s","sz":"%s","source":"0","px":"%s","tradeId":"%d","ts":"%d"}""".formatted(side, sz, px, id, ts);
    }

    /** Newest first, as OKX answers. */
    void trades(String... rows) {
        answers.put("market/trades", String.join(",", rows));
    }

    void funding(long time, String rate, String charged) {
        answers.put("public/funding-rate", """
                {"formulaType":"noRate","fundingRate":"%s","fundingTime":"%d","instId":"BTC-USDT-SWAP","instType":"SWAP","method":"current_period",
                 "nextFundingRate":"","nextFundingTime":"%d","settFundingRate":"%s","settState":"settled","ts":"%d"}""".formatted(rate, time, time + 28_800_000, charged, T));
    }

    @Override
    public void close() {
        server.close();
    }
}
