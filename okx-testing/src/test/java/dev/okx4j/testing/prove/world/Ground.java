package dev.okx4j.testing.prove.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.testing.prove.check.Happened;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Notes what really arrives at the exchange, and its true answer; and lets the market live as long as the wire does. */
final class Ground implements Wire {
    private static final long STEP_MILLIS = 5_000;

    private final Wire exchange;
    private final Hand hand;
    private final Clock clock;
    private final Timeline time;
    private final Notes notes;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Integer> copies = new HashMap<>();
    private long moved;

    Ground(Wire exchange, Hand hand, Clock clock, Timeline time, Notes notes) {
        this.exchange = exchange;
        this.hand = hand;
        this.clock = clock;
        this.time = time;
        this.notes = notes;
    }

    /** Keeps the number that a request left with, so that it is known again whenever it arrives. */
    void expect(WireRequest request, int number) {
        numbers.put(fingerprint(request), number);
    }

    @Override
    public WireResponse exchange(WireRequest request) throws IOException {
        if (request.target().startsWith("/paper/")) {
            return exchange.exchange(request);
        }
        liveOn();
        long now = clock.now().toEpochMilli();
        WireResponse answer = exchange.exchange(request);
        Integer number = numbers.get(fingerprint(request));
        if (number != null) {
            boolean write = request.method().equals("POST");
            String body = new String(answer.body(), UTF_8);
            notes.add(new Happened.Arrived(
                    time.millis(),
                    number,
                    copies.merge(number, 1, Integer::sum) - 1,
                    now,
                    request.method(),
                    Tap.path(request),
                    Tap.telling(request.headers()),
                    new String(request.body(), UTF_8),
                    write || !body.startsWith("{\"code\":\"0\"") ? body : ""));
        }
        return answer;
    }

    /** Moves the market up to the wire's time; where a fill has taken it further already, it waits. */
    private void liveOn() {
        if (time.millis() - moved >= STEP_MILLIS) {
            moved = time.millis();
            hand.post("/paper/v1/clock", "{\"to\":\"" + clock.now().toEpochMilli() + "\"}");
        }
    }

    private static String fingerprint(WireRequest request) {
        Map<String, String> headers = request.headers();
        return headers.get("OK-ACCESS-TIMESTAMP") + Objects.toString(headers.get("OK-ACCESS-SIGN")) + request.target();
    }
}
