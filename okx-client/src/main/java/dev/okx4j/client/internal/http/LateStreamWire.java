package dev.okx4j.client.internal.http;

import dev.okx4j.client.stream.StreamWire;
import java.net.Proxy;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/** WebSocket connections by OkHttp, which is loaded when the first is opened: a client that only calls REST does without. */
public final class LateStreamWire implements StreamWire, AutoCloseable {
    private final @Nullable Proxy proxy;
    private final @Nullable Interceptor through;
    private @Nullable OkHttpStreamWire wire;

    /**
     * @param proxy what to connect through; null for what the JVM's settings say
     * @param through what sees each call before the network does; null for nothing
     */
    public LateStreamWire(@Nullable Proxy proxy, @Nullable Interceptor through) {
        this.proxy = proxy;
        this.through = through;
    }

    @Override
    public Line open(String url, Ear ear) {
        return wire().open(url, ear);
    }

    private synchronized OkHttpStreamWire wire() {
        if (wire == null) {
            wire = new OkHttpStreamWire(proxy, through);
        }
        return wire;
    }

    @Override
    public synchronized void close() {
        if (wire != null) {
            wire.close();
        }
    }
}
