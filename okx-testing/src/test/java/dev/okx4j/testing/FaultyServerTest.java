package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.paper.PaperExchange;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the connection, read by a bare socket. */
@NullUnmarked
class FaultyServerTest {
    private static final String PLACE = "POST /api/v5/trade/order";
    private static final String PLACED = "HTTP/1.1 200 OK\r\n";

    private final Faults faults = new Faults();
    private static PaperExchange paper;
    private static SignedCalls truth;
    private FaultyServer server;
    private Socket socket;

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

    @Test
    void requests_followEachOtherOnOneConnection() throws IOException {
        for (int i = 0; i < 3; i++) {
            send(order("a" + i));
            assertThat(readAnswer()).startsWith(PLACED).contains("\"sCode\":\"0\"");
        }
        assertThat(truth.fills()).isEqualTo(3);
    }

    @Test
    void connectionClose_isRespected() throws IOException {
        send(order("a1").replaceFirst("\r\n", "\r\nConnection: close\r\n"));

        assertThat(readAll()).startsWith(PLACED);
    }

    @Test
    void bodyInChunks_andExpectation_areUnderstood() throws IOException {
        WireRequest request = truth.post("/api/v5/trade/order", SignedCalls.market("a1"));
        String body = new String(request.body(), UTF_8);
        send(head(request) + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
        assertThat(readHead()).startsWith("HTTP/1.1 100");
        send("5\r\n" + body.substring(0, 5) + "\r\n" + Integer.toHexString(body.length() - 5) + "\r\n"
                + body.substring(5) + "\r\n0\r\n\r\n");

        assertThat(readAnswer()).startsWith(PLACED);
        assertThat(truth.fills()).isEqualTo(1);
    }

    @Test
    void resetBefore_strikesAKeptConnection_atTheNextRequest() throws IOException {
        faults.on(PLACE).nth(2).then(Fault.resetBefore());
        send(order("a1"));
        assertThat(readAnswer()).startsWith(PLACED);

        send(order("a2"));

        assertThatThrownBy(this::readAll).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        assertThat(truth.fills()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 200, 100_000})
    void resetAt_neverReachesTheExchange(int at) throws IOException {
        faults.on(PLACE).nth(1).then(Fault.resetAt(at));

        send(order("a1"));

        assertThatThrownBy(this::readAll).isInstanceOf(SocketException.class);
        assertThat(truth.orders()).isZero();
    }

    @Test
    void resetAfterRead_andFinAfterRead_differOnlyInTheEnd() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.resetAfterRead(Effect.ACCEPTED));
        faults.on(PLACE).nth(2).then(Fault.finAfterRead(Effect.ACCEPTED));

