package dev.okx4j.client.auth;

import java.util.Objects;

/** An API key: its name, its passphrase, and what signs with its secret. Printing it shows none of them in full. */
public final class Credentials {
    private final String apiKey;
    private final Secret passphrase;
    private final Signer signer;

    private Credentials(String apiKey, Secret passphrase, Signer signer) {
        this.apiKey = notBlank(apiKey, "apiKey");
        notBlank(passphrase.reveal(), "passphrase");
        this.passphrase = passphrase;
        this.signer = Objects.requireNonNull(signer, "signer");
    }

    /** Returns a key whose secret is held in this process. */
    public static Credentials of(String apiKey, String secretKey, String passphrase) {
        return signedBy(apiKey, passphrase, Signer.hmacSha256(notBlank(secretKey, "secretKey")));
    }

    /** Returns a key whose secret is held by the signer. */
    public static Credentials signedBy(String apiKey, String passphrase, Signer signer) {
        return new Credentials(apiKey, Secret.of(passphrase), signer);
    }

    /** Returns the key id that OKX knows this key by. */
    public String apiKey() {
        return apiKey;
    }

    /** Returns the passphrase chosen when the key was made. */
    public Secret passphrase() {
        return passphrase;
    }

    /** Returns what signs for this key. */
    public Signer signer() {
        return signer;
    }

    private static String notBlank(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
        // A header cannot carry these, and the transport would name the value when refusing it.
        if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException(name + " holds a character outside printable ASCII");
        }
        return value;
    }

    /** Returns a text that tells keys apart in a log and shows none of their secrets. */
    @Override
    public String toString() {
        return "Credentials[" + apiKey.substring(0, Math.min(4, apiKey.length() / 2)) + "***]";
    }
}
