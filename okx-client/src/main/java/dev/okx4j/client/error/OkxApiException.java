package dev.okx4j.client.error;

import org.jspecify.annotations.Nullable;

/** OKX understood the call and refused it; the code says why. */
public class OkxApiException extends OkxException {
    private static final long serialVersionUID = 1L;

    public OkxApiException(
            String message,
            @Nullable String code,
            @Nullable String msg,
            @Nullable String endpoint,
            @Nullable String traceId) {
        super(message, code, msg, endpoint, traceId, null);
    }
}
