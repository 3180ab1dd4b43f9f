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
import dev.okx4j.client.stream.StreamWire;
import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exchange in memory, the client on it, and its loopback port once somebody asked for it; faults stand before both. */
final class RunningExchange {
    private static final Endpoint<MarketClock> CLOCK = Endpoint.get("/paper/v1/clock", MarketClock.class)
            .needs(Access.READ)
            .limit(100, RateLimit.Scope.USER);
    private static final Endpoint<MarketClock> RUN =
            Endpoint.post("/paper/v1/clock", MarketClock.class).limit(100, RateLimit.Scope.USER);
    private static final Endpoint<MarketClock> RESET =
            Endpoint.post("/paper/v1/reset", MarketClock.class).limit(100, RateLimit.Scope.USER);

    private final PaperExchange exchange;
    private final FaultyWire wire;
    private final FaultyStreams streams;
    private final OkxClient control;
    private MemoryJournal journal = IntentJournal.inMemory();
    private OkxClient client;
    private @Nullable FaultyServer server;

    private RunningExchange(PaperExchange exchange, Faults faults) {
        this.exchange = exchange;
        this.wire = new FaultyWire(exchange.wire(), exchange.credentials(), faults);
        this.streams = FaultyStreams.before(exchange.webSockets(), faults);
        this.control = OkxClient.builder()
                .wire(exchange.wire())
                .credentials(exchange.credentials())
                .clock(faults.clock(Clock.system()))
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .build();
        this.client = newClient();
    }

    /**
     * The paper exchange's clock.
     *
     * @param marketTime the time of the prices
     */
    public record MarketClock(Instant marketTime) {}

    static RunningExchange start(@Nullable String scenario, Faults faults) {
        try {
            PaperExchange.Builder builder =
                    PaperExchange.builder().rateLimits(false).clock(faults.clock(Clock.system()));
            return new RunningExchange((scenario == null ? builder : builder.scenario(scenario)).open(), faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized OkxClient client() {
        return client;
    }

    synchronized MemoryJournal journal() {
        return journal;
    }

    /** Replaces the client: what is in doubt or blocked since a fault is no concern of the next test. */
    synchronized void renewClient() {
        client.close();
        journal = IntentJournal.inMemory();
        client = newClient();
    }

    private OkxClient newClient() {
        return OkxClient.builder()
                .wire(wire)
                .streamWire(StreamWire.through(streams))
                .credentials(exchange.credentials())
                .gate(WriteGate.open())
                .journal(journal)
                .build();
    }

    Wire wire() {
        return wire;
    }

    FaultyStreams streams() {
        return streams;
    }

    Credentials credentials() {
        return exchange.credentials();
    }

    synchronized String baseUrl() {
        if (server == null) {
            try {
                server = FaultyServer.start(wire, streams);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server.baseUrl();
    }

    Instant now() {
        return control.rest().one(CLOCK, Params.none()).marketTime();
    }

    void advanceTo(Instant moment) {
        control.rest().one(RUN, Params.of("to", moment));
    }

    void reset(@Nullable Instant begin, Map<String, String> balances) {
        control.rest().one(RESET, Params.of("start", begin).and("balances", balances.isEmpty() ? null : balances));
    }

    synchronized void close() throws IOException {
        client.close();
        control.close();
        if (server != null) {
            server.close();
        }
        exchange.close();
    }
}
