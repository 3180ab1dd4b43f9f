package dev.okx4j.client.stream;

import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;

/** One connection, as the exchange sees it. */
@NullUnmarked
final class FarSide implements StreamWire.Line {
    final String url;
    final List<String> sent = new ArrayList<>();
    final List<Long> sentAt = new ArrayList<>();
    final long openedAt;
    /** What is on its way to the client. */
    final Deque<String> back = new ArrayDeque<>();

    Function<String, List<String>> manner;
    /** Whether nothing arrives at the client any more. */
    boolean mute;
    /** Whether nothing that the client sends arrives any more. */
    boolean deaf;
    /** Whether the client's side takes no more. */
    boolean full;

    boolean closed;
    boolean cancelled;
    private boolean opened;
    private final StreamWire.Ear ear;
    private final VirtualTime time;

    FarSide(String url, StreamWire.Ear ear, VirtualTime time, Function<String, List<String>> manner) {
        this.url = url;
        this.ear = ear;
        this.time = time;
        this.manner = manner;
        this.openedAt = time.nanos();
    }

    @Override
    public boolean send(String text) {
        if (full || isOver()) {
            return false;
        }
        sent.add(text);
        sentAt.add(time.nanos());
        if (!deaf) {
            back.addAll(manner.apply(text));
        }
        return true;
    }

    @Override
    public void close(int code, String reason) {
        closed = true;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    boolean isOver() {
        return closed || cancelled;
    }

    boolean open() {
        boolean opens = !opened && !isOver();
        opened |= opens;
        if (opens) {
            ear.opened();
        }
        return opens;
    }

    boolean fail() {
        if (isOver()) {
            return false;
        }
        ear.failed(new IOException("unreachable"));
        return true;
    }

    /** The other side closes. */
    void end(int code) {
        ear.closed(code, "");
    }

    /** Says what is due, at most so many frames. */
    boolean speak(int atMost) {
        boolean spoke = false;
        for (int i = 0; i < atMost && !mute && !isOver() && !back.isEmpty(); i++) {
            ear.text(back.remove());
            spoke = true;
        }
        return spoke;
    }

    /** Says something out of turn. */
    void say(String frame) {
        ear.text(frame);
    }

    /** Returns the requests of one kind that were sent. */
    List<Map<?, ?>> requests(String op) {
        List<Map<?, ?>> found = new ArrayList<>();
        for (String frame : sent) {
            if (!frame.equals("ping")
                    && ((Map<?, ?>) Json.parse(frame)).get("op").equals(op)) {
                found.add((Map<?, ?>) Json.parse(frame));
            }
        }
        return found;
    }

    int topics() {
        return requests("subscribe").stream()
                .mapToInt(request -> ((List<?>) request.get("args")).size())
                .sum();
    }

    /** Answers as OKX does when nothing is wrong. */
    static List<String> obliging(String frame) {
        if (frame.equals("ping")) {
            return List.of("pong");
        }
        Map<?, ?> request = (Map<?, ?>) Json.parse(frame);
        return switch ((String) request.get("op")) {
            case "login" -> List.of("{\"event\":\"login\",\"code\":\"0\",\"msg\":\"\",\"connId\":\"a4d3ae55\"}");
            case "subscribe", "unsubscribe" ->
                ((List<?>) request.get("args"))
                        .stream()
                                .map(arg -> "{\"event\":\"" + request.get("op") + "\",\"arg\":" + Json.write(arg)
                                        + ",\"connId\":\"a4d3ae55\"}")
                                .toList();
            default -> List.of();
        };
    }

    static String error(Object id, String code) {
        return "{\"event\":\"error\",\"id\":\"" + id + "\",\"code\":\"" + code
                + "\",\"msg\":\"said\",\"connId\":\"a4d3ae55\"}";
    }
}
