package dev.okx4j.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Sink;
import okio.Socket;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Holds a WebSocket connection's socket: ends it on demand, and when more arrives than the longest message holds. */
final class MessageLimit implements Interceptor {
    /** In bytes; as much again as the longest frame that is taken, for what was read ahead. */
    static final long MOST = 8L << 20;

    /** One connection: what has arrived since its last message was complete, which one thread counts, and its end. */
    static final class Meter {
        private long bytes;
        private @Nullable Socket socket;
        private boolean cancelled;

        /** Takes the news that a message is complete. */
        void read() {
            bytes = 0;
        }

        private synchronized void on(Socket opened) {
            socket = opened;
            if (cancelled) {
                opened.cancel();
            }
        }

        /** Ends the socket: OkHttp's own cancel leaves alone what an interceptor has answered with, as the paper exchange does. */
        synchronized void cancel() {
            cancelled = true;
            if (socket != null) {
                socket.cancel();
            }
        }

        private void add(long more) throws IOException {
            bytes += more;
            if (bytes > MOST) {
                throw new IOException("A message is longer than " + MOST + " bytes");
            }
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Meter meter = request.tag(Meter.class);
        // What is compressed to little can be anything when it is not.
        Response response = chain.proceed(
                request.newBuilder().removeHeader("Sec-WebSocket-Extensions").build());
        Socket socket = response.socket();
        if (meter == null || socket == null) {
            return response;
        }
        meter.on(socket);
        return response.newBuilder().socket(new Metered(socket, meter)).build();
    }

    private static final class Metered implements Socket {
        private final Socket socket;
        private final Source source;

        Metered(Socket socket, Meter meter) {
            this.socket = socket;
            this.source = new ForwardingSource(socket.getSource()) {
                @Override
                public long read(Buffer sink, long byteCount) throws IOException {
                    long read = super.read(sink, byteCount);
                    meter.add(Math.max(0, read));
                    return read;
                }
            };
        }

        @Override
        public Source getSource() {
            return source;
        }

        @Override
        public Sink getSink() {
            return socket.getSink();
        }

        @Override
        public void cancel() {
            socket.cancel();
        }
    }
}
