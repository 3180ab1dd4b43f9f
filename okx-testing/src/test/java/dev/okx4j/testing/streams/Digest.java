package dev.okx4j.testing.streams;

/** A short text that stands for a long one. */
final class Digest {
    private static final long PRIME = 0x100000001B3L;

    private Digest() {}

    static String of(CharSequence text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return Long.toHexString(hash) + "." + text.length();
    }
}
