package dev.okx4j.client.error;

import org.jspecify.annotations.Nullable;

/** OKX was not reached, or did not answer in time. */
public final class OkxIoException extends OkxException {
    private static final long serialVersionUID = 1L;

    public OkxIoException(String message, @Nullable String endpoint, Throwable cause) {
        super(message, null, null, endpoint, null, cause);
    }
}
