package dev.okx4j.paper;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.feed.live.LiveMarket;
import dev.okx4j.paper.server.LoopbackServer;
import dev.okx4j.paper.state.AccountKey;
import dev.okx4j.paper.state.Accounts;
import dev.okx4j.paper.state.NamedAccount;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.stream.Hub;
import dev.okx4j.paper.stream.memory.MemorySockets;
import dev.okx4j.paper.wire.ApiKey;
import dev.okx4j.paper.wire.ExchangeWire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;

/**
 * A paper exchange with a main account, and as many others as its owner creates.
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
    private final Accounts accounts;
    private final ExchangeWire wire;
    private final Hub hub;
    private final Companions companions;
    private final Clock clock;
    private @Nullable AutoCloseable server;

    private PaperExchange(Accounts accounts, Clock clock, Waits waits, boolean limited, Companions companions) {
        this.accounts = accounts;
        this.companions = companions;
        this.clock = clock;
        this.wire = new ExchangeWire(accounts, clock, limited);
        this.hub = new Hub(wire.streams(), waits);
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
     * @param feed {@code replay}, or {@code replay:} and the name or folder of a scenario; {@code live}, or {@code live:} and
     *     names of instruments; {@code auto} is {@code replay}, which needs no network
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

    /** Returns the key that opens the main account. */
    public Credentials credentials() {
        AccountKey key = main().keys().get(0);
        return Credentials.of(key.key(), key.secret(), key.passphrase());
    }

    /** Returns whether there is an account of this name. */
    public boolean hasAccount(String name) {
        return accounts.byName(name) != null;
    }

    private NamedAccount main() {
        return accounts.main();
    }

    /**
     * Creates another account, with what a new one holds, and returns the key that opens it; its market time begins where that
     * of a new account does.
     *
     * @param name up to 32 letters, digits, - and _
     * @throws IllegalArgumentException if the name cannot be given, because there is such an account for one
     * @throws IOException if the disk failed; the account is then not there
     */
    public AccountKey createAccount(String name) throws IOException {
        return accounts.create(name, clock.now(), List.of()).keys().get(0);
    }

    /** Returns where its prices come from, such as {@code replay august-2026} or {@code live}. */
    public String feedLabel() {
        Scenario scenario = main().account().scenario();
        return scenario.isLive() ? "live" : "replay " + scenario.id();
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

    /** Returns the whole state of the main account as text: equal text means equal state. */
    public String digest() {
        return main().account().read(venue -> venue.digest());
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
            companions.close();
        }
    }

    /** Settings of an exchange. This class is <em>not</em> threadsafe. */
    public static final class Builder {
        private String scenario = Scenario.DEFAULT;
        private @Nullable Path state;
        private String name = "default";
        private @Nullable AccountKey key;
        private Clock clock = Clock.system();
        private Waits waits = Waits.system();
        private Entropy entropy = Entropy.secure();
        private boolean limited = true;
        private List<String> live = List.of();
        private @Nullable OkxClient okx;
        private @Nullable Path record;

        private Builder() {}

        /** Sets the bundled scenario, or the folder of one's own. */
        public Builder scenario(String nameOrFolder) {
            this.scenario = Objects.requireNonNull(nameOrFolder);
            return this;
        }

        /**
         * Lives on OKX's market as it is now instead of a scenario: the public data of these instruments. With a state folder
         * the market is recorded there, so that the account can be restored.
         */
        public Builder live(List<String> instIds) {
            this.live = List.copyOf(instIds);
            return this;
        }

        /** Lives on the market that this client sees, by its streams and by REST; it is closed with the exchange. */
        public Builder live(OkxClient client, List<String> instIds) {
            this.okx = Objects.requireNonNull(client);
            return live(instIds);
        }

        /** Records what market time passes through into this folder, as a scenario that can be replayed. */
        public Builder record(Path folder) {
            this.record = Objects.requireNonNull(folder);
            return this;
        }

        /** Keeps the accounts in this folder; one process at a time may. */
        public Builder state(Path folder) {
            this.state = Objects.requireNonNull(folder);
            return this;
        }

        /** Sets the name that the main account answers to. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name);
            return this;
        }

        /**
         * Sets the key that opens the main account; without it a random one is made.
         *
         * @throws IllegalArgumentException if it looks like a key of OKX itself
         */
        public Builder key(String key, String secret, String passphrase) {
            this.key = new AccountKey(key, secret, passphrase, true);
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

        /** Sets whether calls that are too many for OKX's rate limits are refused, as they are unless this says otherwise. */
        public Builder rateLimits(boolean binding) {
            this.limited = binding;
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
            Companions companions = new Companions();
            boolean opened = false;
            try {
                LiveMarket market = live.isEmpty() ? null : companions.market(okx, live, state, clock);
                Scenario data = market == null ? Scenario.named(scenario) : market.scenario();
                PaperAccount account = state == null ? PaperAccount.inMemory(data) : PaperAccount.open(data, state);
                companions.add(account);
                NamedAccount main = new NamedAccount(
                        name, clock.now(), account, List.of(key == null ? Accounts.randomKey(entropy, true) : key));
                Accounts accounts =
                        state == null ? Accounts.inMemory(main, entropy) : Accounts.open(main, state, entropy);
                companions.add(accounts);
                if (record != null) {
                    companions.record(account, record);
                }
                if (market != null) {
                    companions.follow(market, accounts);
                }
                opened = true;
                return new PaperExchange(accounts, clock, waits, limited, companions);
            } finally {
                if (!opened) {
                    companions.close();
                }
            }
        }
    }

    static ApiKey randomKey(Entropy entropy) {
        AccountKey key = Accounts.randomKey(entropy, true);
        return new ApiKey(key.key(), key.secret(), key.passphrase());
    }
}
