package dev.okx4j.testing.bench;

import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Subscribers to the books and tickers of three contracts, while market time runs and each step of it changes all of them. */
final class StreamLoad {
    private static final List<String> INSTRUMENTS = List.of("BTC-USDT-SWAP", "ETH-USDT-SWAP", "SOL-USDT-SWAP");
    /** In between, market time runs over the pause of every channel. */
    private static final long STEP_MILLIS = 20_000;

    private StreamLoad() {}

    static void run(int subscribers, int seconds) throws IOException, InterruptedException {
        OkHttpClient client = new OkHttpClient.Builder().build();
        client.dispatcher().setMaxRequestsPerHost(subscribers);
        client.dispatcher().setMaxRequests(subscribers);
        try (PaperExchange exchange = PaperExchange.builder()
                .key(SignedHttp.KEY, SignedHttp.SECRET, SignedHttp.PASSPHRASE)
                .open()) {
            int port = exchange.serve(0);
            AtomicLong pushes = new AtomicLong();
            List<WebSocket> sockets = new ArrayList<>();
            for (int i = 0; i < subscribers; i++) {
                sockets.add(subscriber(client, port, pushes));
                // Three new connections a second are let in.
                Thread.sleep(i + 1 < subscribers ? 400 : 0);
            }
            SignedHttp http = new SignedHttp(port);
            long time = 1_786_924_800_000L;
            long begun = System.nanoTime();
            long before = pushes.get();
            int steps = 0;
            while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
                time += STEP_MILLIS;
                http.post("/paper/v1/clock", "{\"to\":\"" + time + "\"}");
                steps++;
            }
            double spent = (System.nanoTime() - begun) / 1e9;
            PaperBench.print(
                    "websocket: %d subscribers, %.0f updates a second received, over %.0f steps of market time a second",
                    subscribers, (pushes.get() - before) / spent, steps / spent);
            sockets.forEach(WebSocket::cancel);
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    /** Opens a connection that follows all channels, and returns when each has sent its first row. */
    private static WebSocket subscriber(OkHttpClient client, int port, AtomicLong pushes)
            throws IOException, InterruptedException {
        CountDownLatch first = new CountDownLatch(2 * INSTRUMENTS.size());
        StringBuilder args = new StringBuilder();
        for (String instId : INSTRUMENTS) {
            for (String channel : List.of("tickers", "books5")) {
                args.append(args.length() == 0 ? "" : ",")
                        .append("{\"channel\":\"" + channel + "\",\"instId\":\"" + instId + "\"}");
            }
        }
        WebSocket socket = client.newWebSocket(
                new Request.Builder()
                        .url("http://127.0.0.1:" + port + "/ws/v5/public")
                        .build(),
                new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket webSocket, Response response) {
                        webSocket.send("{\"op\":\"subscribe\",\"args\":[" + args + "]}");
                    }

                    @Override
                    public void onMessage(WebSocket webSocket, String text) {
                        if (text.contains("\"data\"")) {
                            pushes.incrementAndGet();
                            first.countDown();
                        }
                    }
                });
        if (!first.await(20, TimeUnit.SECONDS)) {
            throw new IOException("A subscriber has no first rows");
        }
        return socket;
    }
}
