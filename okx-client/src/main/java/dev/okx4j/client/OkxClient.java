package dev.okx4j.client;

import dev.okx4j.client.account.AccountApi;
import dev.okx4j.client.algo.AlgoApi;
import dev.okx4j.client.funding.FundingApi;
import dev.okx4j.client.intent.Recovery;
import dev.okx4j.client.internal.Recoverer;
import dev.okx4j.client.market.MarketApi;
import dev.okx4j.client.publicdata.PublicDataApi;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.stream.Streams;
import dev.okx4j.client.trade.TradeApi;
import java.util.List;
import java.util.stream.Stream;

/**
 * The entry point: one accessor for each section of OKX's API.
 *
 * <pre>{@code
 * try (OkxClient okx = OkxClient.builder().build()) {
 *     System.out.println(okx.market().ticker("BTC-USDT").last());
 * }
 * }</pre>
 *
 * <p>This class is thread-safe. Its methods block; run them on your own executor where that does not suit.
 */
public final class OkxClient implements AutoCloseable {
    private final Site site;
    private final Rest rest;
    private final Recoverer recoverer;
    private final Streams streams;
    private final List<AutoCloseable> transports;

    OkxClient(Site site, Rest rest, Recoverer recoverer, Streams streams, List<AutoCloseable> transports) {
        this.site = site;
        this.rest = rest;
        this.recoverer = recoverer;
        this.streams = streams;
        this.transports = transports;
    }

    /** Returns a builder; without any call on it, it builds a client for the public data of the global site. */
    public static OkxClientBuilder builder() {
        return new OkxClientBuilder();
    }

    /** Returns every endpoint that this client models. */
    public static List<Endpoint<?>> endpoints() {
        return Stream.of(
                        MarketApi.endpoints(),
                        PublicDataApi.endpoints(),
                        AccountApi.endpoints(),
                        TradeApi.endpoints(),
                        AlgoApi.endpoints(),
                        FundingApi.endpoints())
                .<Endpoint<?>>flatMap(List::stream)
                .toList();
    }

    /** Returns tickers, order books and candles. */
    public MarketApi market() {
        return new MarketApi(rest);
    }

    /** Returns instruments, mark prices and the server's time. */
    public PublicDataApi publicData() {
        return new PublicDataApi(rest);
    }

    /** Returns balances, positions, leverage and bills. */
    public AccountApi account() {
        return new AccountApi(rest);
    }

    /** Returns orders and fills. */
    public TradeApi trade() {
        return new TradeApi(rest);
    }

    /** Returns algo orders. */
    public AlgoApi algo() {
        return new AlgoApi(rest);
    }

    /** Returns the balances of the funding account, and transfers to and from it. */
    public FundingApi funding() {
        return new FundingApi(rest);
    }

    /** Returns pushed data: subscriptions, order books, and the account's orders, balances and positions. */
    public Streams stream() {
        return streams;
    }

    /** Returns the door to endpoints that have no method here. */
    public Rest rest() {
        return rest;
    }

    /** Returns what watches over writes whose outcome is open; a client that only reads has none of those. */
    public Recovery recovery() {
        return recoverer.through(rest);
    }

    /** Returns which of OKX's sites this client talks to. */
    public Site site() {
        return site;
    }

    /** Lets go of connections; calls that are under way end with an error or an unknown outcome. */
    @Override
    public void close() {
        recoverer.close();
        streams.close();
        for (AutoCloseable transport : transports) {
            try {
                transport.close();
            } catch (Exception e) {
                throw new IllegalStateException("The transport did not close", e);
            }
        }
    }
}
