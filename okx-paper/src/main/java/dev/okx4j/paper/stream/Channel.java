package dev.okx4j.paper.stream;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The channels that are served, with the address of each. */
enum Channel {
    TICKERS("tickers", Door.PUBLIC, Kind.OPEN),
    TRADES("trades", Door.PUBLIC, Kind.OPEN),
    TRADES_ALL("trades-all", Door.BUSINESS, Kind.OPEN),
    BOOKS("books", Door.PUBLIC, Kind.OPEN),
    BOOKS5("books5", Door.PUBLIC, Kind.OPEN),
    BBO_TBT("bbo-tbt", Door.PUBLIC, Kind.OPEN),
    BOOKS_L2_TBT("books-l2-tbt", Door.PUBLIC, Kind.LOGIN),
    BOOKS50_L2_TBT("books50-l2-tbt", Door.PUBLIC, Kind.LOGIN),
    INSTRUMENTS("instruments", Door.PUBLIC, Kind.OPEN),
    OPEN_INTEREST("open-interest", Door.PUBLIC, Kind.OPEN),
    FUNDING_RATE("funding-rate", Door.PUBLIC, Kind.OPEN),
    PRICE_LIMIT("price-limit", Door.PUBLIC, Kind.OPEN),
    MARK_PRICE("mark-price", Door.PUBLIC, Kind.OPEN),
    INDEX_TICKERS("index-tickers", Door.PUBLIC, Kind.OPEN),
    STATUS("status", Door.PUBLIC, Kind.OPEN),
    OPT_SUMMARY("opt-summary", Door.PUBLIC, Kind.OPEN),
    ESTIMATED_PRICE("estimated-price", Door.PUBLIC, Kind.OPEN),
    CANDLE("candle", Door.BUSINESS, Kind.OPEN),
    MARK_PRICE_CANDLE("mark-price-candle", Door.BUSINESS, Kind.OPEN),
    INDEX_CANDLE("index-candle", Door.BUSINESS, Kind.OPEN),
    ORDERS("orders", Door.PRIVATE, Kind.COUNTED),
    FILLS("fills", Door.PRIVATE, Kind.PRIVATE),
    POSITIONS("positions", Door.PRIVATE, Kind.COUNTED),
    ACCOUNT("account", Door.PRIVATE, Kind.COUNTED),
    BALANCE_AND_POSITION("balance_and_position", Door.PRIVATE, Kind.COUNTED),
    ACCOUNT_GREEKS("account-greeks", Door.PRIVATE, Kind.COUNTED),
    LIQUIDATION_WARNING("liquidation-warning", Door.PRIVATE, Kind.COUNTED),
    ORDERS_ALGO("orders-algo", Door.BUSINESS, Kind.PRIVATE),
    ALGO_ADVANCE("algo-advance", Door.BUSINESS, Kind.PRIVATE);

    /** Who may follow a channel. */
    private enum Kind {
        /** Everybody. */
        OPEN,
        /** Whoever has logged in; what is pushed is the same for all. */
        LOGIN,
        /** Whoever has logged in, about their own account. */
        PRIVATE,
        /** The same, and only so many connections. */
        COUNTED
    }

    private final String wire;
    private final Door door;
    private final Kind kind;

    Channel(String wire, Door door, Kind kind) {
        this.wire = wire;
        this.door = door;
        this.kind = kind;
    }

    /** Returns the channel that an argument names; refuses one that is not served with 60018. */
    static Channel of(Arg arg) {
        String name = arg.channel();
        for (Channel channel : values()) {
            boolean candles = channel.wire.endsWith("candle");
            if (candles
                    ? name.startsWith(channel.wire) && name.length() > channel.wire.length()
                    : name.equals(channel.wire)) {
                return channel;
            }
        }
        throw Refused.unknown(arg);
    }

    /** Refuses with 64004 the two channels of one book, on one connection, that OKX does not serve together. */
    static void refuseTogether(Arg one, Arg other) {
        boolean conflict = one.channel().equals(BOOKS_L2_TBT.wire)
                        && other.channel().matches("books|books50-l2-tbt")
                || other.channel().equals(BOOKS_L2_TBT.wire) && one.channel().matches("books|books50-l2-tbt");
        if (conflict && Objects.equals(one.get("instId"), other.get("instId"))) {
            throw new Refused(
                    "64004",
                    "The current instrument of channel " + one.channel() + " conflicts with the subscription to "
                            + other.channel() + ". Please unsubscribe from it first.");
        }
    }

    /** Returns OKX's name of it, without the size of candles. */
    String wire() {
        return wire;
    }

    /** Returns the size of the candles that an argument names. */
    String bar(Arg arg) {
        return arg.channel().substring(wire.length());
    }

    /** Returns whether it is about an account. */
    boolean isPrivate() {
        return kind == Kind.PRIVATE || kind == Kind.COUNTED;
    }

    /** Returns whether only so many connections of an account may follow it. */
    boolean isCounted() {
        return kind == Kind.COUNTED;
    }

    /** Returns the refusal of a connection at another address, or that has not logged in; null of one that may follow. */
    @Nullable
    Refused refusal(Arg arg, Door at, boolean loggedIn) {
        if (at != door) {
            if (door == Door.BUSINESS) {
                return new Refused(
                        "64001",
                        "This channel has been migrated to the '/business' URL. Please subscribe using the new URL.");
            }
            return at == Door.BUSINESS
                    ? new Refused(
                            "64002",
                            "This channel is not supported by \"/business\" URL. Please use \"/private\" URL for private"
                                    + " channels, or \"/public\" URL for public channels.")
                    : Refused.unknown(arg);
        }
        return kind != Kind.OPEN && !loggedIn ? new Refused("60011", "Please log in") : null;
    }
}
