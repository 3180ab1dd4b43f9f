package dev.okx4j.paper.wire;

import org.jspecify.annotations.Nullable;

/** Finds what a key opens. Asked at every call, so that a key can be given and taken away meanwhile. */
@FunctionalInterface
public interface KeyRing {
    /** Returns what the key of this name opens, or null when there is none. */
    @Nullable
    Grant find(String key);
}
