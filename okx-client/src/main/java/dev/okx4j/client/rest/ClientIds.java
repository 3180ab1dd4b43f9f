package dev.okx4j.client.rest;

import dev.okx4j.client.seam.Entropy;
import java.util.concurrent.atomic.AtomicLong;

/** The ids that orders get from this side of the wire. */
final class ClientIds {
    private static final int LENGTH = 32;
    private static final int COUNTED = 6;
    private static final long WRAP = 2_176_782_336L; // 36^6

    private static final AtomicLong COUNTER = new AtomicLong();

    private ClientIds() {}

    /** Returns 26 random letters and digits, and 6 that count, so that one process never repeats itself even on bad luck. */
    static String next(Entropy entropy) {
        String count = Long.toString(COUNTER.getAndIncrement() % WRAP, 36);
        return entropy.alphanumeric(LENGTH - COUNTED) + "0".repeat(COUNTED - count.length()) + count;
    }

    /** Returns the id when OKX would take it. */
    static String check(String name, String id) {
        boolean plain = !id.isEmpty()
                && id.length() <= LENGTH
                && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
        if (!plain) {
            throw new IllegalArgumentException(name + " must be 1 to 32 letters and digits");
        }
        return id;
    }
}
