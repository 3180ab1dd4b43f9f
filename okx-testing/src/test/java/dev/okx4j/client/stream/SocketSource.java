package dev.okx4j.client.stream;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.seam.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.NullUnmarked;

/**
 * The plainest private connection to the paper exchange there is, over a real socket. A test says when it is opened, cut, and opened a
 * second time beside the first; and nothing that arrives is filtered.
 */
@NullUnmarked
final class SocketSource implements Source, AutoCloseable {
    private final OkHttpClient http = new OkHttpClient.Builder().build();
    private final int port;
    private final Credentials key;
    private final Map<Topic<?>, List<Tap<?>>> taps = new LinkedHashMap<>();
    private final List<WebSocket> sockets = new ArrayList<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Map<WebSocket, Integer> acknowledged = new ConcurrentHashMap<>();

    SocketSource(int port, Credentials key) {
        this.port = port;
        this.key = key;
    }

    @Override
    public synchronized <E> Subscription<E> tap(Topic<E> topic, Tap<E> tap) {
        taps.computeIfAbsent(topic, t -> new ArrayList<>()).add(tap);
        Standing waiting = standing(Standing.State.WAITING);
        tap.standing(waiting);
        return new Joined<>(
                topic, () -> waiting, () -> taps.getOrDefault(topic, List.of()).remove(tap));
    }

    @Override
    public void renew(Topic<?> topic, String reason) {
        throw new AssertionError("Nobody here renews: " + reason);
    }

    @Override
    public void reconnect(Topic<?> topic, String reason) {
        throw new AssertionError("Nothing here is silent: " + reason);
    }

    /** Opens one more connection; the standing is LIVE once every topic on it is acknowledged. */
    synchronized void open() {
        sockets.add(http.newWebSocket(
                new Request.Builder()
                        .url("http://127.0.0.1:" + port + "/ws/v5/private")
                        .build(),
                new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket socket, Response response) {
                        socket.send(login());
                    }

                    @Override
                    public void onFailure(WebSocket socket, Throwable cause, Response response) {
                        refused(socket);
                    }

                    @Override
                    public void onMessage(WebSocket socket, String text) {
                        hear(socket, text);
                    }
                }));
    }

    /** Tries once more, a little later: the exchange lets three connections in each second. */
    private synchronized void refused(WebSocket socket) {
        if (sockets.remove(socket)) {
            later.schedule(this::open, 500, TimeUnit.MILLISECONDS);
        }
    }

    /** Cuts the oldest connection; what it had under way is lost. */
    synchronized void cut() {
        if (sockets.isEmpty()) {
            return;
        }
        WebSocket socket = sockets.remove(0);
        acknowledged.remove(socket);
        socket.cancel();
        if (sockets.isEmpty()) {
            stand(Standing.State.STALE);
        }
    }

    private String login() {
        String seconds = String.valueOf(Clock.system().now().getEpochSecond());
        Map<String, Object> arg = new LinkedHashMap<>();
        arg.put("apiKey", key.apiKey());
        arg.put("passphrase", key.passphrase().reveal());
        arg.put("timestamp", seconds);
        arg.put("sign", key.signer().sign(seconds + "GET/users/self/verify"));
        return Json.write(Map.of("op", "login", "args", List.of(arg)));
    }

    @SuppressWarnings("unchecked") // what Json makes of an object
    private synchronized void hear(WebSocket socket, String text) {
        if (!sockets.contains(socket)) {
            return;
        }
        Map<String, Object> frame = (Map<String, Object>) Json.parse(text);
        Object event = frame.get("event");
        if ("login".equals(event)) {
            List<Object> args = new ArrayList<>();
            taps.keySet().forEach(topic -> args.add(arg(topic)));
            socket.send(Json.write(Map.of("op", "subscribe", "args", args)));
        } else if ("subscribe".equals(event)) {
            if (acknowledged.merge(socket, 1, Integer::sum) == taps.size() && sockets.size() == 1) {
                stand(Standing.State.LIVE);
            }
        } else if (event == null) {
            Map<String, Object> arg = (Map<String, Object>) frame.get("arg");
            taps.forEach((topic, list) -> {
                if (topic.channel().name().equals(arg.get("channel"))) {
                    deliver(topic, list, text);
                }
            });
        } else if ("error".equals(event)) {
            throw new AssertionError(text);
        }
    }

    @SuppressWarnings("unchecked") // a topic's taps hear that topic's rows
    private static <E> void deliver(Topic<E> topic, List<Tap<?>> list, String text) {
        Update<E> update = topic.channel().decoder().decode(topic, text);
        list.forEach(tap -> ((Tap<E>) tap).update(update));
    }

    private static Map<String, Object> arg(Topic<?> topic) {
        Map<String, Object> arg = new LinkedHashMap<>(topic.args());
        arg.put("channel", topic.channel().name());
        return arg;
    }

    private void stand(Standing.State state) {
        taps.values().forEach(list -> list.forEach(tap -> tap.standing(standing(state))));
    }

    private static Standing standing(Standing.State state) {
        return new Standing(
                state, false, "The socket is " + state, Clock.system().now(), null);
    }

    @Override
    public synchronized void close() {
        sockets.forEach(WebSocket::cancel);
        sockets.clear();
        later.shutdownNow();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
