package dev.okx4j.paper.venue;

import java.time.Instant;

/** The source of order, algo order, position and bill ids: 19 digits, growing with market time, never repeated. */
final class Ids {

    private static final long EPOCH = Instant.parse("2015-01-01T00:00:00Z").toEpochMilli();
    private static final int SEQUENCE_BITS = 22;

    private long last;

    long next(Instant now) {
        last = Math.max(last + 1, (now.toEpochMilli() - EPOCH) << SEQUENCE_BITS);
        return last;
    }

    long last() {
        return last;
    }
}
