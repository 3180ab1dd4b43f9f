package dev.okx4j.paper.stream;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** When a private channel is pushed although nothing has happened: OKX repeats some every few seconds. */
final class Regular {
    private static final long USUAL = 5_000;

    private final long nanos;
    private long last;

    private Regular(long millis) {
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Returns the rhythm that a subscription asks for in its {@code extraParams}: 0 means never. */
    static Regular of(Arg arg) {
        String extra = arg.get("extraParams");
        if (extra == null) {
            return new Regular(USUAL);
        }
        try {
            Object interval = Json.parse(extra) instanceof Map<?, ?> map ? map.get("updateInterval") : null;
            return new Regular(
                    switch (String.valueOf(interval)) {
                        case "0" -> 0;
                        case "2000" -> 2_000;
                        case "3000" -> 3_000;
                        case "4000" -> 4_000;
                        case "null" -> USUAL;
                        default -> throw new Refused("60033", "Parameter extraParams error");
                    });
        } catch (JsonException e) {
            throw new Refused("60033", "Parameter extraParams error");
        }
    }

    boolean isDue(long now) {
        return nanos > 0 && now - last >= nanos;
    }

    void passed(long now) {
        last = now;
    }
}
