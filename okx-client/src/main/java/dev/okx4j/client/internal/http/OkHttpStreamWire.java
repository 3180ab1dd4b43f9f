package dev.okx4j.client.internal.http;

import dev.okx4j.client.stream.StreamWire;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * WebSocket connections by OkHttp, which reads each on a thread of its own and writes on another.
 *
 * <p>OkHttp's own pings are off: OKX wants a text. Compression is not asked for, and a message that grows past the limit ends the
 * connection while it is read.
 */
public final class OkHttpStreamWire implements StreamWire, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final OkHttpClient client;

    /**
     * Makes a wire.
     *
     * @param proxy what to connect through; null for what the JVM's settings say
     * @param through what sees each call before the network does; null for nothing
     */
    public OkHttpStreamWire(@Nullable Proxy proxy, @Nullable Interceptor through) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "okx4j-stream-" + THREADS.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        Dispatcher dispatcher = new Dispatcher(threads);
        // A connection occupies its place for as long as it lives.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ofSeconds(10))
                .pingInterval(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .addInterceptor(new MessageLimit());
        if (proxy != null) {
            builder.proxy(proxy);
        }
        if (through != null) {
            builder.addInterceptor(through);
        }
        this.client = builder.build();
    }

    @Override
    public Line open(String url, Ear ear) {
        MessageLimit.Meter meter = new MessageLimit.Meter();
        Request request = new Request.Builder()
                .url(url)
                .tag(MessageLimit.Meter.class, meter)
                .build();
        return new SocketLine(client.newWebSocket(request, new Hearing(ear, meter)), meter);
    }

    private record SocketLine(WebSocket socket, MessageLimit.Meter meter) implements Line {
        @Override
        public boolean send(String text) {
            return socket.send(text);
        }

        @Override
        public void close(int code, String reason) {
            socket.close(code, reason);
        }

        @Override
        public void cancel() {
            socket.cancel();
            meter.cancel();
        }
    }

    /** Passes on what OkHttp hears. */
    private static final class Hearing extends WebSocketListener {
        private final Ear ear;
        private final MessageLimit.Meter meter;

        Hearing(Ear ear, MessageLimit.Meter meter) {
            this.ear = ear;
            this.meter = meter;
        }

        @Override
        public void onOpen(WebSocket socket, Response response) {
            ear.opened();
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            meter.read();
            ear.text(text);
        }

        @Override
        public void onMessage(WebSocket socket, ByteString bytes) {
            // OKX sends none, so this is something else.
            socket.cancel();
            meter.cancel();
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(1000, null);
            ear.closed(code, reason);
        }

        @Override
        public void onFailure(WebSocket socket, Throwable cause, @Nullable Response response) {
            ear.failed(cause);
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
