package dev.okx4j.client.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server on a bare socket that counts the orders it reads, and treats the first of them badly. */
final class OrderServer implements Closeable {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    /** What becomes of the first order's answer. */
    enum Mode {
        /** The connection ends. */
        FIN,
        /** The connection is torn down. */
        RST,
        /** The answer stops in the middle. */
        PARTIAL,
        /** The server says that the request took too long. */
        TIMEOUT_408,
        /** The server asks to try again at once. */
        RETRY_503,
        /** The server sends the client elsewhere. */
        REDIRECT_307
    }

    private final ServerSocket listener = new ServerSocket();
    private final AtomicInteger orders = new AtomicInteger();
    private final Mode mode;

    OrderServer(Mode mode) throws IOException {
        this.mode = mode;
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    int orders() {
        return orders.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            for (String request = read(in); request != null; request = read(in)) {
                if (request.contains("ORDER") && orders.incrementAndGet() == 1) {
                    if (!spoil(socket, out)) {
                        return;
                    }
                } else {
                    write(out, OK);
                }
            }
        } catch (IOException gone) {
            // The client hung up.
        }
    }

    /** Spoils the answer, and returns whether the connection stays open. */
    private boolean spoil(Socket socket, OutputStream out) throws IOException {
        switch (mode) {
            case FIN -> {
                return false;
            }
            case RST -> {
                socket.setSoLinger(true, 0);
                return false;
            }
            case PARTIAL -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"co");
                return false;
            }
            case TIMEOUT_408 -> {
                write(out, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                return false;
            }
            case RETRY_503 -> write(out, "HTTP/1.1 503 Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
            case REDIRECT_307 ->
                write(out, "HTTP/1.1 307 Elsewhere\r\nLocation: " + url() + "/other\r\nContent-Length: 0\r\n\r\n");
        }
        return true;
    }

    /** Returns the head and body of the next request, or null when the client has hung up. */
    private static @Nullable String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return null;
            }
            head.append((char) c);
        }
        int length = 0;
        for (String line : head.toString().split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "order-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
