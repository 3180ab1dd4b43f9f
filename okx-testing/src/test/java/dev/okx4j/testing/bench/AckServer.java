package dev.okx4j.testing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on this machine that takes every order at once, and remembers when the last one came. */
final class AckServer implements AutoCloseable {
    private static final Pattern CLIENT_ID = Pattern.compile("\"clOrdId\":\"(\\w+)\"");

    private final HttpServer server;
    private volatile long arrived;

    AckServer() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns when the last order came, by the clock of {@link System#nanoTime}. */
    long arrived() {
        return arrived;
    }

    private void answer(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (exchange.getRequestMethod().equals("POST")) {
            arrived = now;
        }
        byte[] answer = answer(body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Returns what OKX answers to an order, or to the question for the time. */
    static String answer(String body) {
        Matcher id = CLIENT_ID.matcher(body);
        String row = id.find()
                ? "{\"ordId\":\"1\",\"clOrdId\":\"" + id.group(1)
                        + "\",\"tag\":\"\",\"ts\":\"1\",\"sCode\":\"0\",\"sMsg\":\"\"}"
                : "{\"ts\":\"" + System.currentTimeMillis() + "\"}";
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + row + "],\"inTime\":\"1\",\"outTime\":\"2\"}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
