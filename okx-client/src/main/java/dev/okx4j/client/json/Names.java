package dev.okx4j.client.json;

import java.util.Arrays;

/** A table of names that is too large to be looked through for each. */
final class Names {
    private final String[] names;
    /** By hash: the place of the first name that has it, or -1. */
    private final int[] first;
    /** By place: the place of the next name with the same hash, or -1. */
    private final int[] next;

    Names(String[] names) {
        this.names = names;
        this.first = new int[Integer.highestOneBit(names.length * 4 + 1)];
        this.next = new int[names.length];
        Arrays.fill(first, -1);
        for (int i = 0; i < names.length; i++) {
            int hash = hash(names[i], 0, names[i].length());
            next[i] = first[hash];
            first[hash] = i;
        }
    }

    /** Returns the place of the name that is a part of a text, or {@link JsonScanner#OTHER}. */
    int place(String text, int start, int end) {
        if (start < end) {
            for (int i = first[hash(text, start, end)]; i >= 0; i = next[i]) {
                if (names[i].length() == end - start && text.startsWith(names[i], start)) {
                    return i;
                }
            }
        }
        return JsonScanner.OTHER;
    }

    private int hash(String text, int start, int end) {
        int middle = text.charAt((start + end) >>> 1);
        int hash = (end - start) + text.charAt(start) * 31 + text.charAt(end - 1) * 131 + middle * 17;
        return hash & (first.length - 1);
    }
}
