package dev.okx4j.testing;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.rest.Access;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.RateLimit;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exchange in memory, the client that drives it, and its loopback port once somebody asked for it. */
final class RunningExchange {
    private static final Endpoint<MarketClock> CLOCK = Endpoint.get("/paper/v1/clock", MarketClock.class)
            .needs(Access.READ)
            .limit(100, RateLimit.Scope.USER);
    private static final Endpoint<MarketClock> RUN =
            Endpoint.post("/paper/v1/clock", MarketClock.class).limit(100, RateLimit.Scope.USER);
    private static final Endpoint<MarketClock> RESET =
            Endpoint.post("/paper/v1/reset", MarketClock.class).limit(100, RateLimit.Scope.USER);

    private final PaperExchange exchange;
    private final OkxClient client;
    private final MemoryJournal journal;
    private @Nullable String baseUrl;

    private RunningExchange(PaperExchange exchange, OkxClient client, MemoryJournal journal) {
        this.exchange = exchange;
        this.client = client;
        this.journal = journal;
    }

    /**
     * The paper exchange's clock.
     *
     * @param marketTime the time of the prices
     */
    public record MarketClock(Instant marketTime) {}

    static RunningExchange start(@Nullable String scenario) {
        try {
            PaperExchange.Builder builder = PaperExchange.builder().clock(new QuickWindows());
            PaperExchange exchange = (scenario == null ? builder : builder.scenario(scenario)).open();
            MemoryJournal journal = IntentJournal.inMemory();
            OkxClient client = OkxClient.builder()
                    .wire(exchange.wire())
                    .credentials(exchange.credentials())
                    .gate(WriteGate.open())
                    .journal(journal)
                    .build();
            return new RunningExchange(exchange, client, journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OkxClient client() {
        return client;
    }

    MemoryJournal journal() {
        return journal;
    }

    Wire wire() {
        return exchange.wire();
    }

    Credentials credentials() {
        return exchange.credentials();
    }

    synchronized String baseUrl() {
        if (baseUrl == null) {
            try {
                baseUrl = "http://127.0.0.1:" + exchange.serve(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return baseUrl;
    }

    Instant now() {
        return client.rest().one(CLOCK, Params.none()).marketTime();
    }

    void advanceTo(Instant moment) {
        client.rest().one(RUN, Params.of("to", moment));
    }

    void reset(@Nullable Instant begin, Map<String, String> balances) {
        client.rest().one(RESET, Params.of("start", begin).and("balances", balances.isEmpty() ? null : balances));
    }

    void close() throws IOException {
        client.close();
        exchange.close();
    }

    /**
     * The wall clock, with a stopwatch that runs a thousand times too fast.
     *
     * <p>The exchange measures the windows of its rate limits with it. At true speed a request that was slow on its way
     * would make a test fail with 50011 now and then; clients keep to the limits at true speed all the same.
     */
    private static final class QuickWindows implements Clock {
        private final Clock wall = Clock.system();
        private final long origin = wall.nanos();

        @Override
        public Instant now() {
            return wall.now();
        }

        @Override
        public long nanos() {
            return (wall.nanos() - origin) * 1000;
        }
    }
}
