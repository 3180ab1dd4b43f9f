package dev.okx4j.paper.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.paper.state.AccountKey;
import dev.okx4j.paper.state.Accounts;
import dev.okx4j.paper.state.NamedAccount;
import dev.okx4j.paper.state.Pace;
import dev.okx4j.paper.state.PaperAccount;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exchange as its clients see it: one HTTP request in, one answer out, in process or behind a server.
 *
 * <p>This class is threadsafe.
 */
public final class ExchangeWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeWire.class);

    private final Grant house;
    private final Accounts accounts;
    private final KeyRing ring;
    private final Clock clock;
    private final Gatekeeper gatekeeper;
    private final boolean limited;
    /** The counters of each account, opened with its first call. */
    private final Map<PaperAccount, Hall> halls = new ConcurrentHashMap<>();

    /** Makes the wire of an account that this key opens, to look and to trade. */
    public ExchangeWire(PaperAccount account, String accountName, ApiKey key, Clock clock) {
        this(
                Accounts.inMemory(
                        new NamedAccount(
                                accountName,
                                clock.now(),
                                account,
                                List.of(new AccountKey(key.key(), key.secret(), key.passphrase(), true))),
                        Entropy.secure()),
                clock,
                true);
    }

    /** Makes the wire of several accounts, which refuses what is too much. */
    public ExchangeWire(Accounts accounts, Clock clock) {
        this(accounts, clock, true);
    }

    /**
     * Makes the wire of several accounts; what no known key asks for is answered at the market time of the main one.
     *
     * @param limited whether calls that are too many are refused
     */
    public ExchangeWire(Accounts accounts, Clock clock, boolean limited) {
        this.limited = limited;
        this.accounts = accounts;
        this.ring = new AccountRing(accounts);
        this.house = AccountRing.house(accounts);
        this.clock = clock;
        this.gatekeeper = new Gatekeeper(ring);
        hall(house);
    }

    /** Returns method and path of everything that is served. */
    Set<String> served() {
        return hall(house).routes.keySet();
    }

    /** Returns the route of a method and path that is served. */
    Route route(String methodAndPath) {
        return hall(house).route(methodAndPath);
    }

    /** Returns what the exchange's WebSocket side takes from this one: logins, orders and rows. */
    public StreamDesk streams() {
        return new StreamDesk(house, gatekeeper, clock, this::hall);
    }

    @Override
    public WireResponse exchange(WireRequest request) {
        Instant received = clock.now();
        Answer answer;
        try {
            answer = answer(request, received);
        } catch (RefusedException e) {
            answer = e.answer();
        } catch (UncheckedIOException e) {
            LOG.error("The journal of the paper account failed", e);
            answer = Answer.refused("50026", "The journal failed, so the outcome is unknown: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The paper exchange failed on {}", request, e);
            answer = Answer.refused("50026", "System error: the paper exchange failed, so the outcome is unknown");
        }
        return response(answer, received);
    }

    private Answer answer(WireRequest request, Instant received) {
        int mark = request.target().indexOf('?');
        String path = mark < 0 ? request.target() : request.target().substring(0, mark);
        String operation = request.method() + " " + path;
        Route route = hall(house).routes.get(operation);
        if (route == null) {
            return notServed(request.method(), path);
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        Grant grant = route.isPublic()
                ? named(headers)
                : gatekeeper.check(
                        route.access(), headers, request.method(), request.target(), request.body(), received);
        Call call = route.method().equals("GET")
                ? new Call(
                        query(mark < 0 ? "" : request.target().substring(mark + 1)),
                        List.of(),
                        headers,
                        received,
                        grant)
                : body(route, request.body(), new Call(new Params(Map.of()), List.of(), headers, received, grant));
        Hall hall = hall(grant);
        hall.quota.take(hall.counted(route, call), call, clock.nanos());
        grant.account().expire(received);
        return hall.route(operation).handler().apply(call);
    }

    /** Returns the account whose market a public call looks at: that of the key it names, signed or not, else the house's. */
    private Grant named(Map<String, String> headers) {
        String key = headers.get("OK-ACCESS-KEY");
        Grant grant = key == null ? null : ring.find(key);
        return grant == null ? house : grant;
    }

    private Hall hall(Grant grant) {
        Hall known = halls.get(grant.account());
        if (known != null) {
            return known;
        }
        halls.keySet().removeIf(PaperAccount::isClosed);
        return halls.computeIfAbsent(
                grant.account(), account -> new Hall(accounts, account, grant.accountName(), clock, limited));
    }

    /** The counters of one account, and what its user has called lately. */
    static final class Hall {
        final Quota quota;
        final Map<String, Route> routes;

        Hall(Accounts accounts, PaperAccount account, String accountName, Clock clock, boolean limited) {
            this.quota = new Quota(limited);
            this.routes = Stream.of(
                            new MarketDesk(account).routes(),
                            new CandleDesk(account).routes(),
                            new TapeDesk(account).routes(),
                            new IndexDesk(account).routes(),
                            new PublicDesk(account).routes(),
                            new ContractDesk(account).routes(),
                            new RateDesk(account).routes(),
                            new StandingDesk(account).routes(),
                            new OptionDesk(account).routes(),
                            new AccountDesk(account).routes(),
                            new PositionDesk(account).routes(),
                            new ConfigDesk(accounts, account).routes(),
                            new ModeDesk(account).routes(),
                            new MarginDesk(account).routes(),
                            new SizeDesk(account).routes(),
                            new LeverageDesk(account).routes(),
                            new BillDesk(account).routes(),
                            new FeeDesk(account).routes(),
                            new TradeDesk(account).routes(),
                            new ExitDesk(account).routes(),
                            new ProtectionDesk(account).routes(),
                            new HistoryDesk(account).routes(),
                            new AlgoDesk(account).routes(),
                            new FundingDesk(account).routes(),
                            new AssetDesk(account).routes(),
                            new UserDesk(accounts, account).routes(),
                            new AccountsDesk(accounts, account, accountName).routes(),
                            new PaperDesk(account, new Pace(account, clock, Waits.system())).routes())
                    .flatMap(Function.identity())
                    .collect(Collectors.toUnmodifiableMap(
                            route -> route.method() + " " + route.path(), Function.identity()));
        }

        Route route(String methodAndPath) {
            return Objects.requireNonNull(routes.get(methodAndPath));
        }

        /** Returns the route that a call is counted with: a batch of one order is counted as an order. */
        Route counted(Route route, Call call) {
            return route.single() == null || call.items().size() != 1
                    ? route
                    : route(route.method() + " " + route.single());
        }
    }

    /** Tells a wrong method, a path of OKX that is not offered, and one that does not exist. */
    private Answer notServed(String method, String path) {
        Set<String> known = new HashSet<>(OkxResources.methods(path));
        Stream.of("GET", "POST")
                .filter(other -> served().contains(other + " " + path))
                .forEach(known::add);
        if (!known.isEmpty() && !known.contains(method)) {
            return Answer.refused("50115", "Invalid request method");
        }
        return known.isEmpty()
                ? Answer.refused("404", "There is no such path on OKX")
                : RefusedException.unsupported(method + " " + path).answer();
    }

    /** Returns the parameters of a query; the last of a repeated name counts. */
    private static Params query(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Params(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw RefusedException.bad("query", "not percent-encoded");
        }
    }

    /** Returns the call of a POST, whose body must be JSON of the route's shape. */
    private static Call body(Route route, byte[] body, Call bare) {
        String type = bare.header("Content-Type");
        if (type != null && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new RefusedException("50006", "Invalid Content-Type, please use \"application/json\"");
        }
        if (body.length == 0) {
            throw new RefusedException("50000", "Body for POST request cannot be empty.");
        }
        Object tree;
        try {
            tree = Json.parse(body);
        } catch (JsonException e) {
            throw new RefusedException("50002", "JSON syntax error");
        }
        if (!route.array() && tree instanceof Map<?, ?> object) {
            return bare.with(params(object), List.of());
        }
        if (route.array() && tree instanceof List<?> list) {
            List<Params> items = new ArrayList<>();
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> object)) {
                    throw new RefusedException("50002", "JSON syntax error: an array of objects is expected");
                }
                items.add(params(object));
            }
            return bare.with(new Params(Map.of()), items);
        }
        throw new RefusedException(
                "50002", "JSON syntax error: " + (route.array() ? "an array" : "an object") + " is expected");
    }

    /** Returns the parameters of an object; null is absent. */
    static Params params(Map<?, ?> object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (value != null) {
                values.put((String) name, value);
            }
        });
        return new Params(values);
    }

    /** Writes an answer in OKX's envelope; the gateway times are microseconds of the wire clock. */
    private WireResponse response(Answer answer, Instant received) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("code", answer.code());
        envelope.put("msg", answer.msg());
        envelope.put("data", answer.data());
        if (answer.timed()) {
            envelope.put("inTime", micros(received));
            envelope.put("outTime", micros(clock.now()));
        }
        return new WireResponse(
                answer.status(),
                Map.of("content-type", "application/json"),
                Json.write(envelope).getBytes(UTF_8));
    }

    static String micros(Instant time) {
        return Long.toString(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
    }
}