        send(order("a1"));
        assertThatThrownBy(this::readAll).isInstanceOf(SocketException.class);
        socket = connect();
        send(order("a2"));
        assertThat(readAll()).isEmpty();
        assertThat(truth.fills()).isEqualTo(2);
    }

    @Test
    void refuse_ofEverything_closesThePort_untilTheFaultsAreCleared() throws IOException {
        send(order("a1"));
        assertThat(readAnswer()).startsWith(PLACED);

        faults.on("*").each().then(Fault.refuse());
        assertThatThrownBy(this::readAll).isInstanceOf(SocketException.class);
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);

        faults.clear();
        socket = connect();
        send(order("a2"));
        assertThat(readAnswer()).startsWith(PLACED);
    }

    @Test
    void silence_leavesTheConnectionOpen_andBlackholeToo() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.silence(Effect.ACCEPTED));
        faults.on(PLACE).nth(2).then(Fault.blackhole());

        for (String id : List.of("a1", "a2")) {
            socket.setSoTimeout(100);
            send(order(id));
            assertThatThrownBy(this::readAll).isInstanceOf(SocketTimeoutException.class);
            socket.close();
            socket = connect();
        }
        assertThat(truth.fills()).isEqualTo(1);
    }

    @Test
    void truncate_announcesMoreThanItSends() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.truncate(9, Effect.ACCEPTED));

        send(order("a1"));

        String answer = readAll();
        assertThat(answer).endsWith("\r\n\r\n{\"code\":\"");
        assertThat(length(answer)).isGreaterThan(100);
    }

    @Test
    void garbageTail_isPartOfTheBody() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.garbageTail(Effect.ACCEPTED));

        send(order("a1"));

        assertThat(readAnswer()).endsWith("}\n{\"code\":\"0\"}");
    }

    @Test
    void chunksWithoutEnd_stopInTheMiddle() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.chunksWithoutEnd(Effect.ACCEPTED));

        send(order("a1"));

        assertThat(readHead()).containsIgnoringCase("transfer-encoding: chunked");
        assertThat(readLine()).matches("[0-9a-f]+\r\n");
        assertThat(readLine()).startsWith("{\"code\":\"0\"");
        socket.setSoTimeout(100);
        assertThatThrownBy(this::readLine).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void interimAnswers_goOnAndOn() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.interimAnswers(Effect.ACCEPTED));

        send(order("a1"));

        for (int i = 0; i < 1_000; i++) {
            assertThat(readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        }
    }

    @Test
    void drip_sendsByteByByte_andArrivesWhole() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.drip(20_000, Effect.ACCEPTED));

        send(order("a1"));

        assertThat(readAnswer()).contains("\"sCode\":\"0\"").endsWith("}");
    }

    @Test
    void gzipBomb_unpacksIntoAThousandTimesItsSize() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.gzipBomb(Effect.ACCEPTED));

        send(order("a1"));

        assertThat(readHead()).containsIgnoringCase("content-encoding: gzip");
        CountingStream packed = new CountingStream(socket.getInputStream());
        InputStream unpacked = new GZIPInputStream(packed, 512);
        unpacked.skipNBytes(100L << 20);
        assertThat(packed.count).isLessThan(1 << 20);
    }

    @Test
    void endless_hasMoreThanAnyoneWants() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.endless(Effect.ACCEPTED));

        send(order("a1"));

        socket.getInputStream().skipNBytes(100L << 20);
    }

    @Test
    void status_andPage_areWhatTheySay() throws IOException {
        faults.on(PLACE).nth(1).then(Fault.status(307, Effect.NONE));
        faults.on(PLACE).nth(2).then(Fault.page("<h1>Ü</h1>", 520, Effect.NONE));

        send(order("a1"));
        assertThat(readAnswer()).startsWith("HTTP/1.1 307 ").contains("location: /api/v5/trade/order\r\n");
        send(order("a2"));
        assertThat(readAnswer())
                .startsWith("HTTP/1.1 520 ")
                .contains("text/html")
                .endsWith("<h1>Ü</h1>");
        assertThat(truth.orders()).isZero();
    }

    @Test
    void delayedRequest_arrivesAfterTheClientHasGone_unlessTheFaultsAreClearedBefore() throws IOException {
        faults.on(PLACE).each().then(Fault.delay(Duration.ofMillis(300), Effect.ACCEPTED));
        send(order("a1"));
        await().until(() -> faults.seen().size() == 1);
        socket.close();
        assertThat(truth.orders()).isZero();
        await().until(() -> truth.fills() == 1);

        socket = connect();
        send(order("a2"));
        await().until(() -> faults.seen().size() == 2);
        faults.clear();
        assertThatThrownBy(this::readAll).isInstanceOf(SocketException.class);
        assertThat(truth.fills()).isEqualTo(1);
    }

    @Test
    void whatIsNotHttp_endsTheConnection() throws IOException {
        send("hello\r\n");

        assertThat(readAll()).isEmpty();
    }

    @Test
    void close_endsEveryThread_whateverItIsDoing() throws IOException {
        List<Fault> slow = List.of(
                Fault.silence(Effect.NONE),
                Fault.interimAnswers(Effect.NONE),
                Fault.endless(Effect.NONE),
                Fault.gzipBomb(Effect.NONE),
                Fault.drip(1, Effect.NONE),
                Fault.delay(Duration.ofHours(1), Effect.ACCEPTED),
                Fault.chunksWithoutEnd(Effect.NONE),
                Fault.blackhole());
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < slow.size(); i++) {
            faults.on(PLACE).nth(1).then(slow.get(i));
            Socket stuck = connect();
            sockets.add(stuck);
            stuck.getOutputStream().write(order("a" + i).getBytes(ISO_8859_1));
            int struck = i + 1;
            await().until(() -> faults.seen().size() == struck);
        }
        assertThat(threads()).hasSizeGreaterThan(slow.size());

        server.close();

        await().until(() -> threads().isEmpty());
        for (Socket each : sockets) {
            each.close();
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("okx-testing-"))
                .toList();
    }

    private Socket connect() throws IOException {
        Socket opened = new Socket("127.0.0.1", server.port());
        opened.setSoTimeout(10_000);
        return opened;
    }

    private String order(String clOrdId) {
        WireRequest request = truth.post("/api/v5/trade/order", SignedCalls.market(clOrdId));
        String body = new String(request.body(), UTF_8);
        return head(request) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String head(WireRequest request) {
        StringBuilder head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.toString();
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    private String readAnswer() throws IOException {
        String head = readHead();
        byte[] body = socket.getInputStream().readNBytes(length(head));
        return head + new String(body, UTF_8);
    }

    private static int length(String head) {
        return Arrays.stream(head.split("\r\n", -1))
                .filter(line -> line.startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        String line;
        do {
            line = readLine();
            head.append(line);
        } while (!line.equals("\r\n"));
        return head.toString();
    }

    private String readLine() throws IOException {
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

    private static final class CountingStream extends InputStream {
        private final InputStream in;
        private int count;

        CountingStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            count++;
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
