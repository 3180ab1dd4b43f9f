package dev.okx4j.client.seam;

/** A source of randomness for ids and jitter. */
@FunctionalInterface
public interface Entropy {
    /** Fills the array with random bytes. Implementations are safe for use by several threads. */
    void fill(byte[] bytes);

    /** Returns {@code length} random ASCII letters and digits, each equally likely. */
    default String alphanumeric(int length) {
        return Alphanumeric.random(this, length);
    }

    /** Returns 64 random bits. */
    default long nextLong() {
        byte[] bytes = new byte[8];
        fill(bytes);
        long value = 0;
        for (byte b : bytes) {
            value = (value << 8) | (b & 0xFF);
        }
        return value;
    }

    /** Returns the machine's cryptographically strong source. */
    static Entropy secure() {
        return SecureEntropy.SOURCE;
    }

    /** Returns a source that gives the same bytes for the same seed, for tests and simulations. */
    static Entropy seeded(long seed) {
        return new SeededEntropy(seed);
    }
}
