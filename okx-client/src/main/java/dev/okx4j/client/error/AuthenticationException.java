package dev.okx4j.client.error;

import org.jspecify.annotations.Nullable;

/** OKX does not accept the key, its signature, its passphrase or the time it was signed at. */
public final class AuthenticationException extends OkxApiException {
    private static final long serialVersionUID = 1L;

    public AuthenticationException(
            String message,
            @Nullable String code,
            @Nullable String msg,
            @Nullable String endpoint,
            @Nullable String traceId) {
        super(message, code, msg, endpoint, traceId);
    }
}
