package dev.okx4j.testing.prove.world;

import java.util.Arrays;

/** Bytes that grow. */
final class Bytes {
    private byte[] bytes = new byte[1024];
    private int size;

    int size() {
        return size;
    }

    void write(int at, byte[] content, int length) {
        if (at + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + length, 2 * bytes.length));
        }
        System.arraycopy(content, 0, bytes, at, length);
        size = Math.max(size, at + length);
    }

    void truncate(int length) {
        Arrays.fill(bytes, Math.min(length, size), Math.max(length, size), (byte) 0);
        size = length;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    void set(Bytes other) {
        bytes = other.copy();
        size = other.size;
        if (bytes.length == 0) {
            bytes = new byte[16];
        }
    }

    /** Returns whether a text of ASCII letters is among them, looking from the end, where what was written last is. */
    boolean hold(String text) {
        int length = text.length();
        for (int from = size - length; from >= 0; from--) {
            int i = 0;
            while (i < length && bytes[from + i] == (byte) text.charAt(i)) {
                i++;
            }
            if (i == length) {
                return true;
            }
        }
        return false;
    }
}
