package dev.okx4j.client.rest;

import java.io.IOException;

/** Carries one signed HTTP exchange to the exchange and back, exactly once. */
@FunctionalInterface
public interface Wire {
    /**
     * Returns the answer to the request, after one attempt.
     *
     * @throws NotSentException when it is certain that no byte of the request left
     * @throws IOException in every other case: the exchange may have acted on the request
     */
    WireResponse exchange(WireRequest request) throws IOException;

    /** Thrown when it is certain that no byte of the request left: a refused connection, an unknown host, a failed TLS handshake. */
    final class NotSentException extends IOException {
        private static final long serialVersionUID = 1L;

        public NotSentException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
