package dev.okx4j.client.rest;

import dev.okx4j.client.seam.Clock;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A wire that is open for a while: every exchange ends by then, and none begins after it. */
final class Deadline implements Wire {
    private final Wire wire;
    private final Clock clock;
    private final long end;

    Deadline(Wire wire, Clock clock, Duration total) {
        this.wire = wire;
        this.clock = clock;
        this.end = clock.nanos() + total.toNanos();
    }

    @Override
    public WireResponse exchange(WireRequest request) throws IOException {
        Duration left = Duration.ofNanos(end - clock.nanos());
        if (left.isNegative() || left.isZero()) {
            throw new NotSentException("no time was left for it", new SocketTimeoutException());
        }
        return wire.exchange(left.compareTo(request.timeout()) < 0 ? request.within(left) : request);
    }
}
