package dev.okx4j.tools.config;

import org.jspecify.annotations.Nullable;

/**
 * One profile of {@code config.toml}; its text form shows no secret.
 *
 * @param name its name in the file
 * @param apiKey the API key
 * @param secretKey the secret key
 * @param passphrase the passphrase
 * @param demo whether the key is for demo trading; absent if the file does not say
 * @param site the OKX site
 * @param baseUrl an address to use instead of the site's
 * @param timeoutMs how long to wait for an answer, in milliseconds
 * @param proxyUrl a proxy
 */
record Profile(
        String name,
        @Nullable String apiKey,
        @Nullable String secretKey,
        @Nullable String passphrase,
        @Nullable Boolean demo,
        @Nullable String site,
        @Nullable String baseUrl,
        @Nullable Long timeoutMs,
        @Nullable String proxyUrl) {
    /** The profile of a launch without a file. */
    static final Profile NONE = new Profile("", null, null, null, null, null, null, null, null);

    /** Returns whether the file says so in words; a profile that says neither is neither. */
    boolean says(boolean demoOrNot) {
        return demo != null && demo == demoOrNot;
    }

    @Override
    public String toString() {
        return "Profile[" + name + "]";
    }
}
