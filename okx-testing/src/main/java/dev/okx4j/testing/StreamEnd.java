package dev.okx4j.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.Okio;

/**
 * What leads from a proxy to one of the two sides of a connection.
 *
 * @param finishing says that nothing more will be sent to it
 * @param breaking breaks it
 */
record StreamEnd(BufferedSource source, BufferedSink sink, Step finishing, Step breaking) {
    /** Something about a connection that may fail because it has ended. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /** Returns the end that is a socket, of whose bytes some may have been read ahead. */
    static StreamEnd of(Socket socket, InputStream in) throws IOException {
        return new StreamEnd(
                Okio.buffer(Okio.source(in)), Okio.buffer(Okio.sink(socket)), socket::shutdownOutput, () -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                });
    }

    /** Returns the end that is a pipe, or a connection of OkHttp. */
    static StreamEnd of(okio.Socket socket) {
        return new StreamEnd(
                Okio.buffer(socket.getSource()),
                Okio.buffer(socket.getSink()),
                () -> socket.getSink().close(),
                socket::cancel);
    }

    /** Lets the reading side go, on the thread that reads: OkHttp holds a connection until both of its sides are closed. */
    void releaseSource() {
        quietly(source::close);
    }

    /** Lets the writing side go, while nobody writes; what was left to write is lost. */
    void releaseSink() {
        quietly(sink::close);
    }

    void finish() {
        quietly(finishing);
    }

    void reset() {
        quietly(breaking);
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (IOException over) {
            // It has ended already.
        }
    }
}
