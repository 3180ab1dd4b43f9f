package dev.okx4j.testing;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.rest.Wire;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A paper exchange for the tests of a class, new for each of them.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PaperOkx okx = PaperOkx.start().balance("USDT", "500");
 *
 * @Test
 * void strategy_survivesTheFall() {
 *     Strategy strategy = new Strategy(okx.client());
 *     okx.advance(Duration.ofDays(4));
 *     assertThat(strategy.openOrders()).isEmpty();
 * }
 * }</pre>
 *
 * <p>Before each test the account is as new: first balances, no order, and the market clock where it begins. Time moves only
 * when a test moves it. Tests that share an extension must not run at the same time.
 */
public final class PaperOkx implements BeforeEachCallback, AfterAllCallback {
    private final Map<String, BigDecimal> balances = new LinkedHashMap<>();
    private String scenario = "";
    private @Nullable Instant begin;
    private @Nullable Running running;

    private PaperOkx() {}

    /** Returns an exchange on the default scenario of recorded prices, its account holding 10,000 USDT. */
    public static PaperOkx start() {
        return new PaperOkx();
    }

    /** Trades on another scenario: the name of a bundled one, or a folder that holds a {@code manifest.json}. */
    public PaperOkx scenario(String name) {
        scenario = name;
        return this;
    }

    /** Gives the account an amount of a currency; the first call takes the place of the default balance. */
    public PaperOkx balance(String ccy, String amount) {
        balances.put(ccy, new BigDecimal(amount));
        return this;
    }

    /** Sets the market clock to a moment of the scenario before each test. */
    public PaperOkx beginningAt(Instant moment) {
        begin = moment;
        return this;
    }

    /** Returns a client in this process that may write; it is the same one for the whole test class. */
    public OkxClient client() {
        return running().client;
    }

    /** Returns what {@link #client()} wrote down about its orders since the beginning of the class. */
    public MemoryJournal journal() {
        return running().journal;
    }

    /** Returns the beginning of another client in this process, read-only until it is given a gate and a journal. */
    public OkxClient.Builder clientBuilder() {
        return OkxClient.builder().wire(wire()).credentials(credentials());
    }

    /** Returns the beginning of a client that comes over HTTP, read-only until it is given a gate and a journal. */
    public OkxClient.Builder httpClientBuilder() {
        return OkxClient.builder().baseUrl(baseUrl()).credentials(credentials());
    }

    /** Returns the wire into the exchange, for a client of your own or one that breaks on purpose. */
    public Wire wire() {
        return running().exchange.wire();
    }

    /** Returns the key of the account. */
    public Credentials credentials() {
        return running().exchange.credentials();
    }

    /** Returns the address at which the exchange is served on this machine, from the first call on. */
    public String baseUrl() {
        return running().baseUrl();
    }

    /** Returns the market time. */
    public Instant now() {
        return running().clock(Params.none(), false).marketTime();
    }

    /** Lets market time run for a while, or to the end of the data. */
    public void advance(Duration time) {
        advanceTo(now().plus(time));
    }

    /** Lets market time run to a moment, or to the end of the data. */
    public void advanceTo(Instant moment) {
        running().clock(Params.of("to", moment), true);
    }
}
