package dev.okx4j.paper.state;

import dev.okx4j.client.log.AppendLog;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one account and the snapshot beside it. Market time that passes without anything happening to the account
 * is written with the command that ends it. Guarded by the account's lock.
 */
final class Journal implements Closeable {
    private final Disk disk;
    private final Path file;
    private final Scenario scenario;
    private final Snapshots snapshots;
    private @Nullable AppendLog log;
    private @Nullable List<byte[]> gathered;
    /** Market time that has passed and is not written yet, as one command. */
    private Command.@Nullable Advance held;

    Journal(Scenario scenario, Disk disk, Path folder, long rhythm) {
        this.scenario = scenario;
        this.disk = disk;
        this.file = folder.resolve("journal.log");
        this.snapshots = new Snapshots(disk, folder.resolve("snapshot.bin"), scenario, rhythm);
    }

    /** Returns the venue that the journal gives; it is opened, and created where it is missing. */
    Venue restore(Supplier<Venue> fresh) throws IOException {
        forget();
        Replay replay = open(fresh, snapshots.read());
        String misfit = replay.misfit();
        if (misfit != null) {
            snapshots.ignored(misfit);
            forget();
            replay = open(fresh, null);
        }
        if (replay.records() == 0) {
            append(List.of(JournalHeader.of(scenario)));
        }
        Venue venue = replay.venue();
        Command.Advance ahead = held;
        if (ahead != null && venue.apply(ahead) instanceof Reply.Refused) {
            held = null; // what failed to be written has been written after all, and more
        }
        snapshotIfDue(venue);
        return venue;
    }

    private Replay open(Supplier<Venue> fresh, Snapshots.@Nullable Saved saved) throws IOException {
        Replay replay = new Replay(file, scenario, fresh, snapshots, saved);
        try {
            log = AppendLog.open(disk, file, replay);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return replay;
    }

    /** Returns the number of commands that the journal holds. */
    long commands() {
        return Math.max(0, snapshots.chain().records() - 1);
    }

    /** Returns how long repeating a command takes, in commands of the usual kind: market time takes as long as it is. */
    static long work(Command command, Venue before) {
        return command instanceof Command.Advance advance
                ? 1 + Math.max(0, Duration.between(before.now(), advance.to()).toMinutes())
                : 1;
    }

    /**
     * Writes a command, which is on the disk when this returns, or gathers it with others.
     *
     * @param quiet whether it is market time that has passed without anything happening to the account: the next command,
     *     or the end, writes it
     */
    void keep(Command command, boolean quiet, long work) throws IOException {
        snapshots.worked(work);
        if (gathered != null) {
            gathered.add(CommandText.write(command));
        } else if (quiet && command instanceof Command.Advance advance) {
            held = advance;
        } else {
            List<byte[]> records = new ArrayList<>();
            boolean further = command instanceof Command.Advance advance && !advance.untilFill();
            if (held != null && !further) {
                records.add(CommandText.write(held));
            }
            records.add(CommandText.write(command));
            append(records);
            held = null;
        }
    }

    /** Writes a reset, with which the journal begins anew. */
    void keepReset(Command.Reset reset) throws IOException {
        held = null;
        List<byte[]> records = List.of(JournalHeader.of(scenario), CommandText.write(reset));
        closeLog();
        AppendLog.replace(disk, file, records);
        snapshots.begin();
        log = AppendLog.open(disk, file, snapshots::noted);
        snapshots.remove();
        dropGathered();
    }

    /** Gathers commands from now on. */
    void gather() {
        gathered = new ArrayList<>();
    }

    /** Writes what was gathered, all or nothing, and gathers no more. */
    void writeGathered() throws IOException {
        List<byte[]> records = gathered == null ? List.of() : gathered;
        gathered = null;
        if (!records.isEmpty()) {
            if (held != null) {
                records.add(0, CommandText.write(held));
            }
            append(records);
            held = null;
        }
    }

    private void append(List<byte[]> records) throws IOException {
        AppendLog to = log;
        if (to == null) {
            throw new IOException(file + " is not open");
        }
        to.appendAll(records);
        records.forEach(snapshots::noted);
    }

    /** Writes a snapshot when it is time for one; what is held is written first, for a snapshot is of what the journal gives. */
    void snapshotIfDue(Venue venue) throws IOException {
        if (gathered == null && snapshots.isDue()) {
            writeHeld();
            snapshots.write(venue);
        }
    }

    private void writeHeld() throws IOException {
        if (held != null) {
            append(List.of(CommandText.write(held)));
            held = null;
        }
    }

    /** Closes the file after a failure: how much of the last write is there is known when it is read again. */
    void forget() {
        dropGathered();
        try {
            closeLog();
        } catch (IOException e) {
            // Nothing is lost: what reached the disk is read again by the next call.
        }
    }

    private void dropGathered() {
        if (gathered != null) {
            gathered.clear();
        }
    }

    private void closeLog() throws IOException {
        if (log != null) {
            log.close();
            log = null;
        }
    }

    /** Writes what is held, and a snapshot if it saves the next start some time; the venue is null after a failure. */
    void close(@Nullable Venue venue) throws IOException {
        try {
            if (venue != null && log != null) {
                writeHeld();
                if (snapshots.isWorthwhile()) {
                    snapshots.write(venue);
                }
            }
        } finally {
            closeLog();
        }
    }

    @Override
    public void close() throws IOException {
        close(null);
    }
}
