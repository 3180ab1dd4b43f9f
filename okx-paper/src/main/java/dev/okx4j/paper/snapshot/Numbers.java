package dev.okx4j.paper.snapshot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives each object a number, told apart by identity. */
final class Numbers {
    private @Nullable Object[] keys = new Object[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int count;

    /** Returns the number of an object that has one, else −1, and gives it the next. */
    int seen(Object value) {
        int slot = slot(value);
        while (keys[slot] != null) {
            if (keys[slot] == value) {
                return numbers[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = value;
        numbers[slot] = count++;
        if (count > keys.length >> 1) {
            grow();
        }
        return -1;
    }

    private int slot(Object value) {
        int hash = System.identityHashCode(value);
        return (hash ^ hash >>> 16) & keys.length - 1;
    }

    private void grow() {
        @Nullable Object[] old = keys;
        int[] given = numbers;
        keys = new Object[old.length << 1];
        numbers = new int[keys.length];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < old.length; i++) {
            Object key = old[i];
            if (key != null) {
                int slot = slot(key);
                while (keys[slot] != null) {
                    slot = slot + 1 & keys.length - 1;
                }
                keys[slot] = key;
                numbers[slot] = given[i];
            }
        }
    }
}
