package dev.okx4j.testing.network;

import dev.okx4j.testing.Effect;
import dev.okx4j.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The faults that are tried over sockets, by a client whose patience is 400 ms. */
final class SocketFaults {
    static final Duration PATIENCE = Duration.ofMillis(400);

    private SocketFaults() {}

    /** Those in which the exchange may have done nothing, something, or something that has filled. */
    private static List<Fault> after(Effect effect) {
        return List.of(
                Fault.resetAfterRead(effect),
                Fault.finAfterRead(effect),
                Fault.silence(effect),
                Fault.chunksWithoutEnd(effect),
                Fault.drip(20, effect),
                Fault.status(307, effect),
                Fault.status(408, effect),
                Fault.status(429, effect),
                Fault.status(502, effect),
                Fault.status(503, effect),
                Fault.page("<html><title>Just a moment</title></html>", 403, effect),
                Fault.page("<html><h1>Bad gateway</h1></html>", 502, effect),
                Fault.empty(effect),
                Fault.json(500, "{\"code\":\"50001\",\"msg\":\"Service temporarily unavailable\",\"data\":[]}", effect),
                Fault.truncate(30, effect),
                Fault.garbageTail(effect),
                Fault.itemMissing(effect),
                Fault.otherIds(effect),
                Fault.code("50001", effect),
                Fault.code("50004", effect),
                Fault.code("50026", effect),
                Fault.code("51149", effect));
    }

    /** Returns the faults that any client survives without running out of memory. */
    static List<Fault> all() {
        List<Fault> all = new ArrayList<>(List.of(
                Fault.blackhole(),
                Fault.resetBefore(),
                Fault.resetAt(17),
                Fault.resetAt(150),
                Fault.resetAt(400),
                Fault.delay(Duration.ofMillis(450), Effect.ACCEPTED),
                Fault.delay(Duration.ofMillis(1200), Effect.ACCEPTED),
                Fault.itemsShuffled(),
                Fault.limiterFull(200),
                Fault.limiterFull(429)));
        for (Effect effect : Effect.values()) {
            all.addAll(after(effect));
        }
        return all;
    }

    /** Returns those whose answers have no end, whatever is done to bound them. */
    static List<Fault> bottomless() {
        return List.of(
                Fault.gzipBomb(Effect.ACCEPTED), Fault.endless(Effect.ACCEPTED), Fault.interimAnswers(Effect.ACCEPTED));
    }
}
