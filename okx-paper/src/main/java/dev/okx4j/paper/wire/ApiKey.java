package dev.okx4j.paper.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** The key that a paper exchange knows. Printing it shows only its name. */
public record ApiKey(String key, String secret, String passphrase) {
    /** Returns whether this is the key of a name, compared in constant time. */
    public boolean isNamed(String name) {
        return MessageDigest.isEqual(key.getBytes(UTF_8), name.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "ApiKey[" + key + "]";
    }
}
