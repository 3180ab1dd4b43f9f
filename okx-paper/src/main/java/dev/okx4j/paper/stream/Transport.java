package dev.okx4j.paper.stream;

import java.util.concurrent.Executor;

/**
 * What carries the frames of one connection: a socket, or a pipe in this process. Its executor's threads may be held up by a
 * slow client, no other thread is.
 */
public interface Transport extends Executor {
    /** Sends a text frame, and runs {@code sent} once the next one may follow; never, when the connection has broken. */
    void send(String text, Runnable sent);

    /** Sends a close frame behind what was sent before. */
    void close(int code, String reason);

    /** Breaks the connection. */
    void abort();
}
