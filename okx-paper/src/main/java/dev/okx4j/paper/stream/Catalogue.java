package dev.okx4j.paper.stream;

import dev.okx4j.paper.feed.BarSize;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.wire.Grant;
import dev.okx4j.paper.wire.StreamDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the channels of one account from what is subscribed to, or refuses what the market does not have. */
final class Catalogue {
    private static final Duration TENTH = Duration.ofMillis(100);
    private static final Duration FIFTH = Duration.ofMillis(200);
    private static final Duration SECONDS_3 = Duration.ofSeconds(3);
    private static final Duration SECONDS_10 = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final StreamDesk desk;
    private final Grant grant;

    Catalogue(StreamDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
    }

    /** Returns what a market subscription is about, without words that make no difference. */
    Arg canonical(Channel channel, Arg arg) {
        List<String> names = switch (channel) {
            case STATUS -> List.of();
            case INSTRUMENTS -> List.of("instType");
            case OPT_SUMMARY -> List.of("instFamily");
            case ESTIMATED_PRICE -> List.of("instType", "instFamily", "instId");
            default -> List.of("instId");
        };
        Map<String, String> values = new LinkedHashMap<>();
        values.put("channel", arg.channel());
        for (String name : names) {
            String value =
                    channel == Channel.ESTIMATED_PRICE && !name.equals("instType") ? arg.get(name) : arg.need(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return new Arg(values);
    }

    /** Returns a market channel that nobody follows yet. */
    Topic publicly(Channel channel, Arg arg, Moment now) {
        return switch (channel) {
            case TICKERS -> one(arg, "/api/v5/market/ticker", TENTH, Topic.NEVER);
            case FUNDING_RATE -> one(arg, "/api/v5/public/funding-rate", SECONDS_3, MINUTE);
            case PRICE_LIMIT -> one(arg, "/api/v5/public/price-limit", FIFTH, Topic.NEVER);
            case INDEX_TICKERS -> one(arg, "/api/v5/market/index-tickers", TENTH, MINUTE);
            case MARK_PRICE -> typed(arg, now, "/api/v5/public/mark-price", FIFTH, SECONDS_10);
            case OPEN_INTEREST -> typed(arg, now, "/api/v5/public/open-interest", SECONDS_3, Topic.NEVER);
            case STATUS -> rows(arg, "/api/v5/system/status", List.of(Map.of()), TENTH, Topic.NEVER, true);
            case INSTRUMENTS -> instruments(arg, now);
            case OPT_SUMMARY ->
                rows(arg, "/api/v5/public/opt-summary", List.of(named(arg, "instFamily")), FIFTH, Topic.NEVER, false);
            case ESTIMATED_PRICE -> estimatedPrice(arg, now);
            case TRADES -> new TradeTopic(listed(arg, now), arg, false);
            case TRADES_ALL -> new TradeTopic(listed(arg, now), arg, true);
            case BOOKS -> new BookTopic(listed(arg, now), 400, arg, TENTH);
            case BOOKS_L2_TBT -> new BookTopic(listed(arg, now), 400, arg, Duration.ofMillis(10));
            case BOOKS50_L2_TBT -> new BookTopic(listed(arg, now), 50, arg, Duration.ofMillis(10));
            case BOOKS5 -> new TopTopic(listed(arg, now), 5, arg, TENTH, true);
            case BBO_TBT -> new TopTopic(listed(arg, now), 1, arg, Duration.ofMillis(10), false);
            case CANDLE -> candles(channel, arg, "/api/v5/market/candles");
            case MARK_PRICE_CANDLE -> candles(channel, arg, "/api/v5/market/mark-price-candles");
            case INDEX_CANDLE -> candles(channel, arg, "/api/v5/market/index-candles");
            default -> throw Refused.unknown(arg);
        };
    }

    /** Returns a channel of an account. */
    PrivateSubscription privately(Channel channel, Connection connection, Arg arg, AccountStream stream, Venue venue) {
        String uid = desk.uid(grant);
        return switch (channel) {
            case ORDERS -> new OrderSubscription(connection, arg, stream, uid);
            case FILLS -> new FillSubscription(connection, arg, stream, uid);
            case POSITIONS -> new PositionSubscription(connection, arg, stream, uid);
            case ACCOUNT -> new AccountSubscription(connection, arg, stream, uid);
            case BALANCE_AND_POSITION -> new BalanceAndPosition(connection, arg, stream, uid);
            case LIQUIDATION_WARNING -> new WarningSubscription(connection, arg, stream, uid);
            case ORDERS_ALGO -> new AlgoSubscription(connection, arg, stream, uid, false);
            case ALGO_ADVANCE -> new AlgoSubscription(connection, arg, stream, uid, true);
            case ACCOUNT_GREEKS -> greeks(connection, arg, stream, uid);
            default -> throw Refused.unknown(arg);
        };
    }

    private PrivateSubscription greeks(Connection connection, Arg arg, AccountStream stream, String uid) {
        String ccy = arg.get("ccy");
        Map<String, String> params = ccy == null ? Map.of() : Map.of("ccy", ccy);
        String path = "/api/v5/account/greeks";
        if (!desk.rows(grant, path, params).granted()) {
            throw Refused.unknown(arg);
        }
        return new GreekSubscription(
                connection,
                arg,
                stream,
                uid,
                () -> desk.rows(grant, path, params).data());
    }

    private Topic one(Arg arg, String path, Duration distance, Duration heartbeat) {
        return rows(arg, path, List.of(named(arg, "instId")), distance, heartbeat, false);
    }

    /** Returns a channel of an instrument whose path in REST wants to be told its kind as well. */
    private Topic typed(Arg arg, Moment now, String path, Duration distance, Duration heartbeat) {
        InstrumentSpec spec = now.venue().instrument(arg.need("instId"));
        if (spec == null) {
            throw Refused.unknown(arg);
        }
        Map<String, String> params = new LinkedHashMap<>(named(arg, "instId"));
        params.put("instType", spec.instType().name());
        return rows(arg, path, List.of(params), distance, heartbeat, false);
    }

    /** Returns the channel of the instruments of a kind; options must be asked for by their families. */
    private Topic instruments(Arg arg, Moment now) {
        String type = arg.need("instType");
        List<Map<String, String>> params = new ArrayList<>();
        if (type.equals(InstrumentType.OPTION.name())) {
            Set<String> families = new LinkedHashSet<>();
            now.venue().instruments().stream()
                    .filter(spec -> spec.instType() == InstrumentType.OPTION)
                    .forEach(spec -> families.add(spec.instFamily()));
            families.forEach(family -> params.add(Map.of("instType", type, "instFamily", family)));
        } else {
            params.add(Map.of("instType", type));
        }
        return rows(arg, "/api/v5/public/instruments", params, Duration.ofSeconds(1), Topic.NEVER, true);
    }

    private Topic estimatedPrice(Arg arg, Moment now) {
        String type = arg.need("instType");
        String instId = arg.get("instId");
        String family = arg.get("instFamily");
        if (instId == null && family == null) {
            throw Refused.unknown(arg);
        }
        List<Map<String, String>> params = now.venue().instruments().stream()
                .filter(spec -> spec.instType().name().equals(type))
                .filter(spec -> instId == null
                        ? spec.instFamily().equals(family)
                        : spec.instId().equals(instId))
                .map(spec -> Map.of("instId", spec.instId()))
                .toList();
        if (params.isEmpty()) {
            throw Refused.unknown(arg);
        }
        return rows(arg, "/api/v5/public/estimated-price", params, FIFTH, Topic.NEVER, false);
    }

    /** Returns a channel that pushes what REST answers to some calls, which it must be able to answer now. */
    private Topic rows(
            Arg arg,
            String path,
            List<Map<String, String>> calls,
            Duration distance,
            Duration heartbeat,
            boolean onlyChanged) {
        for (Map<String, String> params : calls) {
            if (!desk.rows(grant, path, params).granted()) {
                throw Refused.unknown(arg);
            }
        }
        return new RowTopic(
                moment -> {
                    List<Object> rows = new ArrayList<>();
                    calls.forEach(
                            params -> rows.addAll(desk.rows(grant, path, params).data()));
                    return rows;
                },
                arg,
                distance,
                heartbeat,
                onlyChanged);
    }

    private Topic candles(Channel channel, Arg arg, String path) {
        String bar = channel.bar(arg);
        BarSize size = BarSize.named(bar).orElseThrow(() -> Refused.unknown(arg));
        String instId = arg.need("instId");
        Map<String, String> params = Map.of("instId", instId, "bar", bar, "limit", "1");
        if (!desk.rows(grant, path, params).granted()) {
            throw Refused.unknown(arg);
        }
        return new CandleTopic((venue, limit) -> candles(path, instId, bar, limit), size, arg);
    }

    private List<List<?>> candles(String path, String instId, String bar, int limit) {
        List<List<?>> candles = new ArrayList<>();
        Map<String, String> params = Map.of("instId", instId, "bar", bar, "limit", Integer.toString(limit));
        desk.rows(grant, path, params).data().forEach(columns -> candles.add((List<?>) columns));
        return candles;
    }

    private static Map<String, String> named(Arg arg, String name) {
        return Map.of(name, arg.need(name));
    }

    /** Returns the instrument of a subscription, which must have a price or a recorded book. */
    private static String listed(Arg arg, Moment now) {
        String instId = arg.need("instId");
        if (!now.venue().isPriced(instId) && now.venue().book(instId, 1) == null) {
            throw Refused.unknown(arg);
        }
        return instId;
    }
}
