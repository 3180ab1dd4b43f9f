package dev.okx4j.client.error;

import org.jspecify.annotations.Nullable;

/** The key is good and may not do this: a missing permission, an address that is not listed, a blocked account or region. */
public final class PermissionException extends OkxApiException {
    private static final long serialVersionUID = 1L;

    public PermissionException(
            String message,
            @Nullable String code,
            @Nullable String msg,
            @Nullable String endpoint,
            @Nullable String traceId) {
        super(message, code, msg, endpoint, traceId);
    }
}
