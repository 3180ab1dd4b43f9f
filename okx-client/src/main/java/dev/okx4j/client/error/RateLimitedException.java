package dev.okx4j.client.error;

import org.jspecify.annotations.Nullable;

/** The call was one too many: OKX said so, or the client's own limiter would have had to wait too long. */
public final class RateLimitedException extends OkxApiException {
    private static final long serialVersionUID = 1L;

    public RateLimitedException(
            String message,
            @Nullable String code,
            @Nullable String msg,
            @Nullable String endpoint,
            @Nullable String traceId) {
        super(message, code, msg, endpoint, traceId);
    }
}
