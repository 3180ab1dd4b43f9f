package dev.okx4j.paper;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.internal.http.OkHttpWire;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.stream.Door;
import dev.okx4j.paper.wire.ApiKey;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A paper account that several processes of one machine share.
 *
 * <p>The first one hosts it and serves the others on a loopback port; when it ends, the next request of any other takes its
 * place, with the state that is on the disk. A request that may have reached a host which then vanished is never repeated:
 * it ends in an {@link IOException}, and what became of it can be looked up.
 *
 * <p>This class is threadsafe.
 */
public final class PaperHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PaperHost.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    /** The file whose holder hosts an account: one process on this machine. */
    static final String LOCK = "lock";

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path folder;
    private final String account;
    private final FeedName feed;
    private final String scenario;
    private final HostSettings settings;
    private ApiKey key;
    private Wire wire = request -> {
        throw new Wire.NotSentException("No process hosts the account yet", new ConnectException());
    };
    /** Where the host listens; 0 until one that is not this process was found. */
    private int port;

    private @Nullable Closeable lock;
    private @Nullable PaperExchange hosted;
    private @Nullable Thread starter;
    private boolean closed;

    private PaperHost(Path folder, String account, FeedName feed, HostSettings settings, ApiKey key) {
        this.folder = folder;
        this.account = account;
        this.feed = feed;
        this.scenario = feed.scenario();
        this.settings = settings;
        this.key = key;
    }

    static PaperHost open(Path okxHome, String account, String feed, HostSettings settings) throws IOException {
        if (!NAME.matcher(account).matches()) {
            throw new IllegalArgumentException("The name of a paper account is up to 32 letters, digits, - and _");
        }
        Path folder = okxHome.resolve("paper").resolve(account);
        Disk.system().createFolder(folder);
        PaperHost host = new PaperHost(
                folder, account, FeedName.of(feed), settings, PaperExchange.randomKey(settings.entropy()));
        long start = settings.clock().nanos();
        while (!host.settle()) {
            host.pause(start, new ConnectException("the account's host has not said where it listens"));
        }
        return host;
    }

    /** Returns the account's exchange, wherever it runs. */
    public Wire wire() {
        return this::exchange;
    }

    /**
     * Returns the account's WebSocket side, wherever it runs: an OkHttp client that has this interceptor connects to
     * {@code /ws/v5/public}, {@code /ws/v5/private} and {@code /ws/v5/business} of the host of the moment, whatever host it names. When that
     * host ends, so do its connections; a new one reaches the next host.
     */
    public Interceptor webSockets() {
        return this::connect;
    }

    /** Returns the key that opens the account; it stays the same from host to host. */
    public synchronized Credentials credentials() {
        return Credentials.of(key.key(), key.secret(), key.passphrase());
    }

    /** Returns the scenario's name and where its prices come from, such as {@code replay august-2026}. */
    public String feedLabel() {
        return feed.label();
    }

    /** Returns whether this process hosts the account. */
    public synchronized boolean isHosting() {
        return hosted != null;
    }

    /** Sends a request to the host of the moment; sent once, it is never sent to another. */
    private WireResponse exchange(WireRequest request) throws IOException {
        long start = settings.clock().nanos();
        while (true) {
            Wire target = current();
            try {
                return target.exchange(request);
            } catch (Wire.NotSentException e) {
                if (!settle() || !isHosting()) {
                    pause(start, e);
                }
            }
        }
    }

    private Response connect(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        if (Door.at(request.url().encodedPath()) == null) {
            return chain.proceed(request);
        }
        long start = settings.clock().nanos();
        while (true) {
            try {
                return sockets().intercept(chain);
            } catch (ConnectException | Wire.NotSentException e) {
                if (!settle() || !isHosting()) {
                    pause(start, e);
                }
            }
        }
    }

    /** Returns what leads a connection to the host of the moment. */
    private synchronized Interceptor sockets() throws IOException {
        current();
        if (hosted != null) {
            return hosted.webSockets();
        }
        HttpUrl.Builder there =
                new HttpUrl.Builder().scheme("http").host("127.0.0.1").port(port);
        return chain -> chain.proceed(chain.request()
                .newBuilder()
                .url(there.encodedPath(chain.request().url().encodedPath()).build())
                .build());
    }

    private synchronized Wire current() throws IOException {
        if (closed) {
            throw new Wire.NotSentException("The door to the paper account is closed", new IOException("closed"));
        }
        return wire;
    }

    /** Becomes the host if nobody is, else finds out where the host listens; returns whether there is somebody to ask. */
    private synchronized boolean settle() throws IOException {
        if (hosted != null || closed) {
            return true;
        }
        Closeable taken = Disk.system().tryLock(folder.resolve(LOCK));
        if (taken != null) {
            host(taken);
            return true;
        }
        HostFile published = HostFile.read(folder);
        if (published == null || published.port() == 0) {
            return false;
        }
        if (!published.scenario().equals(scenario)) {
            throw new IOException("The paper account " + account + " is open in scenario " + published.scenario()
                    + " by another process; " + scenario + " was asked for");
        }
        key = published.key();
        port = published.port();
        wire = OkHttpWire.loopback(port);
        return true;
    }

    /** Opens the account here, then serves it. */
    private void host(Closeable taken) throws IOException {
        PaperExchange opened = null;
        try {
            HostFile before = HostFile.read(folder);
            key = before == null ? key : before.key();
            new HostFile(0, scenario, key).write(folder);
            PaperExchange.Builder builder = PaperExchange.builder();
            opened = (feed.isLive() ? builder.live(feed.live()) : builder.scenario(scenario))
                    .state(folder)
                    .name(account)
                    .key(key.key(), key.secret(), key.passphrase())
                    .clock(settings.clock())
                    .open();
        } finally {
            if (opened == null) {
                taken.close();
            }
        }
        PaperExchange ready = opened;
        lock = taken;
        hosted = ready;
        wire = ready.wire();
        starter = new Thread(() -> publish(ready), "okx-paper-host");
        starter.setDaemon(true);
        starter.start();
    }

    /** Lets other processes in; this one does not wait for it. */
    private void publish(PaperExchange exchange) {
        try {
            int port = exchange.serve(0);
            synchronized (this) {
                if (!closed) {
                    new HostFile(port, scenario, key).write(folder);
                }
            }
        } catch (IOException e) {
            LOG.warn("Other processes cannot use the paper account {}", account, e);
        }
    }

    /** Waits a little for a host to appear, or gives up when patience is over. */
    private void pause(long start, IOException cause) throws IOException {
        if (settings.clock().nanos() - start > settings.patience().toNanos()) {
            throw new Wire.NotSentException(
                    "The process that hosts the paper account " + account + " does not answer", cause);
        }
        try {
            settings.waits().sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Wire.NotSentException("Interrupted while looking for the paper account's host", e);
        }
    }

    /** Leaves the account; if this process hosted it, the next one that asks takes over. */
    @Override
    public void close() throws IOException {
        PaperExchange exchange;
        Closeable held;
        Thread starting;
        synchronized (this) {
            closed = true;
            exchange = hosted;
            held = lock;
            starting = starter;
            hosted = null;
            lock = null;
        }
        if (exchange == null || held == null || starting == null) {
            return;
        }
        try {
            starting.join();
            exchange.close();
            new HostFile(0, scenario, key).write(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        } finally {
            held.close();
        }
    }
}
