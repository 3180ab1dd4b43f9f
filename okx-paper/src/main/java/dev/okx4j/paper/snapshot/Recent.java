package dev.okx4j.paper.snapshot;

import org.jspecify.annotations.Nullable;

/** Values that came lately, each in the slot of its hash: kept alike by writer and reader, so that a slot says which is meant. */
final class Recent {
    private static final int SLOTS = 1 << 12;

    private final @Nullable Object[] values = new Object[SLOTS];

    /** Returns the slot of a value. */
    static int slot(Object value) {
        int hash = value.hashCode();
        return (hash ^ hash >>> 12 ^ hash >>> 20) & SLOTS - 1;
    }

    /** Returns what is in a slot. */
    @Nullable
    Object at(int slot) {
        return values[slot];
    }

    /** Puts a value into its slot. */
    void put(Object value) {
        values[slot(value)] = value;
    }
}
