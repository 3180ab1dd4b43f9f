package dev.okx4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A paper exchange on a port of 127.0.0.1, on whose connections things go wrong byte by byte, by the rules of a book.
 *
 * <p>It speaks plain HTTP/1.1 on bare sockets, for any client: what a fault says is what goes over the connection, and nothing
 * mends it on the way. Each connection has a daemon thread; all of them end when the server is closed.
 */
public final class FaultyServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 128;

    private final FrontDoor door;
    private final @Nullable FaultyStreams streams;
    private final Runnable watcher = this::openOrClose;
    private final Set<FaultyConnection> connections = new HashSet<>();
    private int port;
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;
    private boolean stopped;

    private FaultyServer(FrontDoor door, @Nullable FaultyStreams streams) {
        this.door = door;
        this.streams = streams;
    }

    /**
     * Starts serving on any free port; requests meet the faults of the wire, and then its exchange.
     *
     * @throws IOException if no port can be had
     */
    public static FaultyServer start(FaultyWire wire) throws IOException {
        return started(new FaultyServer(wire.door(), null));
    }

    /**
     * Starts serving WebSockets as well, at the addresses of OKX: {@code /ws/v5/public}, {@code private} and {@code business}.
     *
     * @throws IOException if no port can be had
     */
    public static FaultyServer start(FaultyWire wire, FaultyStreams streams) throws IOException {
        return started(new FaultyServer(wire.door(), streams));
    }

    private static FaultyServer started(FaultyServer server) throws IOException {
        try {
            server.listen();
            server.door.faults().watch(server.watcher);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return server;
    }

    /** Returns the port, which is the same all the time, also while it is closed. */
    public int port() {
        return port;
    }

    /** Returns the address to give to a client. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** Closes the port, resets what is open, and returns when nothing is left of it. */
    @Override
    public void close() {
        door.faults().unwatch(watcher);
        synchronized (this) {
            stopped = true;
        }
        shut();
    }

    /** Closes the port while the rules refuse every connection, and opens it when they do no more. */
    private void openOrClose() {
        if (door.faults().portClosed()) {
            shut();
        } else {
            listen();
        }
    }

    private synchronized void listen() {
        if (listener != null || stopped) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            port = opened.getLocalPort();
            listener = opened;
            acceptor = daemon("okx-testing-port", () -> accept(opened));
            acceptor.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shut() {
        List<FaultyConnection> open;
        ServerSocket closing;
        Thread accepting;
        synchronized (this) {
            closing = listener;
            accepting = acceptor;
            listener = null;
            acceptor = null;
            open = List.copyOf(connections);
        }
        try {
            if (closing != null && accepting != null) {
                closing.close();
                // As long as a thread is still about to accept, the machine lets clients in.
                accepting.join();
            }
            for (FaultyConnection connection : open) {
                connection.close();
            }
            for (FaultyConnection connection : open) {
                connection.awaitEnd();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            Socket socket;
            try {
                socket = from.accept();
            } catch (IOException closed) {
                return;
            }
            FaultyConnection connection = new FaultyConnection(socket, door, streams);
            Thread thread = daemon("okx-testing-connection", () -> {
                try {
                    connection.serve();
                } finally {
                    forget(connection);
                }
            });
            connection.servedBy(thread);
            if (remember(connection, from)) {
                thread.start();
            } else {
                connection.close();
            }
        }
    }

    private synchronized boolean remember(FaultyConnection connection, ServerSocket from) {
        return from == listener && connections.size() < MOST_CONNECTIONS && connections.add(connection);
    }

    private synchronized void forget(FaultyConnection connection) {
        connections.remove(connection);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
