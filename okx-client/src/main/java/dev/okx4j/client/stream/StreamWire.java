package dev.okx4j.client.stream;

import dev.okx4j.client.internal.http.OkHttpStreamWire;
import okhttp3.Interceptor;

/** Opens WebSocket connections: over the network, to the paper exchange in this process, or to a test. */
@FunctionalInterface
public interface StreamWire {
    /**
     * Begins to open a connection, and returns before it is open.
     *
     * @param url the address, as {@code wss://host/ws/v5/public}
     * @param ear hears what comes of it
     * @return the connection; frames may be sent once it is open
     */
    Line open(String url, Ear ear);

    /**
     * Returns a wire whose connections pass an interceptor of OkHttp, as the paper exchange in this process has one.
     *
     * @param through sees each connection before the network does, and may answer it
     */
    static StreamWire through(Interceptor through) {
        return new OkHttpStreamWire(null, through);
    }

    /** One connection. */
    interface Line {
        /**
         * Queues a text frame, in the order of the calls; safe for use by several threads.
         *
         * @return false when the connection is closed, or so much is queued that it must be given up: then nothing was queued
         */
        boolean send(String text);

        /** Begins a regular close with a code of RFC 6455. */
        void close(int code, String reason);

        /** Drops the connection at once, without a word to the other side. */
        void cancel();
    }

    /** Hears what comes of a connection: one call at a time. */
    interface Ear {
        /** The connection is open. */
        void opened();

        /** A whole text frame arrived. */
        void text(String frame);

        /** The other side closed, with its code. Nothing comes after it. */
        void closed(int code, String reason);

        /** The connection failed, or could not be opened. Nothing comes after it. */
        void failed(Throwable cause);
    }
}
