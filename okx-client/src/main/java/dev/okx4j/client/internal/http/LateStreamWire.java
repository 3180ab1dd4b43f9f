package dev.okx4j.client.internal.http;

import dev.okx4j.client.stream.StreamWire;
import java.net.Proxy;
import org.jspecify.annotations.Nullable;

/** WebSocket connections by OkHttp, which is loaded when the first is opened: a client that only calls REST does without. */
public final class LateStreamWire implements StreamWire, AutoCloseable {
    private final @Nullable Proxy proxy;
    private @Nullable OkHttpStreamWire wire;

    /** @param proxy what to connect through; null for what the JVM's settings say */
    public LateStreamWire(@Nullable Proxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public Line open(String url, Ear ear) {
        return wire().open(url, ear);
    }

    private synchronized OkHttpStreamWire wire() {
        if (wire == null) {
            wire = new OkHttpStreamWire(proxy, null);
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
