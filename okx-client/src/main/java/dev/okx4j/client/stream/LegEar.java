package dev.okx4j.client.stream;

import dev.okx4j.client.seam.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes turns of what a line tells, on whichever thread it does. */
final class LegEar implements StreamWire.Ear {
    private static final Logger LOG = LoggerFactory.getLogger(LegEar.class);

    private final Leg leg;
    private final Turn turn;
    private final Clock clock;

    LegEar(Leg leg, Turn turn, Clock clock) {
        this.leg = leg;
        this.turn = turn;
        this.clock = clock;
    }

    @Override
    public void opened() {
        turn.post(() -> leg.opened(clock.nanos()));
    }

    @Override
    public void text(String frame) {
        turn.take(() -> leg.text(frame, clock.nanos()));
    }

    @Override
    public void closed(int code, String reason) {
        turn.post(() -> leg.end("OKX closed the connection", code));
    }

    @Override
    public void failed(Throwable cause) {
        LOG.debug("A stream's line failed", cause);
        turn.post(() -> leg.end("the connection failed", 0));
    }
}
