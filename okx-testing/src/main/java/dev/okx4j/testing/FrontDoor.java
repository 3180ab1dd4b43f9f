package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Where every request comes in: it finds out what goes wrong with it, and lets the exchange do what it still does. */
final class FrontDoor {
    /** An answer that acknowledges nothing, for faults that spoil the answer to a request that never arrived. */
    private static final WireResponse HOLLOW =
            new WireResponse(200, Instead.JSON, "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}".getBytes(UTF_8));

    private final Wire exchange;
    private final Market market;
    private final Faults faults;
    private final Clock clock;

    FrontDoor(Wire exchange, Market market, Faults faults, Clock clock) {
        this.exchange = exchange;
        this.market = market;
        this.faults = faults;
        this.clock = clock;
    }

    /** Returns what goes wrong with a request. */
    Strike strike(String method, String path) {
        return path.startsWith("/paper/")
                ? new Strike(null, Duration.ZERO)
                : faults.strike(method + " " + path, clock.nanos());
    }

    /** Returns the path of a request, without its query. */
    static String path(WireRequest request) {
        int mark = request.target().indexOf('?');
        return mark < 0 ? request.target() : request.target().substring(0, mark);
    }

    /** Lets the exchange act, and returns its answer: the true one, or a hollow one when nothing reached it. */
    WireResponse act(WireRequest request, Effect effect, Duration lag) throws IOException {
        if (effect == Effect.NONE) {
            return HOLLOW;
        }
        boolean fills = effect == Effect.FILLED && request.method().equals("POST");
        boolean takesBack = path(request).contains("/cancel-");
        if (fills && takesBack) {
            market.fillNamed(request);
        }
        WireResponse answer = exchange.exchange(request);
        if (!lag.isZero() && !request.method().equals("GET")) {
            faults.visibility().hide(answer, lag, clock.nanos());
        }
        if (fills && !takesBack) {
            market.fillAcknowledged(request, answer);
        }
        return faults.visibility().seen(request, answer, clock.nanos());
    }

    /** Returns the arrival of a request that is under way, which comes to nothing once the faults have been cleared. */
    Runnable arrival(WireRequest request, Effect effect, Duration lag) {
        int cleared = faults.cleared();
        return () -> {
            try {
                if (faults.cleared() == cleared) {
                    act(request, effect, lag);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    Faults faults() {
        return faults;
    }
}
