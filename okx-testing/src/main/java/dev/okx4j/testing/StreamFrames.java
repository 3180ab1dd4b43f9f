package dev.okx4j.testing;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Messages of RFC 6455, put together from the frames that carry them. */
final class StreamFrames {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    private static final int MOST = 16 << 20;

    private final BufferedSource in;
    private final Buffer parts = new Buffer();
    private int kind = TEXT;

    StreamFrames(BufferedSource in) {
        this.in = in;
    }

    /**
     * A whole message, or a frame that controls the connection.
     *
     * @param opcode what it is by RFC 6455
     */
    record Message(int opcode, ByteString payload) {}

    /** Returns the next message, or null when there is none any more. */
    @Nullable
    Message next() throws IOException {
        while (!in.exhausted()) {
            int first = in.readByte() & 0xFF;
            int opcode = first & 0x0F;
            int second = in.readByte() & 0xFF;
            long length = second & 0x7F;
            if (length == 126) {
                length = in.readShort() & 0xFFFF;
            } else if (length == 127) {
                length = in.readLong();
            }
            if (length < 0 || length + parts.size() > MOST) {
                throw new IOException("A message is longer than " + MOST + " bytes");
            }
            byte[] mask = (second & 0x80) == 0 ? new byte[4] : in.readByteArray(4);
            byte[] payload = in.readByteArray(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i & 3];
            }
            if (opcode >= CLOSE) {
                return new Message(opcode, ByteString.of(payload));
            }
            kind = opcode == 0 ? kind : opcode;
            parts.write(payload);
            if ((first & 0x80) != 0) {
                return new Message(kind, parts.readByteString());
            }
        }
        return null;
    }
}
