package dev.okx4j.paper.stream.memory;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/** Reads the messages of a client from frames of RFC 6455. */
final class FrameReader {
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;

    private final BufferedSource in;
    private final int most;
    private final Buffer parts = new Buffer();
    private int begun = TEXT;

    FrameReader(BufferedSource in, int most) {
        this.in = in;
        this.most = most;
    }

    /**
     * A message, or a frame that controls the connection.
     *
     * @param opcode what it is, as in RFC 6455
     */
    record Message(int opcode, ByteString payload) {
        static final int PING = 9;
        static final int CLOSE = 8;

        boolean isText() {
            return opcode == TEXT;
        }
    }

    /** Ends the reading of a message that is longer than is taken. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Returns the next message, whole. Control frames come between the parts of a message as they arrive. */
    Message next() throws IOException {
        while (true) {
            int first = in.readByte() & 0xFF;
            int opcode = first & 0x0F;
            ByteString payload = payload();
            if (opcode >= Message.CLOSE) {
                return new Message(opcode, payload);
            }
            if (opcode != CONTINUATION) {
                begun = opcode;
            }
            parts.write(payload);
            if (parts.size() > most) {
                throw new TooLongException();
            }
            if ((first & FINAL) != 0) {
                return new Message(begun, parts.readByteString());
            }
        }
    }

    private ByteString payload() throws IOException {
        int second = in.readByte() & 0xFF;
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readShort() & 0xFFFF;
        } else if (length == 127) {
            length = in.readLong();
        }
        if (length < 0 || length > most) {
            throw new TooLongException();
        }
        boolean masked = (second & MASKED) != 0;
        byte[] mask = masked ? in.readByteArray(4) : new byte[4];
        byte[] payload = in.readByteArray(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return ByteString.of(payload);
    }
}
