package dev.okx4j.client.error;

import org.jspecify.annotations.Nullable;

/** Something answered, but not with OKX's JSON: a proxy's page, a truncated body, an answer without the row it should hold. */
public final class BadAnswerException extends OkxException {
    private static final long serialVersionUID = 1L;

    public BadAnswerException(
            String message, @Nullable String endpoint, @Nullable String traceId, @Nullable Throwable cause) {
        super(message, null, null, endpoint, traceId, cause);
    }
}
