package dev.okx4j.client.rest;

import dev.okx4j.client.seam.Entropy;

/** The ids that orders get from this side of the wire. */
final class ClientIds {
    private static final int LENGTH = 32;

    private ClientIds() {}

    /** Returns 32 random letters and digits: 190 bits, which no process repeats, nor any two. */
    static String next(Entropy entropy) {
        return entropy.alphanumeric(LENGTH);
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
