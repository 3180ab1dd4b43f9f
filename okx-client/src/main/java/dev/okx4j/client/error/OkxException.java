package dev.okx4j.client.error;

import org.jspecify.annotations.Nullable;

/** The root of everything that a call throws because of OKX or the way there; wrong arguments are IllegalArgumentExceptions. */
public class OkxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String code;
    private final @Nullable String msg;
    private final @Nullable String endpoint;
    private final @Nullable String traceId;

    public OkxException(
            String message,
            @Nullable String code,
            @Nullable String msg,
            @Nullable String endpoint,
            @Nullable String traceId,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.msg = msg;
        this.endpoint = endpoint;
        this.traceId = traceId;
    }

    /** Returns OKX's code, such as {@code 51001}; null when OKX did not answer with one. */
    public @Nullable String code() {
        return code;
    }

    /** Returns OKX's own message for the code. */
    public @Nullable String msg() {
        return msg;
    }

    /** Returns the method and path that was called, such as {@code GET /api/v5/market/ticker}. */
    public @Nullable String endpoint() {
        return endpoint;
    }

    /** Returns the id that OKX gave the request, for its support; null when there was none. */
    public @Nullable String traceId() {
        return traceId;
    }
}
