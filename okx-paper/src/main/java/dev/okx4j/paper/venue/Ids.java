package dev.okx4j.paper.venue;

import java.time.Instant;

/** The source of order, algo order, position and bill ids: 19 digits, growing with market time, never repeated. */
final class Ids {

    private static final long EPOCH = Instant.parse("2015-01-01T00:00:00Z").toEpochMilli();
    private static final int SEQUENCE_BITS = 22;

    private long last;
    private long trades;

    /** Returns a new id, more than any before: market milliseconds since 2015, then a sequence. */
    long next(Instant now) {
        last = Math.max(last + 1, (now.toEpochMilli() - EPOCH) << SEQUENCE_BITS);
        return last;
    }

    /** Goes on behind what was given out before a reset. */
    void goOn(Command.Past past) {
        last = Math.max(last, past.id().longValueExact());
        trades = Math.max(trades, past.trade().longValueExact());
    }

    /** Returns the number behind which the trades of every instrument are counted. */
    long tradesBefore() {
        return trades;
    }

    /** Returns the latest id given, zero when none was. */
    long last() {
        return last;
    }
}
