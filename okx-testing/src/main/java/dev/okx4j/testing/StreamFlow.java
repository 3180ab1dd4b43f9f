package dev.okx4j.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** One direction of a connection: messages are read at one end, struck by the rules, and written at the other. */
final class StreamFlow {
    private static final int FINAL = 0x80;
    private static final int REMEMBERED = 500;

    private final StreamLink link;
    private final StreamEnd from;
    private final StreamEnd to;
    private final boolean fromClient;
    private final Set<String> muted = new HashSet<>();
    private final Map<String, Deque<String>> recent = new HashMap<>();
    private @Nullable StreamMessage held;
    private volatile boolean deaf;
    private volatile int bytesPerSecond;

    StreamFlow(StreamLink link, StreamEnd from, StreamEnd to, boolean fromClient) {
        this.link = link;
        this.from = from;
        this.to = to;
        this.fromClient = fromClient;
    }

    /** Carries messages until there are no more. */
    void carry() {
        StreamFrames frames = new StreamFrames(from.source());
        try {
            for (StreamFrames.Message next = frames.next(); next != null; next = frames.next()) {
                if (next.opcode() == StreamFrames.TEXT) {
                    arrived(StreamMessage.of(next.payload().utf8(), fromClient, this::text));
                } else if (!deaf) {
                    frame(FINAL | next.opcode(), next.payload());
                }
            }
        } catch (IOException gone) {
            // One side has broken the connection: the other one is told by the link.
        }
    }

    /** Writes nothing any more. */
    void release() {
        synchronized (to) {
            to.releaseSink();
        }
    }

    private void arrived(StreamMessage message) {
        if (deaf) {
            return;
        }
        if (fromClient && message.name().equals("op subscribe")) {
            link.unmute(StreamText.subscribed(message.text()));
        }
        synchronized (this) {
            if (message.push() && (muted.contains(message.fullName()) || muted.contains(message.name()))) {
                return;
            }
            if (message.push()) {
                Deque<String> kept = recent.computeIfAbsent(message.name(), name -> new ArrayDeque<>());
                kept.addLast(message.text());
                if (kept.size() > REMEMBERED) {
                    kept.removeFirst();
                }
            }
        }
        StreamFault fault = link.faults().strike(message);
        if (fault == null) {
            message.pass();
        } else {
            fault.strike(link, message);
        }
        release(message);
    }

    /** Keeps a message back until the next one of its name has passed. */
    synchronized void hold(StreamMessage message) {
        if (held != null) {
            held.pass();
        }
        held = message;
    }

    private synchronized void release(StreamMessage passed) {
        StreamMessage late = held;
        if (late != null && late != passed && late.name().equals(passed.name())) {
            held = null;
            late.pass();
        }
    }

    /** Sends the last pushes of a channel once more. */
    void again(StreamMessage last, int n) {
        List<String> texts;
        synchronized (this) {
            texts = new ArrayList<>(recent.getOrDefault(last.name(), new ArrayDeque<>()));
        }
        texts.subList(Math.max(0, texts.size() - n), texts.size()).forEach(this::text);
    }

    synchronized void mute(StreamMessage push) {
        muted.add(push.fullName());
    }

    synchronized void mute(String channel) {
        muted.add(channel);
    }

    synchronized void unmute(List<String> fullNames) {
        muted.removeAll(fullNames);
    }

    /** Sets whether nothing passes any more, and how many bytes a second do; 0 for any number. */
    void become(boolean nothingPasses, int rate) {
        deaf |= nothingPasses;
        bytesPerSecond = rate;
    }

    void text(String text) {
        frame(FINAL | StreamFrames.TEXT, ByteString.encodeUtf8(text));
    }

    void binary(String text) {
        frame(FINAL | StreamFrames.BINARY, ByteString.encodeUtf8(text));
    }

    void invalid(String text) {
        byte[] bytes = ByteString.encodeUtf8(text).toByteArray();
        bytes[bytes.length / 2] = (byte) 0xFF;
        frame(FINAL | StreamFrames.TEXT, ByteString.of(bytes));
    }

    void fragmented(String text, int bytes) {
        ByteString whole = ByteString.encodeUtf8(text);
        synchronized (to) {
            for (int at = 0; at < whole.size(); at += bytes) {
                int end = Math.min(whole.size(), at + bytes);
                int last = end == whole.size() ? FINAL : 0;
                frame(last | (at == 0 ? StreamFrames.TEXT : 0), whole.substring(at, end));
            }
        }
    }

    void close(int code, String reason) {
        frame(
                FINAL | StreamFrames.CLOSE,
                new Buffer().writeShort(code).writeUtf8(reason).readByteString());
        deaf = true;
    }

    private void frame(int head, ByteString payload) {
        if (bytesPerSecond > 0) {
            link.sleep(Duration.ofMillis(payload.size() * 1000L / bytesPerSecond));
        }
        int mask = fromClient ? 0x80 : 0;
        // Frames of several threads must not mix.
        synchronized (to) {
            if (deaf) {
                return;
            }
            try {
                BufferedSink out = to.sink();
                out.writeByte(head);
                if (payload.size() < 126) {
                    out.writeByte(mask | payload.size());
                } else if (payload.size() < 1 << 16) {
                    out.writeByte(mask | 126).writeShort(payload.size());
                } else {
                    out.writeByte(mask | 127).writeLong(payload.size());
                }
                if (fromClient) {
                    out.writeInt(0);
                }
                out.write(payload);
                out.flush();
            } catch (IOException | IllegalStateException gone) {
                link.lost();
            }
        }
    }
}
