package dev.okx4j.testing.streams;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.trade.Order;
import dev.okx4j.paper.PaperExchange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** Every push of an order, in the order of the exchange, heard on a connection of its own without faults. */
final class OrderTruth extends WebSocketListener implements AutoCloseable {
    private final List<String> told = new ArrayList<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final OkHttpClient client;
    private final BareStream login;

    OrderTruth(PaperExchange paper, Clock clock) {
        client = new OkHttpClient.Builder().addInterceptor(paper.webSockets()).build();
        login = new BareStream(client, "http://127.0.0.1/ws/v5/private", this);
        login.login(paper.credentials(), clock.now());
        login.next("\"login\"");
        login.say("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"orders\",\"instType\":\"ANY\"}]}");
        try {
            if (!subscribed.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("The exchange does not take a subscription");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what was pushed so far, in words. */
    synchronized List<String> told() {
        return List.copyOf(told);
    }

    /** Returns an order in the same words. */
    static String words(Order order) {
        return words(order.ordId(), order.state().toString(), plain(order.accFillSz()));
    }

    /** Returns a number as text that is the same for equal numbers. */
    static String plain(@Nullable Object number) {
        String text = number instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(number);
        return number == null || text.isEmpty()
                ? "0"
                : new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    static String words(String ordId, String state, String filled) {
        return ordId + " " + state.toLowerCase(Locale.ROOT) + " " + filled;
    }

    void keepAlive() {
        login.say("ping");
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        if (text.contains("\"event\":\"subscribe\"")) {
            subscribed.countDown();
        }
        if (!text.contains("\"data\"")) {
            return;
        }
        for (Map<String, @Nullable Object> row : Answers.rows(Json.parse(text))) {
            synchronized (this) {
                told.add(words(
                        String.valueOf(row.get("ordId")),
                        String.valueOf(row.get("state")),
                        plain(row.get("accFillSz"))));
            }
        }
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {}

    @Override
    public void close() {
        login.close();
        client.dispatcher().executorService().shutdown();
    }
}
