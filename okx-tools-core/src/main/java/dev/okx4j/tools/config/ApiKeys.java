package dev.okx4j.tools.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API key with its secrets, and where it was found; its text form shows neither.
 *
 * @param apiKey the key
 * @param secretKey the secret that signs
 * @param passphrase the passphrase
 * @param fromFile whether it lies in {@code config.toml}
 */
record ApiKeys(String apiKey, String secretKey, String passphrase, boolean fromFile) {
    /** What to do without a key, in words. */
    static final String HOW = "set OKX_API_KEY, OKX_SECRET_KEY and OKX_PASSPHRASE, or add a profile to config.toml";

    /**
     * Returns the key that counts: a named profile's own, else the environment's, else the default profile's.
     *
     * <p>A key is taken from one place as a whole. Mixing the environment's key with a file's secret can only fail, or
     * trade on an account that nobody meant.
     */
    static @Nullable ApiKeys find(Map<String, String> env, Profile profile, boolean named) {
        ApiKeys environment = of(
                "the environment",
                List.of("OKX_API_KEY", "OKX_SECRET_KEY", "OKX_PASSPHRASE"),
                env.get("OKX_API_KEY"),
                env.get("OKX_SECRET_KEY"),
                env.get("OKX_PASSPHRASE"),
                false);
        ApiKeys file = of(
                "profile " + profile.name(),
                List.of("api_key", "secret_key", "passphrase"),
                profile.apiKey(),
                profile.secretKey(),
                profile.passphrase(),
                true);
        ApiKeys first = named ? file : environment;
        return first != null ? first : named ? environment : file;
    }

    private static @Nullable ApiKeys of(
            String place,
            List<String> names,
            @Nullable String key,
            @Nullable String secret,
            @Nullable String passphrase,
            boolean fromFile) {
        List<String> missing = new ArrayList<>();
        String[] values = {strip(key), strip(secret), strip(passphrase)};
        for (int i = 0; i < values.length; i++) {
            if (values[i].isEmpty()) {
                missing.add(names.get(i));
            }
        }
        if (missing.isEmpty()) {
            return new ApiKeys(values[0], values[1], values[2], fromFile);
        }
        if (missing.size() == names.size()) {
            return null;
        }
        throw new LaunchException(
                "The API key in " + place + " is not complete: " + String.join(" and ", missing) + " is missing.");
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "ApiKeys[" + (fromFile ? "config.toml" : "environment") + "]";
    }
}
