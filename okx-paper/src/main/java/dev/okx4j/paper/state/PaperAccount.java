package dev.okx4j.paper.state;

import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The venue of one paper account, and its journal: the state in memory is always what replaying the journal gives.
 *
 * <p>This class is threadsafe: one lock serialises everything that touches the venue.
 */
public final class PaperAccount implements Closeable {
    /** What a new account holds. */
    public static final Map<String, BigDecimal> FIRST_BALANCES = Map.of("USDT", new BigDecimal("10000"));

    private final Scenario scenario;
    private final @Nullable Journal journal;
    private @Nullable Venue venue;
    private long revision;
    private boolean closed;

    private PaperAccount(Scenario scenario, @Nullable Journal journal) {
        this.scenario = scenario;
        this.journal = journal;
    }

    /** Returns an account that lives as long as this process. */
    public static PaperAccount inMemory(Scenario scenario) {
        PaperAccount account = new PaperAccount(scenario, null);
        account.venue = account.fresh();
        return account;
    }

    /**
     * Returns the account whose journal is {@code folder/journal.log}, in the state that it had; a new one if there is none.
     *
     * @throws IOException if the journal is damaged, or was written on other data
     */
    public static PaperAccount open(Scenario scenario, Path folder) throws IOException {
        return open(scenario, Disk.system(), folder);
    }

    static PaperAccount open(Scenario scenario, Disk disk, Path folder) throws IOException {
        return open(scenario, disk, folder, Snapshots.RHYTHM);
    }

    /** Opens an account whose first snapshot is written after so many commands. */
    static PaperAccount open(Scenario scenario, Disk disk, Path folder, long rhythm) throws IOException {
        disk.createFolder(folder);
        PaperAccount account = new PaperAccount(scenario, new Journal(scenario, disk, folder, rhythm));
        try {
            account.restore();
        } catch (IOException | RuntimeException e) {
            account.close();
            throw e;
        }
        return account;
    }

    /** Returns what the account lives through. */
    public Scenario scenario() {
        return scenario;
    }

    /** Returns what a look at the venue gives, while nobody changes it. */
    public synchronized <T> T read(Function<Venue, T> look) {
        return look.apply(current());
    }

    /** Returns the number of commands that have changed the venue. */
    public synchronized long revision() {
        return revision;
    }

    /**
     * Carries out a command; when it changed anything, the journal has it on the disk before this returns, or before the work
     * that it is part of does. Only market time that passes without anything happening to the account waits for the next
     * command, or the end, to be written.
     *
     * @throws UncheckedIOException if the disk failed: whether the command will be in force is known when the journal is
     *     next read, which the next call does
     */
    public synchronized Reply apply(Command command) {
        Venue standing = current();
        // The compacted journal begins with the reset, which therefore tells where the ids of the past have ended.
        boolean reset = command instanceof Command.Reset;
        Venue target = reset ? fresh() : standing;
        Command carried = command instanceof Command.Reset anew ? anew.after(standing.past()) : command;
        long lastId = standing.lastId();
        long work = Journal.work(carried, target);
        try {
            Reply reply = target.apply(carried);
            if (!(reply instanceof Reply.Refused)) {
                venue = target;
                keep(carried, isQuiet(carried, reply, lastId, target), work);
                revision = reset ? 1 : revision + 1;
            }
            return reply;
        } catch (IOException e) {
            forget();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            forget();
            throw e;
        }
    }

    /** Returns whether a command has only let time pass: nothing happened to the account, and no id was given. */
    private static boolean isQuiet(Command command, Reply reply, long lastId, Venue after) {
        return command instanceof Command.Advance advance
                && !advance.untilFill()
                && reply instanceof Reply.Advanced advanced
                && advanced.events().isEmpty()
                && after.lastId() == lastId;
    }

    private void keep(Command command, boolean quiet, long work) throws IOException {
        if (journal == null) {
            return;
        }
        if (command instanceof Command.Reset reset) {
            journal.keepReset(reset);
        } else {
            journal.keep(command, quiet, work);
        }
        journal.snapshotIfDue(current());
    }

    /**
     * Returns what the work gives, whose commands go to the journal together: all are on the disk when this returns, and nobody
     * sees the venue in between. Work that ends with an exception has carried out what came before it.
     *
     * @throws UncheckedIOException if the disk failed: whether the commands will be in force, all or none, is known when the
     *     journal is next read, which the next call does
     */
    public synchronized <T> T together(Supplier<T> work) {
        if (journal == null) {
            return work.get();
        }
        journal.gather();
        try {
            return work.get();
        } finally {
            writeGathered(journal);
        }
    }

    private void writeGathered(Journal to) {
        try {
            to.writeGathered();
            if (venue != null) {
                to.snapshotIfDue(venue);
            }
        } catch (IOException e) {
            forget();
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Cancels what the timers of cancel-all-after are about that are due by a moment of the wire clock: each as a command
     * of its own, which the journal tells.
     */
    public synchronized void expire(Instant wireTime) {
        for (Command due = current().due(wireTime); due != null; due = current().due(wireTime)) {
            apply(due);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        Venue last = closed ? null : venue;
        closed = true;
        venue = null;
        if (journal != null) {
            journal.close(last);
        }
    }

    /** Returns a venue at its beginning, with what a new account holds. */
    private Venue fresh() {
        return Venue.open(scenario.feed(), FIRST_BALANCES);
    }

    /** Returns the venue, read from the journal again after a failure of the disk. */
    private Venue current() {
        if (closed) {
            throw new IllegalStateException("The paper account is closed");
        }
        Venue standing = venue;
        if (standing == null) {
            try {
                standing = restore();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return standing;
    }

    private void forget() {
        venue = null;
        if (journal != null) {
            journal.forget();
        }
    }

    /** Replays the journal. */
    private Venue restore() throws IOException {
        if (journal == null) {
            throw new IllegalStateException("The paper exchange stopped after an internal error");
        }
        Venue restored = journal.restore(this::fresh);
        venue = restored;
        revision = Math.max(revision, journal.commands());
        return restored;
    }
}
