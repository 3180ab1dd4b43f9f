package dev.okx4j.client.rest;

import dev.okx4j.client.intent.Outcome;
import java.util.List;

/** Sends a request to an endpoint and decodes the answer. */
public final class Rest {
    /** Returns the one row of the answer. */
    public <R> R one(Endpoint<R> endpoint, Object request) {
        throw new UnsupportedOperationException();
    }

    /** Returns the rows of the answer. */
    public <R> List<R> list(Endpoint<R> endpoint, Object request) {
        throw new UnsupportedOperationException();
    }

    /** Returns what became of the write. */
    public <R> Outcome<R> write(Endpoint<R> endpoint, Object request) {
        throw new UnsupportedOperationException();
    }
}
