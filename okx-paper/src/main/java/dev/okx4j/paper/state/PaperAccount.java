package dev.okx4j.paper.state;

import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Refusal;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final List<AccountFollower> followers = new ArrayList<>();
    private final Onlooker onlooker = new Onlooker();
    private @Nullable PriceGuard guard;
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

    /**
     * Lets somebody watch the account from now on, who is called by every command, under the account's lock: one at a time.
     *
     * @throws IllegalStateException if somebody does already
     */
    public synchronized void watch(AccountWatch watch) {
        onlooker.watch(watch, current());
    }

    /** Returns the number of commands that have changed the venue. */
    public synchronized long revision() {
        return revision;
    }

    /** Lets somebody know of every command from now on. */
    public synchronized void follow(AccountFollower follower) {
        followers.add(follower);
    }

    /** Refuses from now on what would trade on a price that the guard finds too old. */
    public synchronized void guard(PriceGuard judge) {
        guard = judge;
    }

    /** Returns why an instrument's price must not be traded on, or null. */
    public synchronized @Nullable String stale(String instId) {
        return guard == null ? null : guard.stale(instId);
    }

    /** Returns why an instrument's prices are asked for once a second, rather than pushed, or null. */
    public synchronized @Nullable String asked(String instId) {
        return guard == null ? null : guard.asked(instId);
    }

    /** Returns why a command that would trade must not, or null. */
    private @Nullable String stale(Command command) {
        if (guard == null) {
            return null;
        } else if (command instanceof Command.Place place) {
            return guard.stale(place.ticket().instId());
        } else if (command instanceof Command.PlaceAlgo algo) {
            return guard.stale(algo.ticket().instId());
        } else if (command instanceof Command.Amend amend) {
            return guard.stale(amend.instId());
        } else if (command instanceof Command.ClosePosition close) {
            return guard.stale(close.instId());
        }
        return null;
    }

    /**
     * Carries out a command; when it changed anything, the journal has it on the disk before this returns, or before the work
     * that it is part of does.
     *
     * @throws UncheckedIOException if the disk failed: whether the command will be in force is known when the journal is
     *     next read, which the next call does
     */
    public synchronized Reply apply(Command command) {
        return apply(command, false);
    }

    /**
     * Lets market time run to a moment, as a clock that ticks does: what happens to the account on the way is on the disk when
     * this returns. Time in which nothing happens waits for the next command, or the end, to be written: a crash forgets it.
     *
     * @throws UncheckedIOException as {@link #apply} does
     */
    public synchronized Reply pass(Instant to) {
        return apply(new Command.Advance(to, false), true);
    }

    /** Lets market time run to a moment unless it is there already, or the account has been left. */
    synchronized void follow(Instant to) {
        if (!closed && to.isAfter(current().now())) {
            pass(to);
        }
    }

    private Reply apply(Command command, boolean ticking) {
        Venue standing = current();
        String stale = stale(command);
        if (stale != null) {
            return new Reply.Refused(new Refusal("51022", stale, ""));
        }
        // The compacted journal begins with the reset, which therefore tells where the ids of the past have ended.
        boolean reset = command instanceof Command.Reset;
        Venue target = reset ? fresh() : standing;
        Command carried = command instanceof Command.Reset anew ? anew.after(standing.past()) : command;
        onlooker.look(target);
        long lastId = standing.lastId();
        long work = Journal.work(carried, target);
        try {
            Reply reply = target.apply(carried);
            if (!(reply instanceof Reply.Refused)) {
                venue = target;
                keep(carried, ticking && isQuiet(reply, target.lastId() - lastId), work);
                revision = reset ? 1 : revision + 1;
                onlooker.changed(target, revision);
                followers.forEach(follower -> follower.followed(carried, target));
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

    /** Returns whether only time has passed: nothing happened to the account, and no id was given. */
    private static boolean isQuiet(Reply reply, long ids) {
        return reply instanceof Reply.Advanced advanced && advanced.events().isEmpty() && ids == 0;
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
        onlooker.gather();
        if (journal != null) {
            journal.gather();
        }
        try {
            return work.get();
        } finally {
            try {
                if (journal != null) {
                    writeGathered(journal);
                }
            } finally {
                onlooker.gathered();
            }
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

    /** Returns whether the account has been left, so that nothing can be asked of it any more. */
    public synchronized boolean isClosed() {
        return closed;
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

    /** Leaves the account without another word to the disk, whose files are gone. */
    synchronized void abandon() {
        closed = true;
        forget();
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
        onlooker.dropped();
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
        onlooker.look(restored);
        revision = Math.max(revision, journal.commands());
        return restored;
    }
}
