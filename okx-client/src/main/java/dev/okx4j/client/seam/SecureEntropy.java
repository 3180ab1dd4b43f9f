package dev.okx4j.client.seam;

import java.security.SecureRandom;

/** Random bytes of the operating system. */
enum SecureEntropy implements Entropy {
    INSTANCE;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void fill(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
