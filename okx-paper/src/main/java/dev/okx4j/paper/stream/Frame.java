package dev.okx4j.paper.stream;

import org.jspecify.annotations.Nullable;

/** Something that is to be written to a connection. */
interface Frame {
    /** Returns the text to write. */
    String text();

    /** Returns what frames have in common that may become one when the connection lags behind; null of one that may not. */
    default @Nullable Object slot() {
        return null;
    }

    /** Returns one frame that says what this one and a later one of the same slot say. */
    default Frame followedBy(Frame later) {
        return later;
    }

    /** Returns a frame that is always written. */
    static Frame of(String text) {
        return () -> text;
    }

    /** Returns a frame that a later one of the same slot makes needless. */
    static Frame latest(Object slot, String text) {
        return new Latest(slot, text);
    }

    /** Whole news, which newer ones replace. */
    record Latest(Object slot, String text) implements Frame {}
}
