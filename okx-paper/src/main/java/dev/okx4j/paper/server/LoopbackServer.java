package dev.okx4j.paper.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.paper.stream.Connection;
import dev.okx4j.paper.stream.Door;
import dev.okx4j.paper.stream.Hub;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Serves a wire on a port of 127.0.0.1.
 *
 * <p>A page in a browser cannot use it: no answer allows another origin, and a host name that was made to point at this
 * machine is refused.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int MAX_BODY = 1 << 20;
    private static final int THREADS = 32;
    private static final Duration STOP = Duration.ofSeconds(3);
    private static final Pattern LOCAL_HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

    private final Server server;
    private final @Nullable Hub hub;
    private final ServerConnector connector;

    private LoopbackServer(Server server, ServerConnector connector, @Nullable Hub hub) {
        this.server = server;
        this.hub = hub;
        this.connector = connector;
    }

    /** Starts serving on this port, or on any free one when it is 0, without WebSockets. */
    public static LoopbackServer start(Wire wire, int port) throws IOException {
        return start(wire, null, port);
    }

    /** Starts serving on this port, or on any free one when it is 0. Its threads do not keep the process alive. */
    public static LoopbackServer start(Wire wire, @Nullable Hub hub, int port) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("okx-paper");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        Handler exchange = new Exchange(wire);
        server.setHandler(new GracefulHandler(hub == null ? exchange : streams(server, hub, exchange)));
        server.setStopTimeout(STOP.toMillis());
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IOException("Cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
        return new LoopbackServer(server, connector, hub);
    }

    /** Returns the port. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Stops taking requests, tells the streams' connections, and waits for the answers that are on their way. */
    @Override
    public void close() {
        if (hub != null) {
            hub.close();
        }
        stop(server);
    }

    /** Returns what answers WebSocket calls at OKX's paths, and leaves the rest to the exchange. */
    private static Handler streams(Server server, Hub hub, Handler exchange) {
        WebSocketUpgradeHandler streams = WebSocketUpgradeHandler.from(server, container -> {
            container.setMaxTextMessageSize(Connection.MOST_BYTES);
            container.setMaxBinaryMessageSize(Connection.MOST_BYTES);
            container.setIdleTimeout(Duration.ZERO);
            for (Door door : Door.values()) {
                container.addMapping(door.path(), (request, response, callback) -> {
                    int status = admission(hub, request);
                    if (status != 0) {
                        Response.writeError(request, response, callback, status);
                        return null;
                    }
                    return new StreamSocket(hub, door, server.getThreadPool());
                });
            }
        });
        streams.setHandler(exchange);
        return streams;
    }

    /** Returns 0, or the status that refuses a connection: a page in a browser may not have one, which it has no other way to be kept from. */
    private static int admission(Hub hub, Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (host == null
                || !LOCAL_HOST.matcher(host).matches()
                || request.getHeaders().contains(HttpHeader.ORIGIN)) {
            return 403;
        }
        return hub.admits(Request.getRemoteAddr(request)) ? 0 : 429;
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop", e);
        }
    }

    private static final class Exchange extends Handler.Abstract {
        private final Wire wire;

        Exchange(Wire wire) {
            this.wire = wire;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            String host = request.getHeaders().get(HttpHeader.HOST);
            if (host == null || !LOCAL_HOST.matcher(host).matches()) {
                send(response, callback, 403, "{\"code\":\"403\",\"msg\":\"This host is not served\",\"data\":[]}");
                return true;
            }
            byte[] body;
            try (InputStream in = Content.Source.asInputStream(request)) {
                body = in.readNBytes(MAX_BODY + 1);
            }
            if (body.length > MAX_BODY) {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
                send(response, callback, 413, "{\"code\":\"413\",\"msg\":\"The body is too long\",\"data\":[]}");
                return true;
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.putIfAbsent(field.getLowerCaseName(), field.getValue());
            }
            WireResponse answer = wire.exchange(new WireRequest(
                    request.getMethod(),
                    request.getHttpURI().getPathQuery(),
                    headers,
                    body,
                    !request.getMethod().equals("GET"),
                    STOP));
            answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            response.setStatus(answer.status());
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
            return true;
        }

        private static void send(Response response, Callback callback, int status, String json) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.write(true, ByteBuffer.wrap(json.getBytes(UTF_8)), callback);
        }
    }
}
