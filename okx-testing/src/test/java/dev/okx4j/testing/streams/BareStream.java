package dev.okx4j.testing.streams;

import dev.okx4j.client.auth.Credentials;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A WebSocket without any client of ours on it: what arrives can be read as it came. */
final class BareStream extends WebSocketListener implements AutoCloseable {
    private static final int PATIENCE = 20;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private final @Nullable WebSocketListener other;

    BareStream(OkHttpClient client, String url) {
        this(client, url, null);
    }

    /** Begins one whose messages another listener hears as well. */
    BareStream(OkHttpClient client, String url, @Nullable WebSocketListener other) {
        this.other = other;
        this.socket = client.newWebSocket(new Request.Builder().url(url).build(), this);
    }

    BareStream say(String text) {
        socket.send(text);
        return this;
    }

    BareStream subscribe(String channel, String instId) {
        return say("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"" + channel + "\",\"instId\":\"" + instId + "\"}]}");
    }

    BareStream login(Credentials key, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        String sign = key.signer().sign(timestamp + "GET/users/self/verify");
        return say("{\"op\":\"login\",\"args\":[{\"apiKey\":\"" + key.apiKey() + "\",\"passphrase\":\""
                + key.passphrase().reveal() + "\",\"timestamp\":\"" + timestamp + "\",\"sign\":\"" + sign + "\"}]}");
    }

    /** Returns what comes next, which must come. */
    String next() {
        try {
            String next = heard.poll(PATIENCE, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing was heard in " + PATIENCE + " s");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the next one that contains something. */
    String next(String part) {
        String next = next();
        while (!next.contains(part)) {
            next = next();
        }
        return next;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        heard.add("open");
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        if (other == null || !text.contains("\"data\"")) {
            heard.add(text);
        }
        if (other != null) {
            other.onMessage(webSocket, text);
        }
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
        heard.add("binary " + bytes.utf8());
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        heard.add("closed " + code);
        webSocket.close(1000, null);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        heard.add("failed " + (response == null ? failure.getClass().getSimpleName() : response.code()));
    }

    @Override
    public void close() {
        socket.cancel();
    }
}
