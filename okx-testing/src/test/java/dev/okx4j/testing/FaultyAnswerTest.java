package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What an answer is, byte by byte, seen by a bare socket. */
@NullUnmarked
class FaultyAnswerTest extends BareSocket {
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
