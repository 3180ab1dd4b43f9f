package dev.okx4j.tools.config;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.rest.Access;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.RateLimit.Scope;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where orders go and prices come from: paper, demo or live, and whether orders are allowed there.
 *
 * <p>A venue is decided when it is made and connected at the first use of its client. This class is threadsafe.
 */
public final class Venue implements AutoCloseable {
    private final String name;
    private final String site;
    private final boolean keyed;
    private final @Nullable String refusal;
    private final List<String> warnings;
    private final Supplier<Connection> opener;
    private @Nullable Connection connection;
    private boolean closed;

    Venue(
            String name,
            String site,
            boolean keyed,
            @Nullable String refusal,
            List<String> warnings,
            Supplier<Connection> opener) {
        this.name = name;
        this.site = site;
        this.keyed = keyed;
        this.refusal = refusal;
        this.warnings = List.copyOf(warnings);
        this.opener = opener;
    }

    /**
     * Returns a venue around a client that its owner closes.
     *
     * @param name {@code paper}, {@code demo} or {@code live}; a paper venue's prices are taken for recorded
     * @param client a client with credentials; orders work if it was built with a gate and a journal
     */
    public static Venue of(String name, OkxClient client) {
        boolean paper = name.equals("paper");
        return new Venue(name, "global", true, null, List.of(), () -> new Connection(client, paper, () -> {}));
    }

    /** Returns {@code paper}, {@code demo} or {@code live}. */
    public String name() {
        return name;
    }

    /** Returns the OKX site: global, eea or us. */
    public String site() {
        return site;
    }

    /** Returns whether orders go to the paper exchange, which alone has a clock that can be moved. */
    public boolean isPaper() {
        return name.equals("paper");
    }

    /** Returns whether there is a key, without which only public data can be asked for. */
    public boolean keyed() {
        return keyed;
    }

    /** Returns how to give the server a key, in words. */
    public String keyHint() {
        return ApiKeys.HOW;
    }

    /** Returns whether orders are allowed. */
    public boolean writable() {
        return refusal == null;
    }

    /** Returns why no order is allowed and how to allow it, or null if orders are allowed. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** Returns sentences for standard error. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns the client, connecting it at the first call.
     *
     * @throws IllegalStateException if the venue is closed
     */
    public OkxClient client() {
        return connected().client();
    }

    /**
     * Returns the time of the prices if they are recorded ones, else null; asks the exchange every time.
     *
     * @throws dev.okx4j.client.error.OkxException if the paper exchange does not answer
     */
    public @Nullable Instant asOf() {
        if (!isPaper() || !connected().recorded()) {
            return null;
        }
        return client().rest().one(PaperEndpoints.CLOCK, Params.none()).marketTime();
    }

    /** The endpoints of the paper exchange that a venue itself asks; apart, so that listing tools loads no endpoint. */
    private static final class PaperEndpoints {
        static final Endpoint<ClockReading> CLOCK = Endpoint.get("/paper/v1/clock", ClockReading.class)
                .needs(Access.READ)
                .limit(20_000, Scope.USER);
    }

    private synchronized Connection connected() {
        if (closed) {
            throw new IllegalStateException("the venue is closed");
        }
        if (connection == null) {
            connection = opener.get();
        }
        return connection;
    }

    /** Closes the client and what lies behind it, if it was ever connected; the venue cannot be used again. */
    @Override
    public synchronized void close() throws Exception {
        closed = true;
        if (connection != null) {
            Connection closing = connection;
            connection = null;
            closing.closing().close();
        }
    }

    @Override
    public String toString() {
        return "Venue[" + name + "]";
    }
}
