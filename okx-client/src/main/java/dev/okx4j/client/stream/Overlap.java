package dev.okx4j.client.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What two connections bring while both carry the same topics, and which of the newer one's frames are news.
 *
 * <p>The older one is delivered from all the while, and has caught up with everything that happened before the newer one was
 * subscribed. So a frame of the newer one is either one that was delivered already, letter by letter, or it comes after.
 */
final class Overlap {
    /** More frames than these are not held: the older connection is given up then. */
    static final int MOST = 50_000;

    private final Map<Feed<?>, Part> parts = new HashMap<>();
    private int held;

    /** What is known of one topic. */
    private static final class Part {
        final List<String> held = new ArrayList<>();
        final Set<Long> delivered = new HashSet<>();
        boolean any;
    }

    /** Takes a frame of the older connection that was delivered. */
    void delivered(Feed<?> feed, String frame) {
        Part part = part(feed);
        part.delivered.add(print(frame));
        part.any = true;
    }

    /** Keeps a frame of the newer connection; false when there are too many. */
    boolean hold(Feed<?> feed, String frame) {
        part(feed).held.add(frame);
        return ++held <= MOST;
    }

    /** Forgets what was kept for a topic that is asked for anew. */
    void forget(Feed<?> feed) {
        parts.remove(feed);
    }

    /** Forgets everything: there is to be another newer connection. */
    void clear() {
        parts.clear();
        held = 0;
    }

    /**
     * Returns, once, what a consumer needs who has been told that the older connection's frames are not to be believed any longer: where
     * changes follow a snapshot, everything from the newer connection's snapshot on, and elsewhere what is new.
     */
    List<String> anew(Feed<?> feed) {
        Part part = part(feed);
        if (part.held.isEmpty() || saysAll(feed) || !isSnapshot(feed, part.held.get(0))) {
            return news(feed);
        }
        List<String> frames = List.copyOf(part.held);
        parts.remove(feed);
        return frames;
    }

    /** Returns whether each push says all, so that an older one is never needed. */
    private static boolean saysAll(Feed<?> feed) {
        return feed.topic().channel().backlog() == Channel.Backlog.NEWEST;
    }

    /** Returns, once, what the newer connection has brought beyond what was delivered, in its order. */
    List<String> news(Feed<?> feed) {
        Part part = part(feed);
        List<String> frames = List.copyOf(part.held);
        part.held.clear();
        if (frames.isEmpty()) {
            return frames;
        }
        int cut = -1;
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            if (isRepeat(part, frames.get(i)) || feed.endedWith(frames.get(i))) {
                cut = i;
            } else {
                unknown.add(frames.get(i));
            }
        }
        List<String> after = frames.subList(cut + 1, frames.size());
        if (!isSnapshot(feed, frames.get(0))) {
            return unknown;
        }
        if (cut >= 0 || !part.any) {
            return after;
        }
        if (saysAll(feed)) {
            return List.of(); // the ones that were delivered are newer
        }
        // Changes to a snapshot, and none is the same: what the newer connection tells is whole in itself, from its
        // snapshot on.
        part.delivered.clear();
        return frames;
    }

    /** Returns whether a frame of the newer connection, after it has taken over, was delivered from the older one; true once. */
    boolean isRepeat(Feed<?> feed, String frame) {
        Part part = parts.get(feed);
        return part != null && isRepeat(part, frame);
    }

    private static boolean isRepeat(Part part, String frame) {
        return part.delivered.remove(print(frame));
    }

    private static boolean isSnapshot(Feed<?> feed, String frame) {
        try {
            return feed.isSnapshot(frame);
        } catch (RuntimeException e) {
            return false; // whoever delivers it will find that it cannot be decoded
        }
    }

    private Part part(Feed<?> feed) {
        return parts.computeIfAbsent(feed, key -> new Part());
    }

    /** Returns 64 bits that tell texts apart (FNV-1a, and the bits mixed at the end). */
    private static long print(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 29);
    }
}
