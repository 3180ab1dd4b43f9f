package dev.okx4j.paper;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.server.LoopbackServer;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.stream.Hub;
import dev.okx4j.paper.stream.memory.MemorySockets;
import dev.okx4j.paper.wire.ApiKey;
import dev.okx4j.paper.wire.ExchangeWire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * A paper exchange with one account.
 *
 * <pre>{@code
 * try (PaperExchange paper = PaperExchange.open();
 *         OkxClient okx = OkxClient.builder().wire(paper.wire()).credentials(paper.credentials()).build()) {
 *     System.out.println(okx.market().ticker("NVDA-USDT-SWAP").last());
 * }
 * }</pre>
 *
 * <p>This class is threadsafe.
 */
public final class PaperExchange implements AutoCloseable {
    private final PaperAccount account;
    private final ApiKey key;
    private final ExchangeWire wire;
    private final Hub hub;
    private @Nullable AutoCloseable server;

    private PaperExchange(PaperAccount account, String name, ApiKey key, Clock clock, Waits waits) {
        this.account = account;
        this.key = key;
        this.wire = new ExchangeWire(account, name, key, clock);
        this.hub = Hub.running(wire.streams(), waits);
    }

    /** Returns an exchange on the bundled scenario, whose account is new and lives in memory. */
    public static PaperExchange open() throws IOException {
        return builder().open();
    }

    /** Returns a builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a door to the account of this name below {@code okxHome}, which several processes share.
     *
     * @param feed {@code replay}, or {@code replay:} and the name or folder of a scenario; {@code auto} is {@code replay}
     *     as long as that is the only feed there is
     * @throws IOException if the account cannot be restored, lives on another feed, or its host does not answer
     */
    public static PaperHost host(Path okxHome, String account, String feed) throws IOException {
        return PaperHost.open(okxHome, account, feed, HostSettings.system());
    }

    /** Returns the exchange in this process: no socket, no thread. */
    public Wire wire() {
        return wire;
    }

    /**
     * Returns the exchange's WebSocket side in this process: no socket. An OkHttp client that has this interceptor connects to
     * {@code /ws/v5/public}, {@code /ws/v5/private} and {@code /ws/v5/business} here, whatever host it names.
     */
    public Interceptor webSockets() {
        return new MemorySockets(hub);
    }

    /** Returns the key that opens the account. */
    public Credentials credentials() {
        return Credentials.of(key.key(), key.secret(), key.passphrase());
    }

    /** Returns the scenario's name and where its prices come from, such as {@code replay august-2026}. */
    public String feedLabel() {
        return "replay " + account.scenario().id();
    }

    /**
     * Serves the exchange on a port of 127.0.0.1 as well, any free one when it is 0, and returns the port.
     *
     * @throws IllegalStateException if it is served already
     */
    public synchronized int serve(int port) throws IOException {
        if (server != null) {
            throw new IllegalStateException("The exchange is served already");
        }
        LoopbackServer started = LoopbackServer.start(wire, hub, port);
        server = started;
        return started.port();
    }

    /** Returns the whole state as text: equal text means equal state. */
    public String digest() {
        return account.read(venue -> venue.digest());
    }

    @Override
    public void close() throws IOException {
        AutoCloseable serving;
        synchronized (this) {
            serving = server;
            server = null;
        }
        try {
            hub.close();
            if (serving != null) {
                serving.close();
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        } finally {
            account.close();
        }
    }

    /** Settings of an exchange. This class is <em>not</em> threadsafe. */
    public static final class Builder {
        private String scenario = Scenario.DEFAULT;
        private @Nullable Path state;
        private String name = "default";
        private @Nullable ApiKey key;
        private Clock clock = Clock.system();
        private Waits waits = Waits.system();
        private Entropy entropy = Entropy.secure();

        private Builder() {}

        /** Sets the bundled scenario, or the folder of one's own. */
        public Builder scenario(String nameOrFolder) {
            this.scenario = Objects.requireNonNull(nameOrFolder);
            return this;
        }

        /** Keeps the account in this folder; one process at a time may. */
        public Builder state(Path folder) {
            this.state = Objects.requireNonNull(folder);
            return this;
        }

        /** Sets the name that the account answers to. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name);
            return this;
        }

        /** Sets the key that opens the account; without it a random one is made. */
        public Builder key(String key, String secret, String passphrase) {
            this.key = new ApiKey(key, secret, passphrase);
            return this;
        }

        /** Sets the wire clock, which judges timestamps, expiry and rate limits. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock);
            return this;
        }

        /** Sets how the streams wait between the beats in which silence ends and regular pushes are made. */
        public Builder waits(Waits waits) {
            this.waits = Objects.requireNonNull(waits);
            return this;
        }

        /** Sets where a random key comes from. */
        public Builder entropy(Entropy entropy) {
            this.entropy = Objects.requireNonNull(entropy);
            return this;
        }

        /**
         * Returns the exchange.
         *
         * @throws IOException if the scenario cannot be read or the account not be restored
         */
        public PaperExchange open() throws IOException {
            Scenario data = Scenario.named(scenario);
            PaperAccount account = state == null ? PaperAccount.inMemory(data) : PaperAccount.open(data, state);
            return new PaperExchange(account, name, key == null ? randomKey(entropy) : key, clock, waits);
        }
    }

    static ApiKey randomKey(Entropy entropy) {
        return new ApiKey(entropy.alphanumeric(24), entropy.alphanumeric(40), entropy.alphanumeric(24));
    }
}
