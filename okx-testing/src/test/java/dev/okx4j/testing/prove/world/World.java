package dev.okx4j.testing.prove.world;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.paper.PaperExchange;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.Faults;
import dev.okx4j.testing.FaultyWire;
import dev.okx4j.testing.prove.check.Happened;
import dev.okx4j.testing.prove.check.Marks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client, its disk, the network and a paper exchange, in one thread and in virtual time, all decided by one seed.
 *
 * <p>The caller acts through {@link #write} and {@link #read}; whatever happens is noted. When the process is killed, the next one
 * starts on the same disk.
 */
public final class World {
    private static final long LONGEST_CALL = 20_500;

    private final SplittableRandom random;
    private final Timeline time = new Timeline();
    private final Clocks clocks = new Clocks(time);
    private final Notes notes = new Notes();
    private final Faults faults = new Faults();
    private final SimDisk disk;
    private final Lives lives;
    private final Hand hand;
    private final Ground ground;
    private final Wire network;
    private Duration ban = Duration.ZERO;
    private long bannedUntil;
    private boolean steady = true;
    private long napped;
    private final Map<String, String> known = new HashMap<>();
    private int requests;
    private int calls;
    private int call = -1;

    /**
     * Makes a world.
     *
     * @param patience how long the client waits for an answer
     */
    public World(long seed, Duration patience) {
        this(seed, patience, null);
    }

    /** Makes a world whose exchange has options, an hour after its market has begun. */
    public static World ofOptions(long seed, Duration patience) {
        return new World(seed, patience, "../okx-paper/src/test/resources/dev/okx4j/paper/wire/products");
    }

    private World(long seed, Duration patience, @Nullable String scenario) {
        this.random = new SplittableRandom(seed);
        this.disk = new SimDisk(random.split());
        this.lives = new Lives(this, time, disk, random, patience);
        Clock clock = faults.clock(clocks);
        PaperExchange exchange = open(scenario, clock, random.nextLong());
        this.hand = new Hand(exchange.wire(), clock);
        if (scenario != null) {
            hand.post("/paper/v1/clock", "{\"by\":\"1H\"}");
            hand.post("/paper/v1/deposit", "{\"ccy\":\"BTC\",\"amt\":\"1\"}");
        }
        clocks.begin(hand.marketTime());
        this.ground = new Ground(exchange.wire(), hand, clock, time, notes);
        Credentials key = Credentials.of(Hand.KEY, Hand.SECRET, Hand.PASSPHRASE);
        this.network = new FaultyWire(
                ground,
                key,
                faults,
                clocks,
                duration -> running().sleep(duration),
                (delay, task) -> time.in(delay, task));
    }

    private static PaperExchange open(@Nullable String scenario, Clock clock, long seed) {
        try {
            PaperExchange.Builder builder = PaperExchange.builder();
            return (scenario == null ? builder : builder.scenario(scenario))
                    .key(Hand.KEY, Hand.SECRET, Hand.PASSPHRASE)
                    .clock(clock)
                    .entropy(Entropy.seeded(seed))
                    .open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the book of what goes wrong on the network and at the exchange. */
    public Faults faults() {
        return faults;
    }

    /** Returns what has happened so far. */
    public Notes notes() {
        return notes;
    }

    /** Returns the world's randomness. */
    public SplittableRandom random() {
        return random;
    }

    /** Returns the exchange's own clock. */
    public Instant now() {
        return clocks.now();
    }

    /** Returns whether nothing so far excuses a request too many. */
    public boolean steady() {
        return steady;
    }

    /** Says that something in this world excuses a request too many: late or doubled deliveries. */
    public void unsteady() {
        steady = false;
    }

    /** Asks the exchange itself, past everything that fails. */
    public String ask(String target) {
        return hand.get(target);
    }

    /** Returns what is known by a name, found out anew each minute. */
    public String once(String name, Supplier<String> question) {
        long minute = time.millis() / 60_000;
        return known.computeIfAbsent(name + " at " + minute, key -> question.get());
    }

    /** Changes something at the exchange itself, past everything that fails. */
    public String command(String target, String body) {
        return hand.post(target, body);
    }

    /** Lets something happen after a while. */
    public void in(Duration after, Runnable what) {
        time.in(after, what);
    }

    /** Sets the client's clock forward, or back. */
    public void stepClock(Duration by) {
        clocks.stepWall(by);
    }

    /** Lets the client's machine be this far ahead of the exchange from the beginning on. */
    public void startClockAhead(Duration by) {
        clocks.startWallAhead(by);
    }

    /** Puts the client's machine to sleep; its monotonic clock stands still or not. */
    public void suspend(Duration nap, boolean clockStandsStill) {
        napped += nap.toMillis();
        clocks.skip(nap);
        if (clockStandsStill) {
            lives.sleepThrough(nap);
        }
    }

    /** Lets the process be killed at its n-th crossing of a seam from now on. */
    public void killAt(long crossing) {
        running().dieAt(crossing);
    }

    /** Lets the process be killed the next time that it comes to a place: {@code before POST}, {@code after sync} and so on. */
    public void killAt(String place) {
        running().dieAt(place);
    }

    /** Sets the exchange's clock forward. */
    public void exchangeJumps(Duration by) {
        clocks.jump(by);
    }

    /** Lets the exchange ban the address for a while, from the next request of an operation on. */
    public void banFor(String operation, Duration time) {
        if (ban.isZero() && millis() >= bannedUntil) {
            faults.on(operation).nth(1).then(Fault.ban(time));
            ban = time;
        }
    }

    /** Notes the first answer of a ban. */
    void banned() {
        if (!ban.isZero()) {
            bannedUntil = millis() + ban.toMillis();
            note(new Happened.Banned(millis(), bannedUntil));
            ban = Duration.ZERO;
        }
    }

    /** Lets the n-th operation of the disk from now on fail. */
    public void failDisk(long nth, DiskFault how) {
        lives.failDisk(nth, how);
    }

    /** Lets the disk work again, and the client start anew if its log has given up. */
    public void healDisk() {
        disk.heal();
    }

    /** Lets the caller wait. */
    public void pass(Duration duration) {
        lives.surviving(() -> {
            running().sleep(duration);
            return true;
        });
    }

    /** Lets the client look up what is due. */
    public void recover(Duration budget) {
        lives.surviving(() -> {
            try {
                running().client().recovery().work(budget);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return true;
        });
    }

    /** Ends the process in good order or not, and starts the next one. */
    public void restart() {
        lives.next();
    }

    /**
     * Lets the caller write, and returns what it was told; null when the process died before that.
     *
     * @param operation its name
     * @param path the endpoint
     * @param exposure whether it may add exposure
     * @param items the requests
     */
    public @Nullable List<? extends Outcome<?>> write(
            String operation,
            String path,
            boolean exposure,
            List<? extends Record> items,
            Function<OkxClient, List<? extends Outcome<?>>> action) {
        int number = ++calls;
        for (int i = 0; i < items.size(); i++) {
            Map<String, Object> fields = Json.toTree(items.get(i));
            Object subject = fields.getOrDefault("instId", fields.getOrDefault("ccy", ""));
            note(new Happened.Asked(
                    millis(), number, i, operation, Marks.of(path, fields), subject.toString(), exposure));
        }
        List<? extends Outcome<?>> told = timed(number, operation, () -> {
            try {
                return action.apply(running().client());
            } catch (RuntimeException e) {
                note(new Happened.Told(millis(), number, 0, "Threw " + e, "", "", "", "", false));
                return List.of();
            }
        });
        for (int i = 0; told != null && i < told.size(); i++) {
            note(Telling.told(millis(), number, i, told.get(i)));
        }
        return told;
    }

    /** Lets the caller read, and returns what it got; null when that failed. */
    public <T> @Nullable T read(String operation, Function<OkxClient, T> action) {
        int number = ++calls;
        String[] failure = {""};
        T got = timed(number, operation, () -> {
            try {
                return action.apply(running().client());
            } catch (OkxException e) {
                failure[0] = Happened.nameOf(e);
            } catch (RuntimeException e) {
                failure[0] = "Threw " + e;
            }
            return null;
        });
        note(new Happened.Read(millis(), number, operation, failure[0]));
        return got;
    }

    private <T> @Nullable T timed(int number, String what, Supplier<@Nullable T> action) {
        long began = millis();
        long nappedBefore = napped;
        int before = lives.count();
        call = number;
        try {
            return lives.surviving(action);
        } finally {
            call = -1;
            if (lives.count() == before) {
                long took = millis() - began - (napped - nappedBefore);
                note(new Happened.Measured(millis(), "ms of " + what, took, LONGEST_CALL));
            }
        }
    }

    /** Takes note of the end of a process. */
    void died() {
        call = -1;
        steady = false;
    }

    /** Returns the process, started if there is none. */
    ClientRun running() {
        return lives.running();
    }

    /** Lets the process live until it is told otherwise. */
    void spare() {
        running().liveOn();
    }

    Wire network() {
        return network;
    }

    Ground ground() {
        return Objects.requireNonNull(ground);
    }

    SimDisk disk() {
        return disk;
    }

    Timeline time() {
        return time;
    }

    void note(Happened event) {
        notes.add(event);
    }

    long millis() {
        return time.millis();
    }

    int call() {
        return call;
    }

    int nextRequest() {
        return ++requests;
    }

    /** Returns the time that the client's machine shows. */
    Instant wall() {
        return clocks.wall();
    }

    /** Returns how long before now a timestamp was made, by the exchange's clock or the machine's, whichever suits it. */
    long age(@Nullable String timestamp) {
        return clocks.age(timestamp);
    }

    /** Returns the writes of a batch of one. */
    public static List<? extends Outcome<?>> one(Outcome<?> outcome) {
        List<Outcome<?>> list = new ArrayList<>();
        list.add(outcome);
        return list;
    }
}
