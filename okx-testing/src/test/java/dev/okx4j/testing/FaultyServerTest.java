package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.okx4j.client.rest.WireRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of connections and requests, seen by a bare socket. */
@NullUnmarked
class FaultyServerTest extends BareSocket {
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
}
