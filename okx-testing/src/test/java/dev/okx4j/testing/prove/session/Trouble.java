package dev.okx4j.testing.prove.session;

import static dev.okx4j.testing.Effect.ACCEPTED;
import static dev.okx4j.testing.Effect.FILLED;
import static dev.okx4j.testing.Effect.NONE;

import dev.okx4j.testing.Effect;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.prove.world.DiskFault;
import dev.okx4j.testing.prove.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Everything that can go wrong with one call: the rows of the fault matrix, and what strikes in sessions. */
@SuppressWarnings("ImmutableEnumChecker") // immutable sets, and functions without state
public enum Trouble {
    REFUSED("connection refused", Feature.BAD_ANSWERS, Set.of(NONE), (e, r) -> Fault.refuse()),
    BLACKHOLE("black hole", Feature.BAD_ANSWERS, Set.of(NONE), (e, r) -> Fault.blackhole()),
    RESET_BEFORE("reset before the request", Feature.BAD_ANSWERS, Set.of(NONE), (e, r) -> Fault.resetBefore()),
    RESET_AT(
            "reset within the request", Feature.BAD_ANSWERS, Set.of(NONE), (e, r) -> Fault.resetAt(1 + r.nextInt(900))),
    RESET_AFTER("reset after the request", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.resetAfterRead(e)),
    FIN_AFTER("end after the request", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.finAfterRead(e)),
    SILENCE("silence", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.silence(e)),
    CHUNKS("chunks without end", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.chunksWithoutEnd(e)),
    INTERIM("interim answers without end", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.interimAnswers(e)),
    DRIP("slow drip", Feature.BAD_ANSWERS, taken(), (e, r) -> Fault.drip(1 + r.nextInt(40), e)),
    DELAY("late request", Feature.LATE, taken(), (e, r) -> Fault.delay(Duration.ofMillis(r.nextInt(100, 4_900)), e)),
    VERY_LATE(
            "very late request",
            Feature.LATE,
            Set.of(ACCEPTED),
            (e, r) -> Fault.delay(Duration.ofMillis(r.nextInt(5_100, 30_000)), e)),
    DUPLICATE("request twice", Feature.LATE, Set.of(ACCEPTED), (e, r) -> Fault.duplicate()),
    STATUS_5XX("HTTP 5xx", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.status(any(r, 500, 502, 503, 504, 520), e)),
    STATUS_408("HTTP 408", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.status(408, e)),
    STATUS_429("HTTP 429 without a word", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.status(429, e)),
    REDIRECT("redirect", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.status(any(r, 301, 302, 307, 308), e)),
    PAGE(
            "page of HTML",
            Feature.BAD_ANSWERS,
            all(),
            (e, r) ->
                    Fault.page("<html><h1>Error 1015</h1>You are being rate limited</html>", any(r, 200, 403, 502), e)),
    EMPTY("empty 200", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.empty(e)),
    NO_ENVELOPE(
            "JSON of somebody else",
            Feature.BAD_ANSWERS,
            all(),
            (e, r) -> Fault.json(
                    200,
                    List.of("{}", "[]", "null", "{\"ok\":true}", "{\"code\":\"0\"}")
                            .get(r.nextInt(5)),
                    e)),
    TRUNCATED("truncated JSON", Feature.BAD_ANSWERS, taken(), (e, r) -> Fault.truncate(r.nextInt(1, 100), e)),
    GARBAGE_TAIL("garbage after the JSON", Feature.BAD_ANSWERS, taken(), (e, r) -> Fault.garbageTail(e)),
    DUPLICATE_KEYS("keys twice", Feature.BAD_ANSWERS, taken(), (e, r) -> Fault.duplicateKeys(e)),
    ITEM_MISSING("item missing", Feature.BAD_ANSWERS, taken(), (e, r) -> Fault.itemMissing(e)),
    ITEMS_SHUFFLED("items shuffled", Feature.BAD_ANSWERS, Set.of(ACCEPTED), (e, r) -> Fault.itemsShuffled()),
    OTHER_IDS("ids of something else", Feature.BAD_ANSWERS, taken(), (e, r) -> Fault.otherIds(e)),
    GZIP_BOMB("gzip bomb", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.gzipBomb(e)),
    ENDLESS("endless body", Feature.BAD_ANSWERS, all(), (e, r) -> Fault.endless(e)),
    CODE_SILENT(
            "code that says nothing",
            Feature.CODES,
            all(),
            (e, r) -> Fault.code(anyOf(r, "50004", "50026", "50001", "50005", "50013", "51054", "51149", "51412"), e)),
    CODE_UNHEARD("code never heard of", Feature.CODES, all(), (e, r) -> Fault.code(anyOf(r, "59998", "51999"), e)),
    CODE_TOO_MANY(
            "50011, 50061, 50040",
            Feature.CODES,
            Set.of(NONE),
            (e, r) ->
                    r.nextBoolean() ? Fault.limiterFull(any(r, 200, 429)) : Fault.code(anyOf(r, "50061", "50040"), e)),
    CODE_CLOCK("50102, 50112", Feature.CODES, Set.of(NONE), (e, r) -> Fault.code(anyOf(r, "50102", "50112"), e)),
    CODE_LATE("50036", Feature.CODES, Set.of(NONE), (e, r) -> Fault.code("50036", e)),
    CODE_KEY(
            "50111, 50105, 50113, 50114",
            Feature.CODES,
            Set.of(NONE),
            (e, r) -> Fault.code(anyOf(r, "50111", "50105", "50113", "50114"), e)),
    CODE_BLOCKED("50110, 50100", Feature.CODES, Set.of(NONE), (e, r) -> Fault.code(anyOf(r, "50110", "50100"), e)),
    CODE_REFUSED(
            "51000, 51008, 51020",
            Feature.CODES,
            Set.of(NONE),
            (e, r) -> Fault.code(anyOf(r, "51000", "51008", "51020"), e)),
    CODE_ID_TAKEN("51016", Feature.CODES, all(), (e, r) -> Fault.code("51016", e)),
    CODE_STATE(
            "51400, 51401, 51402, 51603",
            Feature.CODES,
            all(),
            (e, r) -> Fault.code(anyOf(r, "51400", "51401", "51402", "51603"), e)),
    LAG("answer lost, invisible at first", Feature.LAG, taken(), (e, r) -> Fault.silence(e)) {
        @Override
        public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
            world.faults()
                    .on(operation.wire())
                    .nth(1)
                    .then(Fault.visibilityLag(Duration.ofMillis(random.nextInt(100, 3_000))));
            super.strike(world, operation, effect, random);
        }
    },
    BAN("address banned", Feature.BANS, Set.of(NONE), (e, r) -> Fault.ban(Duration.ofSeconds(r.nextInt(5, 90)))) {
        @Override
        public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
            Duration time = Duration.ofSeconds(random.nextInt(5, 90));
            world.banFor(operation.wire(), time);
        }
    },
    SKEW(
            "exchange's clock jumps ahead",
            Feature.CLOCK,
            Set.of(ACCEPTED),
            (e, r) -> Fault.delay(Duration.ofMillis(1), e)) {
        @Override
        public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
            world.exchangeJumps(Duration.ofSeconds(random.nextInt(1, 7_200)));
        }
    },
    CLOCK_STEP("client's clock stepped", Feature.CLOCK, all(), (e, r) -> Fault.silence(e)) {
        @Override
        public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
            Duration step = Duration.ofSeconds(random.nextInt(-3_600, 3_600));
            world.in(Duration.ofMillis(random.nextInt(0, 16_000)), () -> world.stepClock(step));
            super.strike(world, operation, effect, random);
        }
    },
    SUSPENDED("machine asleep", Feature.CLOCK, all(), (e, r) -> Fault.silence(e)) {
        @Override
        public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
            Duration nap = Duration.ofSeconds(random.nextInt(6, 300));
            boolean still = random.nextBoolean();
            world.in(Duration.ofMillis(random.nextInt(0, 4_000)), () -> world.suspend(nap, still));
            super.strike(world, operation, effect, random);
        }
    },
    KILLED_BEFORE("killed before the wire", Feature.KILLS, Set.of(NONE), (e, r) -> Fault.refuse()) {
        @Override
        public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
            world.killAt("before " + method(operation));
        }
    },
    KILLED_AFTER("killed after the wire", Feature.KILLS, taken(), (e, r) -> Fault.delay(Duration.ofMillis(1), e)) {
        @Override
        public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
            world.killAt("after " + method(operation));
            super.strike(world, operation, effect, random);
        }
    },
    KILLED_ANYWHERE("killed anywhere", Feature.KILLS, taken(), (e, r) -> Fault.silence(e)) {
        @Override
        public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
            world.killAt(random.nextInt(30));
            super.strike(world, operation, effect, random);
        }
    },
    DISK("disk fails", Feature.DISK, Set.of(ACCEPTED), (e, r) -> Fault.delay(Duration.ofMillis(1), e)) {
        @Override
        public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
            DiskFault[] faults = DiskFault.values();
            world.failDisk(random.nextInt(4), faults[random.nextInt(faults.length)]);
        }
    };

    private final String title;
    private final Feature feature;
    private final Set<Effect> effects;
    private final Maker maker;

    Trouble(String title, Feature feature, Set<Effect> effects, Maker maker) {
        this.title = title;
        this.feature = feature;
        this.effects = effects;
        this.maker = maker;
    }

    @FunctionalInterface
    private interface Maker {
        Fault make(Effect effect, SplittableRandom random);
    }

    /** Returns its name. */
    public String title() {
        return title;
    }

    /** Returns the group it belongs to. */
    public Feature feature() {
        return feature;
    }

    /** Returns whether it can strike an operation with the exchange having done so much. */
    public boolean applies(Operation operation, Effect effect) {
        if (!effects.contains(effect) || (effect == FILLED && !operation.fills())) {
            return false;
        }
        return switch (this) {
            case ITEMS_SHUFFLED -> operation.isBatch();
            // OKX takes a client id again once the order is filled: a network that doubles requests doubles such
            // orders, and no
            // client can help that; TLS is what excludes it.
            case DUPLICATE -> operation != Operation.PLACE_MARKET && operation != Operation.PLACE_IOC;
            case ITEM_MISSING, OTHER_IDS, CODE_ID_TAKEN, CODE_STATE, LAG, CODE_REFUSED, CODE_LATE -> !operation.reads();
            case DISK, KILLED_ANYWHERE -> !operation.reads();
            default -> true;
        };
    }

    /** Lets it strike the next request of an operation. */
    public void strike(World world, Operation operation, Effect effect, SplittableRandom random) {
        if (feature == Feature.LATE) {
            world.unsteady();
        }
        world.faults().on(operation.wire()).nth(1).then(maker.make(effect, random));
    }

    private static String method(Operation operation) {
        return operation.wire().substring(0, operation.wire().indexOf(' '));
    }

    private static Set<Effect> all() {
        return Set.of(NONE, ACCEPTED, FILLED);
    }

    private static Set<Effect> taken() {
        return Set.of(ACCEPTED, FILLED);
    }

    private static int any(SplittableRandom random, int... values) {
        return values[random.nextInt(values.length)];
    }

    private static String anyOf(SplittableRandom random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
