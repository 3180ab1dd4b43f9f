package dev.okx4j.client;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.auth.Signer;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.internal.Recoverer;
import dev.okx4j.client.internal.http.BaseUrl;
import dev.okx4j.client.internal.http.LateStreamWire;
import dev.okx4j.client.internal.http.OkHttpWire;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.RestSetup;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.client.stream.OrderRoute;
import dev.okx4j.client.stream.StreamSetup;
import dev.okx4j.client.stream.StreamWire;
import dev.okx4j.client.stream.Streams;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link OkxClient}.
 *
 * <p>A client writes only with a gate and a journal; without both it reads. This class is not thread-safe.
 */
public final class OkxClientBuilder {
    private Site site = Site.GLOBAL;
    private @Nullable String baseUrl;
    private @Nullable Credentials credentials;
    private @Nullable Signer signer;
    private boolean demo;
    private @Nullable Wire wire;
    private Clock clock = Clock.system();
    private Waits waits = Waits.system();
    private Entropy entropy = Entropy.secure();
    private @Nullable WriteGate gate;
    private @Nullable IntentJournal journal;
    private @Nullable Limiter limiter;
    private Duration timeout = Duration.ofSeconds(10);
    private boolean recoverInBackground = true;
    private @Nullable String streamUrl;
    private @Nullable StreamWire streamWire;
    private @Nullable Proxy proxy;
    private OrderRoute orderRoute = OrderRoute.REST;

    OkxClientBuilder() {}

    /** Chooses which of OKX's sites to talk to; the global one by default. */
    public OkxClientBuilder site(Site value) {
        this.site = value;
        return this;
    }

    /** Sends REST calls elsewhere than to the site: https, or http on this machine. */
    public OkxClientBuilder baseUrl(@Nullable String value) {
        this.baseUrl = value;
        return this;
    }

    /** Gives the API key; without one, only public data can be read. */
    public OkxClientBuilder credentials(@Nullable Credentials value) {
        this.credentials = value;
        return this;
    }

    /** Signs with something other than the secret of the credentials. */
    public OkxClientBuilder signer(@Nullable Signer value) {
        this.signer = value;
        return this;
    }

    /** Marks every call as simulated trading; the key must be a demo key. */
    public OkxClientBuilder demo(boolean value) {
        this.demo = value;
        return this;
    }

    /** Sends REST calls through another transport, such as the paper exchange in this process. */
    public OkxClientBuilder wire(@Nullable Wire value) {
        this.wire = value;
        return this;
    }

    /** Tells the time. */
    public OkxClientBuilder clock(Clock value) {
        this.clock = value;
        return this;
    }

    /** Makes the pauses. */
    public OkxClientBuilder waits(Waits value) {
        this.waits = value;
        return this;
    }

    /** Gives ids their randomness. */
    public OkxClientBuilder entropy(Entropy value) {
        this.entropy = value;
        return this;
    }

    /** Decides about every write; {@link WriteGate#open()} says that there are no limits. */
    public OkxClientBuilder gate(@Nullable WriteGate value) {
        this.gate = value;
        return this;
    }

    /** Keeps every write; one client at a time, since what is open in it when a client is built counts as an earlier run's. */
    public OkxClientBuilder journal(@Nullable IntentJournal value) {
        this.journal = value;
        return this;
    }

    /** Keeps calls inside OKX's limits; the process's own by default, a new one for a client with its own wire or clock. */
    public OkxClientBuilder limiter(@Nullable Limiter value) {
        this.limiter = value;
        return this;
    }

