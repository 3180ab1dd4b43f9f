package dev.okx4j.testing.prove.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.testing.prove.check.Happened;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** What happened in a world so far. */
public final class Notes {
    private static final int WIDTH = 400;

    private final List<Happened> events = new ArrayList<>();

    void add(Happened event) {
        events.add(event);
    }

    /** Returns everything, oldest first. */
    public List<Happened> events() {
        return Collections.unmodifiableList(events);
    }

    /** Returns the SHA-256 of all lines: equal for two lives of the same world. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            events.forEach(event -> digest.update((event + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the newest lines, cut to a readable width unless all are asked for. */
    public String tail(int lines) {
        int width = lines == Integer.MAX_VALUE ? Integer.MAX_VALUE : WIDTH;
        StringBuilder text = new StringBuilder();
        for (Happened event : events.subList(Math.max(0, events.size() - lines), events.size())) {
            String line = event.toString();
            text.append(line, 0, Math.min(width, line.length())).append('\n');
        }
        return text.toString();
    }
}
