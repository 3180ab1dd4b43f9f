package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.TurnTime;
import dev.okx4j.client.seam.Entropy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that use one key and know nothing of each other ask for the balance as fast as their limiters let them, for a minute. */
@NullUnmarked
class UnawareClientsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final int ALLOWED = 10;

    private final TurnTime turns = new TurnTime();
    private final Deque<Long> taken = new ArrayDeque<>();
    private int calls;
    private int succeeded;
    private int complaints;

    /** Takes ten calls in any two seconds, each a few milliseconds away, and says 50011 to the rest. */
    private WireResponse exchange(Random distance) throws InterruptedException {
        turns.sleep(Duration.ofMillis(1 + distance.nextInt(5)));
        while (!taken.isEmpty() && turns.nanos() - taken.getFirst() >= WINDOW.toNanos()) {
            taken.removeFirst();
        }
        boolean full = taken.size() == ALLOWED;
        if (full) {
            complaints++;
        } else {
            taken.addLast(turns.nanos());
        }
        turns.sleep(Duration.ofMillis(1 + distance.nextInt(5)));
        return full
                ? ScriptedWire.json(429, "{\"code\":\"50011\",\"msg\":\"Too Many Requests\",\"data\":[]}")
                : ScriptedWire.json(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"totalEq\":\"1\"}]}");
    }

    private void run(int clients, long seed) throws InterruptedException {
        Random random = new Random(seed);
        for (int i = 0; i < clients; i++) {
            OkxClient client = OkxClient.builder()
                    .wire(request -> {
                        try {
                            return exchange(random);
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .clock(turns)
                    .waits(turns)
                    .entropy(Entropy.seeded(random.nextLong()))
                    .limiter(new Limiter())
                    .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
                    .build();
            Duration start = Duration.ofMillis(random.nextInt(300));
            turns.start(start, () -> ask(client));
            turns.start(start.plusMillis(1), () -> ask(client));
        }
        turns.run();
    }

    private void ask(OkxClient client) throws InterruptedException {
        while (turns.nanos() < MINUTE.toNanos()) {
            calls++;
            try {
                client.account().balance();
                succeeded++;
            } catch (OkxException e) {
                turns.sleep(Duration.ofMillis(200));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void fourClients_findTheirSharesByComplaintsAlone(long seed) throws InterruptedException {
        run(4, seed);
        String figures = "seed " + seed + ": " + succeeded + " of " + calls + ", " + complaints + " complaints";
        assertThat(succeeded * 100).as(figures).isGreaterThanOrEqualTo(97 * calls);
        assertThat(succeeded).as(figures).isGreaterThan(180);
    }

    @Test
    void loneClient_hasTheWholeLimit() throws InterruptedException {
        run(1, 1);
        assertThat(complaints).isZero();
        assertThat(succeeded).isEqualTo(calls).isGreaterThanOrEqualTo(280);
    }
}