    /** Sets how long one exchange may take; ten seconds by default. */
    public OkxClientBuilder timeout(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("A timeout of " + value + " lets nothing through");
        }
        this.timeout = value;
        return this;
    }

    /**
     * Chooses whether a thread of the client looks up writes whose outcome is open, which it does unless told otherwise. Without one,
     * call {@link dev.okx4j.client.intent.Recovery#work}: until an earlier run's writes are looked up, only cancels go.
     */
    public OkxClientBuilder recoverInBackground(boolean value) {
        this.recoverInBackground = value;
        return this;
    }

    /**
     * Connects streams elsewhere than to the site: {@code wss://host:port}, or {@code ws://} on this machine. Without this, streams of a client
     * whose base URL is on this machine go there too.
     */
    public OkxClientBuilder streamUrl(@Nullable String value) {
        this.streamUrl = value;
        return this;
    }

    /** Opens streams through another transport, such as the paper exchange in this process. */
    public OkxClientBuilder streamWire(@Nullable StreamWire value) {
        this.streamWire = value;
        return this;
    }

    /** Reaches OKX through a proxy, REST calls and streams alike. */
    public OkxClientBuilder proxy(@Nullable Proxy value) {
        this.proxy = value;
        return this;
    }

    /** Chooses which way operations on orders take; over REST unless told otherwise. */
    public OkxClientBuilder orderRoute(OrderRoute value) {
        this.orderRoute = value;
        return this;
    }

    /** Returns the client. */
    public OkxClient build() {
        IntentJournal kept = journal == null ? IntentJournal.inMemory() : journal;
        Recoverer recoverer = new Recoverer(kept, clock, waits, recoverInBackground, OkxClient.endpoints());
        BaseUrl base = BaseUrl.of(baseUrl == null ? site.restUrl() : baseUrl);
        List<AutoCloseable> transports = new ArrayList<>();
        Wire http = wire;
        if (http == null) {
            OkHttpWire own = new OkHttpWire(base, proxy);
            transports.add(own);
            http = own;
        }
        Rest rest = new Rest(setup(base, http, recoverer));
        Streams streams = new Streams(streams(rest, recoverer, transports));
        Rest routed = orderRoute == OrderRoute.REST ? rest : rest.over(streams.orderWire(http));
        return new OkxClient(site, routed, recoverer, streams, transports);
    }

    private RestSetup setup(BaseUrl base, Wire over, Recoverer recoverer) {
        return new RestSetup(
                base.toString(), over, key(), demo, clock, waits, entropy, limits(), timeout, writing(recoverer));
    }

    private StreamSetup streams(Rest rest, Recoverer recoverer, List<AutoCloseable> transports) {
        StreamWire opens = streamWire;
        if (opens == null) {
            LateStreamWire own = new LateStreamWire(proxy, null);
            transports.add(own);
            opens = own;
        }
        return new StreamSetup(
                streamBase(), opens, key(), rest, clock, entropy, () -> recoverer.sightings()::seen, !isRealTime());
    }

    private String streamBase() {
        if (streamUrl != null) {
            return BaseUrl.ofStreams(streamUrl);
        }
        if (wire != null && streamWire == null) {
            return ""; // a client of another exchange than OKX's must not end up there
        }
        if (baseUrl != null && BaseUrl.of(baseUrl).isPlain()) {
            return BaseUrl.of(baseUrl).forStreams();
        }
        String url = site.publicStreamUrl(demo);
        return url.substring(0, url.indexOf("/ws/"));
    }

    private boolean isRealTime() {
        return clock == Clock.system() && waits == Waits.system();
    }

    private @Nullable Credentials key() {
        if (signer == null) {
            return credentials;
        }
        if (credentials == null) {
            throw new IllegalStateException("A signer needs credentials to sign for");
        }
        return Credentials.signedBy(
                credentials.apiKey(), credentials.passphrase().reveal(), signer);
    }

    private Limiter limits() {
        if (limiter != null) {
            return limiter;
        }
        return wire == null && isRealTime() ? Limiter.shared() : new Limiter();
    }

    private RestSetup.@Nullable Writing writing(Recoverer recoverer) {
        if (gate == null && journal == null) {
            return null;
        }
        if (gate == null || journal == null) {
            throw new IllegalStateException("A client that writes needs both a gate and a journal; the "
                    + (gate == null ? "gate" : "journal") + " is missing");
        }
        return new RestSetup.Writing(gate, journal, recoverer);
    }
}
