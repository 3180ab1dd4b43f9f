package dev.okx4j.paper.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.regex.Pattern;

/** What accounts and keys may be called. */
final class Names {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    private Names() {}

    static boolean isAccount(String name) {
        return ACCOUNT.matcher(name).matches();
    }

    /** Compares in constant time. */
    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(UTF_8), b.getBytes(UTF_8));
    }
}
