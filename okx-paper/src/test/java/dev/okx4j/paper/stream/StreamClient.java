package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.NullUnmarked;

/** One connection of a client that was not written for this exchange. */
@NullUnmarked
final class StreamClient implements AutoCloseable {
    private static final long PATIENCE = 20;

    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    StreamClient(OkHttpClient http, String url) {
        this.socket = http.newWebSocket(new Request.Builder().url(url).build(), new WebSocketListener() {
            @Override
            public void onOpen(WebSocket webSocket, Response response) {
                arrived.add("open");
            }

            @Override
            public void onMessage(WebSocket webSocket, String text) {
                arrived.add(text);
            }

            @Override
            public void onClosing(WebSocket webSocket, int code, String reason) {
                arrived.add("closing " + code + " " + reason);
                webSocket.close(1000, null);
            }

            @Override
            public void onFailure(WebSocket webSocket, Throwable t, Response response) {
                arrived.add("failed " + (response == null ? t : response.code()));
            }
        });
    }

    static OkHttpClient http() {
        return new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();
    }

    void send(String text) {
        assertThat(socket.send(text)).isTrue();
    }

    /** Returns the next text, whatever it is. */
    String next() {
        try {
            String text = arrived.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(text).as("nothing has arrived").isNotNull();
            return text;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the next text as JSON. */
    Map<?, ?> json() {
        String text = next();
        assertThat(text).startsWith("{");
        return (Map<?, ?>) Json.parse(text);
    }

    /** Returns the next frame that passes, and drops those before it. */
    Map<?, ?> await(Predicate<Map<?, ?>> wanted) {
        List<String> dropped = new ArrayList<>();
        while (true) {
            String text;
            try {
                text = arrived.poll(PATIENCE, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(text).as("it has not arrived, but %s", dropped).isNotNull();
            if (text.startsWith("{")) {
                Map<?, ?> frame = (Map<?, ?>) Json.parse(text);
                if (wanted.test(frame)) {
                    return frame;
                }
            }
            dropped.add(text);
        }
    }

    /** Returns the next push of a channel. */
    Map<?, ?> push(String channel) {
        return await(frame -> frame.containsKey("data")
                && frame.get("arg") instanceof Map<?, ?> arg
                && channel.equals(arg.get("channel")));
    }

    /** Returns the first row of the next push of a channel. */
    Map<?, ?> row(String channel) {
        return (Map<?, ?>) ((List<?>) push(channel).get("data")).get(0);
    }

    /** Makes sure that everything sent so far was answered, and returns what has arrived until then. */
    List<String> settled() {
        send("ping");
        List<String> texts = new ArrayList<>();
        for (String text = next(); !text.equals("pong"); text = next()) {
            texts.add(text);
        }
        return texts;
    }

    /** Subscribes, and expects the acknowledgement as the next frame. */
    StreamClient subscribe(String... args) {
        for (String arg : args) {
            send("{\"op\":\"subscribe\",\"args\":[" + arg + "]}");
            await(frame -> "subscribe".equals(frame.get("event")));
        }
        return this;
    }

    @Override
    public void close() {
        socket.cancel();
    }
}
