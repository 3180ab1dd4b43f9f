package dev.okx4j.client.error;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** OKX has shut this address out, or does not accept the key, and nothing is sent for a while; {@link #until()} says for how long. */
public final class BlockedException extends OkxException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    public BlockedException(
            String message,
            Instant until,
            @Nullable String endpoint,
            @Nullable String traceId,
            @Nullable Throwable cause) {
        super(message, null, null, endpoint, traceId, cause);
        this.until = until;
    }

    /** Returns when the next call can go, to find out whether OKX answers again. */
    public Instant until() {
        return until;
    }
}
