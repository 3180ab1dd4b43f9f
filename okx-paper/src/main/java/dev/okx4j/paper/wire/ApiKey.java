package dev.okx4j.paper.wire;

/** The key that a paper exchange knows. Printing it shows only its name. */
public record ApiKey(String key, String secret, String passphrase) {
    @Override
    public String toString() {
        return "ApiKey[" + key + "]";
    }
}
