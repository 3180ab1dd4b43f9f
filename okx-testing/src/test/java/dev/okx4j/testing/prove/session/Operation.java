package dev.okx4j.testing.prove.session;

import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.testing.prove.session.Caller.Known;
import dev.okx4j.testing.prove.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fifteen REST operations, each with what it needs to find and how it is called once. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
public enum Operation {
    PLACE_LIMIT(
            "place-limit",
            "POST /api/v5/trade/order",
            true,
            world -> List.of(),
            play -> play.caller()
                    .place("place-limit", Instrument.BTC, play.caller().limit(Instrument.BTC, Side.buy, "0.9995"))),
    PLACE_MARKET(
            "place-market",
            "POST /api/v5/trade/order",
            true,
            world -> List.of(),
            play -> play.caller()
                    .place(
                            "place-market",
                            Instrument.BTC,
                            play.caller().order(Instrument.BTC, Side.buy, OrdType.market, null))),
    PLACE_IOC(
            "place-ioc",
            "POST /api/v5/trade/order",
            true,
            world -> List.of(),
            play -> play.caller()
                    .place(
                            "place-ioc",
                            Instrument.BTC,
                            play.caller()
                                    .order(
                                            Instrument.BTC,
                                            Side.buy,
                                            OrdType.ioc,
                                            Instrument.BTC.price(play.world(), "1.001")))),
    BATCH_PLACE(
            "batch-place",
            "POST /api/v5/trade/batch-orders",
            true,
            world -> List.of(),
            play -> play.caller()
                    .placeAll(
                            Instrument.BTC,
                            List.of(
                                    play.caller().limit(Instrument.BTC, Side.buy, "0.9995"),
                                    play.caller().limit(Instrument.BTC, Side.buy, "0.9994"),
                                    play.caller().limit(Instrument.BTC, Side.buy, "0.9993")))),
    AMEND(
            "amend",
            "POST /api/v5/trade/amend-order",
            true,
            world -> orders(world, 1),
            play -> play.caller().amend(play.targets().get(0))),
    CANCEL(
            "cancel",
            "POST /api/v5/trade/cancel-order",
            true,
            world -> orders(world, 1),
            play -> play.caller().cancel(play.targets().get(0))),
    BATCH_CANCEL(
            "batch-cancel",
            "POST /api/v5/trade/cancel-batch-orders",
            true,
            world -> orders(world, 3),
            play -> play.caller().cancelAll(play.targets())),
    CANCEL_ALL_AFTER(
            "cancel-all-after",
            "POST /api/v5/trade/cancel-all-after",
            false,
            world -> orders(world, 1),
            play -> play.caller().cancelAllAfter(120)),
    ALGO_PLACE(
            "algo-place",
            "POST /api/v5/trade/order-algo",
            false,
            world -> List.of(),
            play -> play.caller().placeAlgo(Instrument.BTC)),
    ALGO_CANCEL(
            "algo-cancel",
            "POST /api/v5/trade/cancel-algos",
            false,
            Operation::algo,
            play -> play.caller().cancelAlgo(play.targets().get(0))),
    CLOSE(
            "close",
            "POST /api/v5/trade/close-position",
            false,
            Operation::position,
            play -> play.caller().close(Instrument.BTC)),
    TRANSFER(
            "transfer",
            "POST /api/v5/asset/transfer",
            false,
            world -> List.of(),
            play -> play.caller().transfer()),
    GET_ACCOUNT(
            "get-account",
            "GET /api/v5/account/positions",
            false,
            world -> List.of(),
            play -> play.caller().readAccount()),
    GET_MARKET(
            "get-market",
            "GET /api/v5/market/ticker",
            false,
            world -> List.of(),
            play -> play.caller().readMarket(Instrument.BTC)),
    MASS_CANCEL(
            "mass-cancel",
            "POST /api/v5/trade/mass-cancel",
            false,
            Operation::underProtection,
            play -> play.caller().massCancel());

    /** Those of a session, whose scenario has no options. */
    static final List<Operation> OF_SESSIONS = List.of(values()).stream()
            .filter(operation -> operation != MASS_CANCEL)
            .toList();

    private static final String OPTION = "BTC-USD-260925-64000-C";

    private static final Pattern ORDER_ID = Pattern.compile("\"(?:ordId|algoId)\":\"(\\d+)\"");

    private final String title;
    private final String wire;
    private final boolean fills;
    private final Function<World, List<Known>> preparation;
    private final Consumer<Play> action;

    Operation(
            String title, String wire, boolean fills, Function<World, List<Known>> preparation, Consumer<Play> action) {
        this.title = title;
        this.wire = wire;
        this.fills = fills;
        this.preparation = preparation;
        this.action = action;
    }

    /**
     * What an operation acts in and on.
     *
     * @param targets what its preparation made
     */
    public record Play(World world, Caller caller, List<Known> targets) {}

    /** Returns a world in which it can be called. */
    public World world(long seed, Duration patience) {
        return this == MASS_CANCEL ? World.ofOptions(seed, patience) : new World(seed, patience);
    }

    /** Returns its name. */
    public String title() {
        return title;
    }

    /** Returns method and path of its request. */
    public String wire() {
        return wire;
    }

    /** Returns whether it only reads. */
    public boolean reads() {
        return wire.startsWith("GET");
    }

    /** Returns whether it takes several items. */
    public boolean isBatch() {
        return wire.contains("batch");
    }

    /** Returns whether an order of it, or the one it names, can fill. */
    public boolean fills() {
        return fills;
    }

    /** Makes what it needs at the exchange itself, past the client. */
    public Play prepare(World world, Caller caller) {
        return new Play(world, caller, preparation.apply(world));
    }

    /** Calls it once. */
    public void call(Play play) {
        action.accept(play);
    }

    private static List<Known> orders(World world, int count) {
        List<Known> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String px = Instrument.BTC.price(world, "0.9995").toPlainString();
            orders.add(made(
                    world,
                    "/api/v5/trade/order",
                    "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"limit\","
                            + "\"sz\":\"0.05\",\"px\":\"" + px + "\"}"));
        }
        return orders;
    }

    private static List<Known> algo(World world) {
        String px = Instrument.BTC.price(world, "0.5").toPlainString();
        return List.of(made(
                world,
                "/api/v5/trade/order-algo",
                "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\",\"ordType\":\"conditional\","
                        + "\"sz\":\"0.05\",\"slTriggerPx\":\"" + px + "\",\"slOrdPx\":\"-1\"}"));
    }

    private static List<Known> underProtection(World world) {
        for (String type : List.of("mmp", "mmp_and_post_only")) {
            made(
                    world,
                    "/api/v5/trade/order",
                    "{\"instId\":\"" + OPTION + "\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"" + type
                            + "\",\"sz\":\"1\",\"px\":\"0.01\"}");
        }
        return List.of();
    }

    private static List<Known> position(World world) {
        made(
                world,
                "/api/v5/trade/order",
                "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"market\","
                        + "\"sz\":\"0.05\"}");
        return List.of();
    }

    private static Known made(World world, String path, String body) {
        String answer = world.command(path, body);
        Matcher id = ORDER_ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException("The exchange refuses " + body + " with " + answer);
        }
        return new Known(Instrument.BTC, Objects.requireNonNull(id.group(1)), "");
    }
}
