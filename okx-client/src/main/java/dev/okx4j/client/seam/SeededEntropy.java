package dev.okx4j.client.seam;

import java.util.Random;

/** Random bytes that repeat for a seed; safe for use by several threads. */
final class SeededEntropy implements Entropy {
    private final Random random;

    SeededEntropy(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void fill(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
