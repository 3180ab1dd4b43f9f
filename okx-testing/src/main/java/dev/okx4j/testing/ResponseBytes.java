package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Waits;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.Deflater;

/** The answers of a connection, sound and otherwise. */
final class ResponseBytes {
    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    /** How often a packed mebibyte is sent: ten gibibytes when unpacked. */
    private static final int BOMB = 10 * 1024;

    private final OutputStream out;

    ResponseBytes(OutputStream out) {
        this.out = out;
    }

    /** Lets a client that asked first send its body. */
    void goOn() throws IOException {
        text("HTTP/1.1 100 Continue\r\n\r\n");
    }

    /** Sends an answer as it should be. */
    void whole(WireResponse answer) throws IOException {
        byte[] head = head(answer);
        byte[] all = Arrays.copyOf(head, head.length + answer.body().length);
        System.arraycopy(answer.body(), 0, all, head.length, answer.body().length);
        out.write(all);
        out.flush();
    }

    /** Sends the first bytes of a body whose announced length is the whole one. */
    void cutShort(WireResponse answer, int bytes) throws IOException {
        out.write(head(answer));
        out.write(answer.body(), 0, Math.min(bytes, answer.body().length));
        out.flush();
    }

    /** Sends an answer with a pause before each byte of its body. */
    void slowly(WireResponse answer, Duration each, Waits waits) throws IOException, InterruptedException {
        out.write(head(answer));
        out.flush();
        for (byte b : answer.body()) {
            waits.sleep(each);
            out.write(b);
            out.flush();
        }
    }

    /** Sends the first half of a body, in a chunk that is not the last. */
    void firstChunk(WireResponse answer) throws IOException {
        int half = answer.body().length / 2;
        text(status(answer.status()) + "content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
                + Integer.toHexString(half) + "\r\n");
        out.write(answer.body(), 0, half);
        text("\r\n");
    }

    /** Sends interim answers until the client has enough. */
    void interim() throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            goOn();
        }
    }

    /** Sends zeros, packed, until the client has enough or ten gibibytes are through. */
    void bomb() throws IOException {
        text(status(200) + "content-type: application/json\r\ncontent-encoding: gzip\r\nconnection: close\r\n\r\n");
        out.write(GZIP_HEAD);
        byte[] mebibyte = packedZeros();
        for (int i = 0; i < BOMB; i++) {
            out.write(mebibyte);
        }
        out.flush();
    }

    /** Sends the beginning of a document, and then blanks until the client has enough. */
    void endless() throws IOException {
        text(status(200) + "content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n");
        text("a\r\n{\"code\":\"0\r\n");
        byte[] blanks = new byte[0x4000];
        Arrays.fill(blanks, (byte) ' ');
        while (!Thread.currentThread().isInterrupted()) {
            text("4000\r\n");
            out.write(blanks);
            text("\r\n");
        }
    }

    /** Returns a mebibyte of zeros, packed so that it can stand after itself. */
    private static byte[] packedZeros() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[1 << 20]);
        byte[] packed = new byte[1 << 14];
        int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static byte[] head(WireResponse answer) {
        StringBuilder head = new StringBuilder(status(answer.status()));
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("content-length: ").append(answer.body().length).append("\r\n\r\n");
        return head.toString().getBytes(ISO_8859_1);
    }

    private static String status(int status) {
        return "HTTP/1.1 " + status + (status == 200 ? " OK" : " Status") + "\r\n";
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }
}
