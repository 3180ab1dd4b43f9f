package dev.okx4j.testing.prove.bugs;

import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.testing.Effect;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.prove.check.Violation;
import dev.okx4j.testing.prove.session.Caller;
import dev.okx4j.testing.prove.session.Instrument;
import dev.okx4j.testing.prove.session.Operation;
import dev.okx4j.testing.prove.world.Ending;
import dev.okx4j.testing.prove.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Worlds in which a rare coincidence is arranged, rather than waited for. */
@SuppressWarnings("EnumOrdinal") // seeds of worlds, which a reordering may change
enum DirectedWorld {
    /** More orders at once than the window of their instrument takes. */
    MANY_ORDERS {
        @Override
        void play(World world, Caller caller, SplittableRandom random) {
            for (int i = 0; i < 70; i++) {
                caller.place("place-limit", Instrument.BTC, caller.limit(Instrument.BTC, Side.buy, "0.6"));
            }
        }
    },
    /** More orders in batches than the window of their instrument takes. */
    MANY_BATCHES {
        @Override
        void play(World world, Caller caller, SplittableRandom random) {
            for (int i = 0; i < 17; i++) {
                List<PlaceOrderRequest> batch = new ArrayList<>();
                for (int k = 0; k < 20; k++) {
                    batch.add(caller.limit(Instrument.BTC, Side.buy, "0.5"));
                }
                caller.placeAll(Instrument.BTC, batch);
            }
        }
    },
    /** An order that arrives in its last moment, and is visible three seconds later. */
    LAST_MOMENT {
        @Override
        void play(World world, Caller caller, SplittableRandom random) {
            String place = Operation.PLACE_LIMIT.wire();
            world.faults().on(place).nth(1).then(Fault.visibilityLag(Duration.ofMillis(random.nextInt(1_500, 2_950))));
            world.faults()
                    .on(place)
                    .nth(1)
                    .then(Fault.delay(Duration.ofMillis(random.nextInt(4_700, 4_990)), Effect.ACCEPTED));
            caller.place("place-limit", Instrument.BTC, caller.limit(Instrument.BTC, Side.buy, "0.6"));
        }
    },
    /** An order whose answer is lost, and that only its fills tell of. */
    ONLY_FILLS_TELL {
        @Override
        void play(World world, Caller caller, SplittableRandom random) {
            world.faults().on(Operation.PLACE_MARKET.wire()).nth(1).then(Fault.resetAfterRead(Effect.FILLED));
            world.faults().on("GET /api/v5/trade/order").each().then(Fault.code("51603", Effect.ACCEPTED));
            world.faults()
                    .on("GET /api/v5/trade/orders-*")
                    .each()
                    .then(Fault.json(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}", Effect.ACCEPTED));
            caller.place("place-market", Instrument.BTC, caller.order(Instrument.BTC, Side.buy, OrdType.market, null));
        }
    },
    /** A process that is killed often, in the middle of its writes. */
    KILLED_OFTEN {
        @Override
        void play(World world, Caller caller, SplittableRandom random) {
            for (int i = 0; i < 6; i++) {
                world.killAt(random.nextInt(12));
                caller.place("place-limit", Instrument.BTC, caller.limit(Instrument.BTC, Side.buy, "0.6"));
                caller.cancelAllAfter(0);
                world.recover(Duration.ofSeconds(random.nextInt(3)));
            }
        }
    },
    /** A process that ends in good order, and goes on in the next. */
    RESTARTED {
        @Override
        void play(World world, Caller caller, SplittableRandom random) {
            for (int i = 0; i < 6; i++) {
                caller.place("place-limit", Instrument.BTC, caller.limit(Instrument.BTC, Side.buy, "0.6"));
                if (i % 2 == 1) {
                    world.restart();
                }
            }
        }
    },
    /** A write that is left in doubt, and others about the same instrument right after it. */
    IN_DOUBT {
        @Override
        void play(World world, Caller caller, SplittableRandom random) {
            world.faults().on(Operation.ALGO_PLACE.wire()).nth(1).then(Fault.silence(Effect.NONE));
            caller.placeAlgo(Instrument.BTC);
            caller.place("place-limit", Instrument.BTC, caller.limit(Instrument.BTC, Side.buy, "0.6"));
            caller.transfer();
        }
    },
    /** A batch of which the exchange takes some and refuses others. */
    MIXED_BATCH {
        @Override
        void play(World world, Caller caller, SplittableRandom random) {
            List<PlaceOrderRequest> batch = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                batch.add(
                        random.nextBoolean()
                                ? caller.limit(Instrument.BTC, Side.buy, "0.6")
                                : caller.refused(Instrument.BTC));
            }
            caller.placeAll(Instrument.BTC, batch);
        }
    };

    abstract void play(World world, Caller caller, SplittableRandom random);

    /** Lives the world once, and returns what it saw broken. */
    List<Violation> live(int seed) {
        SplittableRandom random = new SplittableRandom(1_000_003L * ordinal() + seed);
        World world = new World(random.nextLong(), Duration.ofMillis(random.nextInt(500, 4_600)));
        play(world, new Caller(world, random.split()), random);
        return Ending.of(world);
    }
}
