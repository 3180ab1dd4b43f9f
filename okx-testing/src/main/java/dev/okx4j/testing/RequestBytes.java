package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.okx4j.client.rest.WireRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The requests of a connection, read byte by byte: first the line that says what a request is, then the rest of it. */
final class RequestBytes {
    private static final int MOST = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InputStream in;
    private String[] line = {};
    private int read;
    private boolean keepsAlive = true;

    RequestBytes(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** Reads the first line of the next request, and returns false when the client has sent its last. */
    boolean startLine() throws IOException {
        read = 0;
        in.mark(1);
        if (in.read() < 0) {
            return false;
        }
        in.reset();
        line = line().split(" ", -1);
        if (line.length != 3 || !line[2].startsWith("HTTP/1.")) {
            throw new IOException("This is not HTTP/1.1");
        }
        return true;
    }

    String method() {
        return line[0];
    }

    String path() {
        int mark = line[1].indexOf('?');
        return mark < 0 ? line[1] : line[1].substring(0, mark);
    }

    /** Returns what follows the request. */
    InputStream stream() {
        return in;
    }

    /** Returns whether the client wants to send another request; known when the request has been read. */
    boolean keepsAlive() {
        return keepsAlive;
    }

    /** Reads on until this many bytes of the request have been read, or it ends. */
    void readUpTo(int bytes) throws IOException {
        while (read < bytes && in.available() > 0) {
            next();
        }
    }

    /** Returns the request, when it has been read to its end. */
    WireRequest rest(ResponseBytes out) throws IOException {
        Map<String, String> headers = headers();
        keepsAlive = !"close".equalsIgnoreCase(headers.get("connection"));
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.goOn();
        }
        byte[] body = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
                ? chunks()
                : bytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new WireRequest(method(), line[1], headers, body, !method().equals("GET"), PATIENCE);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.writeBytes(bytes(size));
            line();
        }
        headers(); // those that may follow the last chunk
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        if (length < 0 || length > MOST - read) {
            throw new IOException("The request is too long");
        }
        byte[] bytes = in.readNBytes(length);
        read += bytes.length;
        if (bytes.length < length) {
            throw new EOFException("The request has no end");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int b = next(); b != '\n'; b = next()) {
            text.write(b);
        }
        return text.toString(ISO_8859_1).strip();
    }

    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("The request has no end");
        }
        if (++read > MOST) {
            throw new IOException("The request is too long");
        }
        return b;
    }
}
