package dev.okx4j.paper.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.paper.state.AccountKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks the key, the time and the signature of a private request, as OKX documents them. */
final class Gatekeeper {
    /** How far a timestamp may be off, either way. */
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    /** A login's time, which OKX takes in seconds. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

    private final KeyRing ring;

    Gatekeeper(KeyRing ring) {
        this.ring = ring;
    }

    /**
     * Returns what the key of the request opens; refuses it unless it was signed with that key within 30 seconds of {@code
     * now}, and the key may do what is asked.
     */
    Grant check(
            Route.Access asked, Map<String, String> headers, String method, String target, byte[] body, Instant now) {
        String given = header(headers, "OK-ACCESS-KEY", "50103");
        String signature = header(headers, "OK-ACCESS-SIGN", "50106");
        String timestamp = header(headers, "OK-ACCESS-TIMESTAMP", "50107");
        String passphrase = header(headers, "OK-ACCESS-PASSPHRASE", "50104");
        if (Duration.between(time(timestamp), now).abs().compareTo(WINDOW) > 0) {
            throw new RefusedException("50102", "Timestamp request expired");
        }
        Grant grant = ring.find(given);
        if (grant == null) {
            throw new RefusedException(
                    "50111",
                    AccountKey.looksReal(given)
                            ? "Invalid OK-ACCESS-KEY: this is a paper exchange, and that looks like a key to real money"
                            : "Invalid OK-ACCESS-KEY");
        }
        if (!same(passphrase, grant.key().passphrase())) {
            throw new RefusedException("50105", "OK-ACCESS-PASSPHRASE incorrect");
        }
        if (!same(signature, sign(grant.key(), timestamp + method + target, body))) {
            throw new RefusedException("50113", "Invalid Sign");
        }
        if (asked == Route.Access.TRADE && !grant.mayTrade()) {
            throw new RefusedException("50120", "This API key doesn't have permission to use this function");
        }
        return grant;
    }

    /**
     * Returns what the key of a WebSocket login opens; refuses it, with the codes that OKX has for logins, unless it was signed
     * with that key within 30 seconds of {@code now}.
     */
    Grant login(Params login, Instant now) {
        String timestamp = login.optional("timestamp");
        if (timestamp == null || !SECONDS.matcher(timestamp).matches()) {
            throw new RefusedException("60004", "Invalid timestamp");
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp.replaceAll("\\..*", "")));
        String given = login.optional("apiKey");
        Grant grant = given == null ? null : ring.find(given);
        if (grant == null) {
            throw new RefusedException("60005", "Invalid apiKey");
        }
        if (Duration.between(signed, now).abs().compareTo(WINDOW) > 0) {
            throw new RefusedException("60006", "Timestamp request expired");
        }
        if (!same(String.valueOf(login.optional("passphrase")), grant.key().passphrase())) {
            throw new RefusedException("60024", "Wrong passphrase");
        }
        if (!same(
                String.valueOf(login.optional("sign")),
                sign(grant.key(), timestamp + "GET/users/self/verify", new byte[0]))) {
            throw new RefusedException("60007", "Invalid sign");
        }
        return grant;
    }

    /** Returns whether a key still opens what it has opened. */
    boolean isOpen(Grant grant) {
        Grant now = ring.find(grant.key().key());
        return now != null && now.key().equals(grant.key()) && now.account() == grant.account();
    }

    /** Returns a header that must be there, else its own code. */
    private static String header(Map<String, String> headers, String name, String codeWhenMissing) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new RefusedException(codeWhenMissing, "Request header " + name + " cannot be empty");
        }
        return value;
    }

    /** Returns the time of the header, which OKX takes in ISO-8601 with a Z only. */
    private static Instant time(String timestamp) {
        if (TIMESTAMP.matcher(timestamp).matches()) {
            try {
                return Instant.parse(timestamp);
            } catch (DateTimeException e) {
                // Falls through: the shape is right, the date is not.
            }
        }
        throw new RefusedException("50112", "Invalid OK-ACCESS-TIMESTAMP");
    }

    /** Returns Base64 of HMAC-SHA256 over timestamp, method, target and body. */
    private static String sign(ApiKey key, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret().getBytes(UTF_8), "HmacSHA256"));
            mac.update(head.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in constant time. */
    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(UTF_8), b.getBytes(UTF_8));
    }
}
