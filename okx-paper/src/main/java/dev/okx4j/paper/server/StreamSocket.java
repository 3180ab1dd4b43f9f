package dev.okx4j.paper.server;

import dev.okx4j.paper.stream.Connection;
import dev.okx4j.paper.stream.Door;
import dev.okx4j.paper.stream.Hub;
import dev.okx4j.paper.stream.Transport;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** Carries one connection over a socket of the server. */
public final class StreamSocket implements Session.Listener.AutoDemanding, Transport {
    private final Hub hub;
    private final Door door;
    private final Executor threads;
    private @Nullable Session session;
    private @Nullable Connection connection;

    StreamSocket(Hub hub, Door door, Executor threads) {
        this.hub = hub;
        this.door = door;
        this.threads = threads;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        connection = hub.open(door, this);
    }

    @Override
    public void onWebSocketText(String text) {
        connection().received(text);
    }

    /** Takes a binary frame, which OKX has no use for, as a text that is no request. */
    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        connection().received("");
        callback.succeed();
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        connection().gone();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        if (connection != null) {
            connection.gone();
        }
    }

    private Connection connection() {
        return Objects.requireNonNull(connection);
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void send(String text, Runnable sent) {
        session().sendText(text, Callback.from(sent, cause -> {}));
    }

    @Override
    public void close(int code, String reason) {
        session().close(code, reason, Callback.NOOP);
    }

    @Override
    public void abort() {
        session().disconnect();
    }
}
