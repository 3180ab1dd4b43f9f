package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.paper.PaperExchange;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A faulty server before a paper exchange, and a bare socket that shows what goes over the connection. */
@NullUnmarked
abstract class BareSocket {
    static final String PLACE = "POST /api/v5/trade/order";
    static final String PLACED = "HTTP/1.1 200 OK\r\n";

    final Faults faults = new Faults();
    static PaperExchange paper;
    static SignedCalls truth;
    FaultyServer server;
    Socket socket;

    @BeforeAll
    static void openExchange() throws IOException {
        paper = PaperExchange.open();
        truth = new SignedCalls(paper.wire(), paper.credentials(), Clock.system());
    }

    @AfterAll
    static void closeExchange() throws IOException {
        paper.close();
    }

    @BeforeEach
    void open() throws IOException {
        paper.wire().exchange(truth.post("/paper/v1/reset", Map.of()));
        server = FaultyServer.start(new FaultyWire(paper.wire(), paper.credentials(), faults));
        socket = connect();
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        server.close();
        await().until(() -> threads().isEmpty());
    }

    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("okx-testing-"))
                .toList();
    }

    Socket connect() throws IOException {
        Socket opened = new Socket("127.0.0.1", server.port());
        opened.setSoTimeout(10_000);
        return opened;
    }

    String order(String clOrdId) {
        WireRequest request = truth.post("/api/v5/trade/order", SignedCalls.market(clOrdId));
        String body = new String(request.body(), UTF_8);
        return head(request) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static String head(WireRequest request) {
        StringBuilder head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.toString();
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    String readAnswer() throws IOException {
        String head = readHead();
        byte[] body = socket.getInputStream().readNBytes(length(head));
        return head + new String(body, UTF_8);
    }

    static int length(String head) {
        return Arrays.stream(head.split("\r\n", -1))
                .filter(line -> line.startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
    }

    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        String line;
        do {
            line = readLine();
            head.append(line);
        } while (!line.equals("\r\n"));
        return head.toString();
    }

    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        do {
            b = socket.getInputStream().read();
            if (b < 0) {
                throw new EOFException();
            }
            line.write(b);
        } while (b != '\n');
        return line.toString(ISO_8859_1);
    }
}
