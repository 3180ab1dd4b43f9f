package dev.okx4j.paper.state;

import java.util.regex.Pattern;

/**
 * A key that opens a paper account. Printing it shows only its name.
 *
 * @param mayTrade whether it may do more than look
 */
public record AccountKey(String key, String secret, String passphrase, boolean mayTrade) {
    /** What every key begins with that the exchange makes up. */
    public static final String PREFIX = "PAPER";

    /** OKX's keys are UUIDs, its secrets 32 hexadecimal digits. */
    private static final Pattern REAL_KEY = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Pattern REAL_SECRET = Pattern.compile("[0-9A-F]{32}");

    /**
     * Refuses what looks like a key of OKX's: it would open real money, and has no business here.
     *
     * @throws IllegalArgumentException if it does
     */
    public AccountKey {
        if (looksReal(key) || REAL_SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "This looks like a key of OKX itself, which a paper exchange neither needs nor takes");
        }
    }

    /** Returns whether the name of a key looks like one that OKX gives. */
    public static boolean looksReal(String key) {
        return REAL_KEY.matcher(key).matches();
    }

    @Override
    public String toString() {
        return "AccountKey[" + key + "]";
    }
}
