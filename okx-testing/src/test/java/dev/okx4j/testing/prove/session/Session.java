package dev.okx4j.testing.prove.session;

import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.testing.Effect;
import dev.okx4j.testing.prove.check.Violation;
import dev.okx4j.testing.prove.session.Caller.Known;
import dev.okx4j.testing.prove.world.Ending;
import dev.okx4j.testing.prove.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A caller that does 50 to 200 things at random, in a world where about one in twenty goes wrong. */
@SuppressWarnings("EnumOrdinal") // any of them, by chance
public final class Session {
    private static final int FEWEST = 50;
    private static final int MOST = 200;
    private static final int ONE_IN = 20;
    private static final int BURST = 15;

    private final World world;
    private final Caller caller;
    private final SplittableRandom random;
    private final Set<Feature> features;
    private final List<Trouble> troubles;
    private final List<Known> orders = new ArrayList<>();
    private final List<Known> algos = new ArrayList<>();

    private Session(long seed) {
        this.random = new SplittableRandom(seed);
        this.features = EnumSet.noneOf(Feature.class);
        for (Feature feature : Feature.values()) {
            if (random.nextInt(3) == 0) {
                features.add(feature);
            }
        }
        this.troubles = List.of(Trouble.values()).stream()
                .filter(trouble -> features.contains(trouble.feature()))
                .toList();
        Duration patience =
                Duration.ofMillis(features.contains(Feature.IMPATIENCE) ? random.nextInt(500, 4_000) : 10_000);
        this.world = new World(random.nextLong(), patience);
        this.caller = new Caller(world, random.split());
        if (features.contains(Feature.CLOCK)) {
            world.startClockAhead(Duration.ofMillis(random.nextInt(-40_000, 40_000)));
        }
    }

    /**
     * What a session came to.
     *
     * @param operations how many calls there were
     * @param violations what the checker found
     */
    public record Result(World world, Set<Feature> features, int operations, List<Violation> violations) {}

    /** Lives a session. */
    public static Result live(long seed) {
        return new Session(seed).run();
    }

    private Result run() {
        int operations = FEWEST + Math.min(random.nextInt(MOST - FEWEST + 1), random.nextInt(MOST - FEWEST + 1));
        for (int i = 0; i < operations; i++) {
            act();
            world.pass(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(100)));
            if (random.nextInt(6) == 0) {
                world.recover(Duration.ofSeconds(random.nextInt(1, 20)));
            }
        }
        return new Result(world, features, operations, Ending.of(world));
    }

    private void act() {
        Operation operation = Operation.OF_SESSIONS.get(random.nextInt(Operation.OF_SESSIONS.size()));
        if (!troubles.isEmpty() && random.nextInt(ONE_IN) == 0) {
            trouble(operation);
        }
        if (!troubles.isEmpty() && features.contains(Feature.BAD_READS) && random.nextInt(ONE_IN) == 0) {
            trouble(random.nextBoolean() ? Operation.GET_ACCOUNT : Operation.GET_MARKET);
        }
        if (features.contains(Feature.BURSTS) && random.nextInt(2 * ONE_IN) == 0) {
            burst();
        }
        call(operation, Instrument.values()[random.nextInt(Instrument.values().length)]);
        if (orders.size() > MOST / 10) {
            orders.subList(0, MOST / 20).clear();
        }
    }

    private void trouble(Operation operation) {
        Effect effect = Effect.values()[random.nextInt(Effect.values().length)];
        Trouble trouble = troubles.get(random.nextInt(troubles.size()));
        if (trouble.applies(operation, effect)) {
            trouble.strike(world, operation, effect, random.split());
        }
    }

    private void burst() {
        for (int i = 0; i < BURST; i++) {
            caller.readAccount();
        }
    }

    private void call(Operation operation, Instrument instrument) {
        Side side = random.nextBoolean() ? Side.buy : Side.sell;
        switch (operation) {
            case PLACE_LIMIT -> keep(caller.place("place-limit", instrument, resting(instrument, side)));
            case PLACE_MARKET ->
                keep(caller.place("place-market", instrument, caller.order(instrument, side, OrdType.market, null)));
            case PLACE_IOC ->
                keep(caller.place(
                        "place-ioc",
                        instrument,
                        caller.order(
                                instrument,
                                side,
                                OrdType.ioc,
                                instrument.price(world, side == Side.buy ? "1.001" : "0.999"))));
            case BATCH_PLACE -> orders.addAll(caller.placeAll(instrument, batch(instrument, side)));
            case AMEND -> some(orders, known -> caller.amend(known));
            case CANCEL -> some(orders, known -> caller.cancel(known));
            case BATCH_CANCEL -> cancelSeveral(instrument);
            case CANCEL_ALL_AFTER -> caller.cancelAllAfter(random.nextBoolean() ? 0 : 10 + random.nextInt(111));
            case ALGO_PLACE -> {
                Known algo = caller.placeAlgo(instrument);
                if (algo != null) {
                    algos.add(algo);
                }
            }
            case ALGO_CANCEL -> some(algos, known -> caller.cancelAlgo(known));
            case CLOSE -> caller.close(instrument);
            case TRANSFER -> caller.transfer();
            case GET_ACCOUNT -> caller.readAccount();
            case GET_MARKET -> caller.readMarket(instrument);
            case MASS_CANCEL -> caller.massCancel();
        }
    }

    private PlaceOrderRequest resting(Instrument instrument, Side side) {
        String[] below = {"0.6", "0.99", "0.9995"};
        String[] above = {"1.4", "1.01", "1.0005"};
        return caller.limit(instrument, side, (side == Side.buy ? below : above)[random.nextInt(3)]);
    }

    private List<PlaceOrderRequest> batch(Instrument instrument, Side side) {
        List<PlaceOrderRequest> batch = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            batch.add(random.nextInt(6) == 0 ? caller.refused(instrument) : resting(instrument, side));
        }
        return batch;
    }

    private void cancelSeveral(Instrument instrument) {
        List<Known> several = orders.stream()
                .filter(known -> known.instrument() == instrument)
                .limit(3)
                .toList();
        if (!several.isEmpty()) {
            caller.cancelAll(several);
        }
    }

    private void keep(@Nullable Known known) {
        if (known != null) {
            orders.add(known);
        }
    }

    private void some(List<Known> all, Consumer<Known> action) {
        if (!all.isEmpty()) {
            action.accept(all.get(random.nextInt(all.size())));
        }
    }
}
