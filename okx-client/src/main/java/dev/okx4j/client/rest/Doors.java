package dev.okx4j.client.rest;

import dev.okx4j.client.error.WriteCode;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What OKX may have shut: its site to this address, for every client of the process, and the account to this client's key.
 *
 * <p>A shut-out address sends one call every 21 to 30 seconds until one is answered; other hosts are never tried instead. A key
 * that is not accepted is tried after half a minute, and then twice as long each time, up to half an hour; a new client starts
 * afresh.
 */
final class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    private static final Duration SHORTEST_BAN = Duration.ofSeconds(21);
    private static final Duration BAN_JITTER = Duration.ofSeconds(9);
    private static final Duration LONGEST_BAN = Duration.ofMinutes(10);
    private static final Duration SHORTEST_REFUSAL = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 6;
    /** OKX's code for an address that it does not serve. */
    private static final String ADDRESS_NOT_SERVED = "50121";

    private static final String ADDRESS_SHUT = "OKX has shut this address out";
    private static final String KEY_SHUT = "OKX does not accept this key";

    private final Circuit address;
    private final Circuit key = new Circuit();
    private final Clock clock;
    private final Entropy entropy;
    private int refusals;

    Doors(Circuit address, Clock clock, Entropy entropy) {
        this.address = address;
        this.clock = clock;
        this.entropy = entropy;
    }

    /**
     * Why nothing is sent.
     *
     * @param sentence what happened and until when nothing goes
     * @param until when the next call can find out more
     */
    record Blocked(String sentence, Instant until) {}

    /** Returns why a call to an endpoint need not even wait for its turn; null when it may go, or find out, as things are. */
    @Nullable
    Blocked shut(Endpoint<?> endpoint, ServerClock time) {
        long now = clock.nanos();
        if (address.isShut(now)) {
            return blocked(address, time, ADDRESS_SHUT);
        }
        return endpoint.access() != Access.PUBLIC && key.isShut(now) ? blocked(key, time, KEY_SHUT) : null;
    }

    /**
     * Returns why a call to an endpoint may not go; null when it may, or when it is the one that finds out. It is asked last: what
     * finds out has to leave.
     */
    @Nullable
    Blocked blocked(Endpoint<?> endpoint, ServerClock time) {
        if (endpoint.isWrite() && address.why() != null && address.isDue(clock.nanos())) {
            // A write that is shut out is a write in doubt, so a harmless call finds out in its place.
            time.measure();
        }
        if (!(endpoint.isWrite() ? address.why() == null : address.admits(clock.nanos()))) {
            return blocked(address, time, ADDRESS_SHUT);
        }
        if (endpoint.access() != Access.PUBLIC && !key.admits(clock.nanos())) {
            return blocked(key, time, KEY_SHUT);
        }
        return null;
    }

    /** Takes note of an answer that is not OKX's own, but of what stands before it. */
    void saw(WireResponse response) {
        boolean shuts = response.status() == 403 || response.status() == 429;
        if (!shuts && address.why() == null) {
            return;
        }
        if (Envelope.isOkx(response)) {
            address.close();
        } else if (shuts) {
            shut("HTTP " + response.status() + ": " + Envelope.excerpt(response), retryAfter(response));
        }
    }

    /** Takes note of OKX's own code. */
    void heard(Endpoint<?> endpoint, WriteCode says, String code) {
        if (code.equals(ADDRESS_NOT_SERVED)) {
            shut("code " + code, Duration.ZERO);
        }
        if (endpoint.access() == Access.PUBLIC) {
            return;
        }
        if (says == WriteCode.BAD_KEY) {
            synchronized (key) {
                Duration pause = SHORTEST_REFUSAL.multipliedBy(1L << Math.min(refusals++, MOST_DOUBLINGS));
                key.open("code " + code + " for " + endpoint, pause, clock.nanos());
            }
            LOG.error("OKX does not accept the key (code {} for {}); signed calls stop", code, endpoint);
        } else if (says != WriteCode.TOO_MANY && says != WriteCode.WRONG_TIME) {
            synchronized (key) {
                key.close();
                refusals = 0;
            }
        }
    }

    private void shut(String why, Duration asked) {
        Duration jitter = Duration.ofNanos(Math.floorMod(entropy.nextLong(), BAN_JITTER.toNanos()));
        Duration pause = SHORTEST_BAN.plus(jitter);
        if (asked.compareTo(pause) > 0) {
            pause = asked.compareTo(LONGEST_BAN) > 0 ? LONGEST_BAN : asked;
        }
        address.open(why, pause, clock.nanos());
        LOG.error("OKX has shut this address out ({}); nothing is sent for {} s", why, pause.toSeconds());
    }

    private Blocked blocked(Circuit circuit, ServerClock time, String what) {
        Instant until = time.now().plus(circuit.left(clock.nanos()));
        return new Blocked(
                what + " (" + circuit.why() + "): nothing is sent until "
                        + until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)
                        + ", when one call can find out whether that has changed",
                until);
    }

    private static Duration retryAfter(WireResponse response) {
        String seconds = response.headers().getOrDefault("retry-after", "").toLowerCase(Locale.ROOT);
        return seconds.matches("\\d{1,5}") ? Duration.ofSeconds(Integer.parseInt(seconds)) : Duration.ZERO;
    }
}
