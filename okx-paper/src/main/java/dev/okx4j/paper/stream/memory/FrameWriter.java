package dev.okx4j.paper.stream.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSink;

/** Writes the frames of a server as RFC 6455 has them: whole, and not masked. */
final class FrameWriter {
    private static final int FINAL = 0x80;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PONG = 10;

    private final BufferedSink out;

    FrameWriter(BufferedSink out) {
        this.out = out;
    }

    void text(String text) throws IOException {
        frame(TEXT, new Buffer().writeUtf8(text));
    }

    void pong(okio.ByteString payload) throws IOException {
        frame(PONG, new Buffer().write(payload));
    }

    void close(int code, String reason) throws IOException {
        frame(CLOSE, new Buffer().writeShort(code).write(reason.getBytes(UTF_8)));
    }

    private synchronized void frame(int opcode, Buffer payload) throws IOException {
        out.writeByte(FINAL | opcode);
        long length = payload.size();
        if (length < 126) {
            out.writeByte((int) length);
        } else if (length < 1 << 16) {
            out.writeByte(126).writeShort((int) length);
        } else {
            out.writeByte(127).writeLong(length);
        }
        out.writeAll(payload);
        out.flush();
    }
}
