package dev.okx4j.testing.prove.world;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.intent.FileJournal;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.testing.prove.check.Happened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The lives of the client's process, one after another, on one disk. */
final class Lives {
    private static final Path JOURNAL = Path.of("/journal");

    private final World world;
    private final Timeline time;
    private final SimDisk disk;
    private final SplittableRandom random;
    private final Duration patience;
    private @Nullable ClientRun run;
    private int count;
    private boolean diskFailed;

    Lives(World world, Timeline time, SimDisk disk, SplittableRandom random, Duration patience) {
        this.world = world;
        this.time = time;
        this.disk = disk;
        this.random = random;
        this.patience = patience;
    }

    /** Returns how many lives there have been. */
    int count() {
        return count;
    }

    /** Returns the process, started if there is none. */
    ClientRun running() {
        if (run == null) {
            run = start();
        }
        return run;
    }

    /** Does something in the process, and starts the next process when this one dies of it; null then. */
    <T> @Nullable T surviving(Supplier<@Nullable T> action) {
        ClientRun before = running();
        try {
            return action.get();
        } catch (Killed e) {
            next(before.number());
            return null;
        }
    }

    /** Ends the process in good order or not, and starts the next one. */
    void next() {
        next(running().number());
    }

    private void next(int number) {
        world.died();
        world.note(new Happened.Killed(world.millis(), number));
        run = null;
        disk.crash();
        disk.heal();
        time.pass(Duration.ofMillis(random.nextInt(100, 3_000)));
        running();
    }

    /** Lets the n-th operation of the disk from now on fail. */
    void failDisk(long nth, DiskFault how) {
        diskFailed = true;
        running().diskFails();
        disk.fail(nth, how);
    }

    /** Lets the process, if there is one, sleep through a nap of its machine. */
    void sleepThrough(Duration nap) {
        if (run != null) {
            run.sleepThrough(nap);
        }
    }

    private ClientRun start() {
        ClientRun started = new ClientRun(world, time, ++count, Entropy.seeded(random.nextLong()));
        FileJournal journal;
        try {
            journal = FileJournal.open(started.disk(), JOURNAL);
        } catch (IOException e) {
            throw new UncheckedIOException("run " + count + " cannot open its journal", e);
        }
        world.note(new Happened.Started(world.millis(), count, journal.open().size()));
        if (!diskFailed) {
            world.note(new Happened.Measured(
                    world.millis(), "logs that a mere kill has broken", journal.refusal() == null ? 0 : 1, 0));
        }
        for (IntentJournal.Open open : journal.open()) {
            boolean asksHuman = open.doubt() != null && open.doubt().needsHuman();
            world.note(
                    new Happened.Reopened(world.millis(), count, open.intent().intentId(), asksHuman));
        }
        started.client(OkxClient.builder()
                .wire(new Tap(world, started))
                .credentials(Credentials.of(Hand.KEY, Hand.SECRET, Hand.PASSPHRASE))
                .clock(started)
                .waits(started)
                .entropy(started.entropy())
                .gate(WriteGate.open())
                .journal(new NotingJournal(journal, world))
                .timeout(patience)
                .recoverInBackground(false)
                .build());
        return started;
    }
}
