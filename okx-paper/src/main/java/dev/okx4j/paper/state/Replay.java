package dev.okx4j.paper.state;

import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes in a journal's records one by one, from the first, or from where a snapshot ends. */
final class Replay implements Consumer<byte[]> {
    private final Path journal;
    private final Scenario scenario;
    private final Supplier<Venue> fresh;
    private final Snapshots snapshots;
    private final Snapshots.@Nullable Saved saved;
    private @Nullable Venue restored;
    private @Nullable String misfit;
    private long records;

    Replay(
            Path journal,
            Scenario scenario,
            Supplier<Venue> fresh,
            Snapshots snapshots,
            Snapshots.@Nullable Saved saved) {
        this.journal = journal;
        this.scenario = scenario;
        this.fresh = fresh;
        this.snapshots = snapshots;
        this.saved = saved;
        snapshots.begin();
    }

    @Override
    public void accept(byte[] record) {
        try {
            snapshots.noted(record);
            records++;
            if (records == 1) {
                JournalHeader.check(record, scenario, journal);
            } else if (saved == null || records > saved.records()) {
                replay(record);
            }
            if (saved != null && records == saved.records()) {
                resume(saved);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes over the state of the snapshot. */
    private void resume(Snapshots.Saved from) {
        if (!from.fits(snapshots.chain())) {
            misfit = "it is of another journal";
            return;
        }
        try {
            restored = Venue.read(scenario.feed(), from.state());
        } catch (IOException | RuntimeException e) {
            misfit = e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    /** Applies one record; a command that is refused now was not written on these data. */
    private void replay(byte[] record) throws IOException {
        if (misfit != null) {
            return;
        }
        Venue venue = venue();
        try {
            Command command = CommandText.read(record);
            snapshots.worked(Journal.work(command, venue));
            if (venue.apply(command) instanceof Reply.Refused refused) {
                throw new IllegalArgumentException("refused with " + refused.refusal());
            }
        } catch (RuntimeException e) {
            throw new IOException(
                    journal + " was written by another version: command " + (records - 1) + " cannot be repeated ("
                            + e.getMessage() + "). Move the file away to start afresh.",
                    e);
        }
    }

    /** Returns why the snapshot cannot be used, or null when it was used, or there was none. */
    @Nullable
    String misfit() {
        return misfit == null && saved != null && records < saved.records() ? "the journal is shorter" : misfit;
    }

    /** Returns the venue; one on other data than the journal's is not even begun. */
    Venue venue() {
        Venue begun = restored == null ? fresh.get() : restored;
        restored = begun;
        return begun;
    }

    long records() {
        return records;
    }
}
