package dev.okx4j.client.internal.http;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The two HTTP clients, derived from one so that they share threads and settings.
 *
 * <p>Left alone, OkHttp sends a POST a second time after a lost connection, a 408, a 503 with {@code Retry-After: 0} and some
 * redirects. For an order each of these is a second order.
 *
 * @param reads for requests that may be sent again
 * @param writes for requests that must arrive once at most; their bodies must be one-shot as well
 */
record OkHttpClients(OkHttpClient reads, OkHttpClient writes) {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    static OkHttpClients create(@Nullable Proxy proxy) {
        return hardened(new OkHttpClient.Builder().proxy(proxy));
    }

    /** Returns clients that open a connection for each request: a kept one could be one to a process that has gone. */
    static OkHttpClients withoutKeptConnections() {
        return hardened(new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .proxy(Proxy.NO_PROXY));
    }

    private static OkHttpClients hardened(OkHttpClient.Builder builder) {
        OkHttpClient reads = builder.followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                // The deadline of the whole call rules; a pause inside it is no reason to give up.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListenerFactory(OkHttpClients::listener)
                .build();
        OkHttpClient writes = reads.newBuilder()
                .retryOnConnectionFailure(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .build();
        return new OkHttpClients(reads, writes);
    }

    private static EventListener listener(Call call) {
        FirstByte firstByte = call.request().tag(FirstByte.class);
        return firstByte == null ? EventListener.NONE : firstByte;
    }

    /** Notices when a request starts to leave: until then, its failure is certain not to have reached anyone. */
    static final class FirstByte extends EventListener {
        private volatile boolean left;

        boolean left() {
            return left;
        }

        @Override
        public void requestHeadersStart(Call call) {
            left = true;
        }

        Request tag(Request.Builder request) {
            return request.tag(FirstByte.class, this).build();
        }
    }

    void close() {
        reads.dispatcher().cancelAll();
        writes.dispatcher().cancelAll();
        reads.connectionPool().evictAll();
    }
}
