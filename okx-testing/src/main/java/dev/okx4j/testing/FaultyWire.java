package dev.okx4j.testing;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Waits;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;

/**
 * A wire to a paper exchange on which things go wrong by the rules of a book, in this process.
 *
 * <p>It waits only through the seams that it is given, so that under virtual time nothing takes any. A request whose answer
 * does not come waits for its own timeout. This class is threadsafe.
 */
public final class FaultyWire implements Wire {
    private final FrontDoor door;
    private final Waits waits;
    private final Later later;

    /** Makes a wire in real time; its key is the account's, which moves the market for {@link Effect#FILLED}. */
    public FaultyWire(Wire exchange, Credentials key, Faults faults) {
        this(exchange, key, faults, Clock.system(), Waits.system(), Later.system());
    }

    /** Makes a wire in the time of these seams; for skews, the exchange's clock is {@code faults.clock(clock)}. */
    public FaultyWire(Wire exchange, Credentials key, Faults faults, Clock clock, Waits waits, Later later) {
        this.door = new FrontDoor(exchange, new Market(exchange, key, faults.clock(clock)), faults, clock);
        this.waits = waits;
        this.later = later;
    }

    @Override
    public WireResponse exchange(WireRequest request) throws IOException {
        Strike strike = door.strike(request.method(), FrontDoor.path(request));
        Fault fault = strike.fault();
        if (fault == null) {
            return door.act(request, Effect.ACCEPTED, strike.lag());
        }
        if (fault instanceof Refused) {
            throw new NotSentException("Connection refused", new ConnectException("Connection refused"));
        }
        if (fault instanceof Late late) {
            return late(request, late, strike.lag());
        }
        WireResponse truth = door.act(request, fault.effect(), strike.lag());
        if (fault instanceof Answering answering) {
            return answering.answer(request, truth);
        }
        if (fault instanceof Cut cut) {
            throw cut.reset() ? new SocketException("Connection reset") : new EOFException("unexpected end of stream");
        }
        if (fault instanceof Twice) {
            door.act(request, Effect.ACCEPTED, strike.lag());
            return truth;
        }
        if (fault instanceof Dripping dripping && takes(dripping.time(truth.body().length), request)) {
            return truth;
        }
        if (fault instanceof Oversized oversized) {
            throw new IOException(
                    oversized.packed()
                            ? "The answer is compressed although nobody asked for that"
                            : "The answer is longer than " + request.maxBytes() + " bytes");
        }
        throw outOfTime(request);
    }

    private WireResponse late(WireRequest request, Late late, Duration lag) throws IOException {
        if (takes(late.time(), request)) {
            return door.act(request, late.effect(), lag);
        }
        later.after(late.time(), door.arrival(request, late.effect(), lag));
        throw outOfTime(request);
    }

    /** Waits for something, and returns true; at once false when the request has not that much time. */
    private boolean takes(Duration time, WireRequest request) throws IOException {
        if (time.compareTo(request.timeout()) >= 0) {
            return false;
        }
        sleep(time);
        return true;
    }

    private InterruptedIOException outOfTime(WireRequest request) throws IOException {
        sleep(request.timeout());
        return new InterruptedIOException("timeout");
    }

    private void sleep(Duration time) throws IOException {
        try {
            waits.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Returns where the requests of another way in come in. */
    FrontDoor door() {
        return door;
    }
}
