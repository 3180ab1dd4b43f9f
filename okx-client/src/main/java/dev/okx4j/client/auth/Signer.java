package dev.okx4j.client.auth;

/** Signs requests; the default does it in process, and a remote or hardware signer can stand in for it. */
@FunctionalInterface
public interface Signer {
    /** Returns the Base64 signature of {@code timestamp + METHOD + path?query + body}. */
    String sign(String prehash);

    /** Returns a signer that computes HMAC-SHA256 with the secret key. */
    static Signer hmacSha256(String secretKey) {
        return new HmacSigner(secretKey);
    }
}
