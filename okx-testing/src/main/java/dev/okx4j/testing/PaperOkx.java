package dev.okx4j.testing;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.stream.StreamWire;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Interceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A paper exchange for the tests of a class, as new for each of them.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PaperOkx okx = PaperOkx.start().balance("USDT", "500");
 *
 * @Test
 * void strategy_sellsBeforeTheFall() {
 *     Strategy strategy = new Strategy(okx.client());
 *     okx.advance(Duration.ofDays(4));
 *     assertThat(strategy.position()).isZero();
 * }
 * }</pre>
 *
 * <p>What a bot does when the exchange, or the way there, fails is tested by saying what fails:
 *
 * <pre>{@code
 * @Test
 * void bot_whoseOrderFillsWithoutAnAnswer_ownsItOnce() {
 *     okx.faults().on("POST /api/v5/trade/order").nth(1).then(Fault.resetAfterRead(Effect.FILLED));
 *
 *     new Bot(okx.client()).buy("BTC-USDT-SWAP", "1");
 *
 *     assertThat(okx.client().account().positions()).singleElement().satisfies(...);
 *     assertThat(okx.faults().seen()).hasSize(1);
 * }
 * }</pre>
 *
 * <p>The faults meet the requests of every client, in this process and over HTTP, and none of this class's own methods. Before
 * each test there are none.
 *
 * <p>Before each test the account holds its first balances and no order, and the market clock stands where it begins. Time
 * moves only when a test moves it. The exchange refuses no call for its rate. Register it in a static field; tests that share it must not run at the same time.
 */
public final class PaperOkx implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final Map<String, String> balances = new LinkedHashMap<>();
    private final Faults faults = new Faults();
    private @Nullable String scenario;
    private @Nullable Instant begin;
    private @Nullable RunningExchange running;

    private PaperOkx() {}

    /** Returns an exchange on the default scenario of recorded prices, its account holding 10,000 USDT. */
    public static PaperOkx start() {
        return new PaperOkx();
    }

    /** Trades on another scenario: the name of a bundled one, or a folder that holds a {@code manifest.json}. */
    public PaperOkx scenario(String nameOrFolder) {
        scenario = nameOrFolder;
        return this;
    }

    /** Gives the account an amount of a currency; with the first call, the default balance is gone. */
    public PaperOkx balance(String ccy, String amount) {
        balances.put(ccy, new BigDecimal(amount).toPlainString());
        return this;
    }

    /** Sets the market clock to a moment of the scenario. */
    public PaperOkx beginningAt(Instant moment) {
        begin = moment;
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        faults.clear();
        running().reset(begin, balances);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // Not before the next test: its class may have taken the client while it was made.
        if (!faults.seen().isEmpty()) {
            running().renewClient();
        }
        faults.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        RunningExchange stopping = running;
        running = null;
        if (stopping != null) {
            stopping.close();
        }
    }

    /** Returns a client in this process that may write; it is the same one for all tests until a fault has struck. */
    public OkxClient client() {
        return running().client();
    }

    /** Returns what {@link #client()} wrote down about its writes, those of earlier tests with the same client included. */
    public MemoryJournal journal() {
        return running().journal();
    }

    /** Returns the beginning of another client in this process, read-only until it is given a gate and a journal. */
    public OkxClientBuilder clientBuilder() {
        return OkxClient.builder()
                .wire(wire())
                .streamWire(StreamWire.through(webSockets()))
                .credentials(credentials());
    }

    /** Returns the beginning of a client that comes over HTTP, read-only until it is given a gate and a journal. */
    public OkxClientBuilder httpClientBuilder() {
        return OkxClient.builder().baseUrl(baseUrl()).credentials(credentials()).limiter(new Limiter());
    }

    /** Returns what goes wrong, which is nothing until it is given rules; a new test begins without any. */
    public Faults faults() {
        return faults;
    }

    /** Returns the way into the exchange, faults included, for a client of your own. */
    public Wire wire() {
        return running().wire();
    }

    /** Returns the way to the exchange's WebSocket side, faults included: an interceptor for an OkHttp client of your own. */
    public Interceptor webSockets() {
        return running().streams();
    }

    /** Returns the key of the account. */
    public Credentials credentials() {
        return running().credentials();
    }

    /** Returns the address on this machine at which the exchange, faults included, is served from the first call on. */
    public String baseUrl() {
        return running().baseUrl();
    }

    /** Returns the market time. */
    public Instant now() {
        return running().now();
    }

    /** Lets market time run for a while, or to the end of the data. */
    public void advance(Duration time) {
        advanceTo(now().plus(time));
    }

    /** Lets market time run to a moment, or to the end of the data. */
    public void advanceTo(Instant moment) {
        running().advanceTo(moment);
    }

    private synchronized RunningExchange running() {
        if (running == null) {
            running = RunningExchange.start(scenario, faults);
        }
        return running;
    }
}
