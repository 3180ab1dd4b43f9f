package dev.okx4j.client.seam;

import java.security.SecureRandom;

/** Random bytes of the operating system. */
final class SecureEntropy implements Entropy {
    static final Entropy SOURCE = new SecureEntropy();

    private final SecureRandom random = new SecureRandom();

    private SecureEntropy() {}

    @Override
    public void fill(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
