package dev.okx4j.testing;

import dev.okx4j.client.OkxClientBuilder;

/** The two ways to the same exchange. */
enum Over {
    /** Calls in this process, without a socket. */
    IN_PROCESS {
        @Override
        OkxClientBuilder builder(PaperOkx okx) {
            return okx.clientBuilder();
        }
    },
    /** HTTP on the loopback interface. */
    HTTP {
        @Override
        OkxClientBuilder builder(PaperOkx okx) {
            return okx.httpClientBuilder();
        }
    };

    /** Returns the beginning of a client that reaches the exchange this way, and that may not write yet. */
    abstract OkxClientBuilder builder(PaperOkx okx);
}
