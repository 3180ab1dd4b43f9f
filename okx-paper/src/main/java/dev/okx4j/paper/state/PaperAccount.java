package dev.okx4j.paper.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.log.AppendLog;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The venue of one paper account, and its journal: the state in memory is always what replaying the journal gives.
 *
 * <p>This class is threadsafe: one lock serialises everything that touches the venue.
 */
public final class PaperAccount implements Closeable {
    /** What a new account holds. */
    public static final Map<String, BigDecimal> FIRST_BALANCES = Map.of("USDT", new BigDecimal("10000"));

    private static final String SCHEMA = "1";

    private final Scenario scenario;
    private final Disk disk;
    private final @Nullable Path journal;
    private @Nullable AppendLog log;
    private @Nullable Venue venue;
    private final List<AccountFollower> followers = new ArrayList<>();
    private @Nullable PriceGuard guard;
    private long revision;
    private @Nullable AccountWatch watch;
    private boolean closed;

    private PaperAccount(Scenario scenario, Disk disk, @Nullable Path journal) {
        this.scenario = scenario;
        this.disk = disk;
        this.journal = journal;
    }

    /** Returns an account that lives as long as this process. */
    public static PaperAccount inMemory(Scenario scenario) {
        PaperAccount account = new PaperAccount(scenario, Disk.system(), null);
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
        disk.createFolder(folder);
        PaperAccount account = new PaperAccount(scenario, disk, folder.resolve("journal.log"));
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
        if (this.watch != null) {
            throw new IllegalStateException("The account is watched already");
        }
        this.watch = watch;
        watched(current());
    }

    private void watched(Venue venue) {
        AccountWatch watching = watch;
        if (watching != null) {
            venue.watch(events -> watching.stepped(venue, events));
        }
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
     * Carries out a command; when it changed anything, the journal has it on the disk before this returns.
     *
     * @throws UncheckedIOException if the disk failed: whether the command will be in force is known when the journal is
     *     next read, which the next call does
     */
    public synchronized Reply apply(Command command) {
        Venue standing = current();
        String stale = stale(command);
        if (stale != null) {
            return new Reply.Refused(new Refusal("51022", stale, ""));
        }
        // The compacted journal begins with the reset, which therefore tells where the ids of the past have ended.
        boolean reset = command instanceof Command.Reset;
        Venue target = reset ? fresh() : standing;
        Command carried = command instanceof Command.Reset anew ? anew.after(standing.past()) : command;
        if (target != standing) {
            watched(target);
        }
        try {
            Reply reply = target.apply(carried);
            if (!(reply instanceof Reply.Refused)) {
                keep(carried);
                venue = target;
                revision = reset ? 1 : revision + 1;
                if (watch != null) {
                    watch.committed(target, revision);
                }
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
        closed = true;
        venue = null;
        if (log != null) {
            log.close();
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
        if (venue == null) {
            if (journal == null) {
                throw new IllegalStateException("The paper exchange stopped after an internal error");
            }
            try {
                restore();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (venue == null) {
            throw new IllegalStateException("The paper account could not be restored");
        }
        return venue;
    }

    /** Writes a command to the journal, which is on the disk when this returns. */
    private void keep(Command command) throws IOException {
        if (journal == null || log == null) {
            return;
        }
        if (command instanceof Command.Reset) {
            log.close();
            AppendLog.replace(disk, journal, List.of(header(), CommandText.write(command)));
            log = AppendLog.open(disk, journal, record -> {});
        } else {
            log.append(CommandText.write(command));
        }
    }

    private void forget() {
        venue = null;
        if (watch != null) {
            watch.dropped();
        }
        try {
            if (log != null) {
                log.close();
            }
        } catch (IOException e) {
            // Nothing is lost: what reached the disk is read again by the next call.
        }
    }

    /** Replays the journal from its first command. */
    private void restore() throws IOException {
        forget();
        Replay replay = new Replay();
        AppendLog opened;
        try {
            opened = AppendLog.open(disk, Objects.requireNonNull(journal), replay);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        log = opened;
        if (replay.records == 0) {
            opened.append(header());
        }
        venue = replay.restored();
        watched(venue);
        revision = Math.max(0, replay.records - 1);
    }

    /** Takes in the journal's records one by one, so that they are never in memory all together. */
    private final class Replay implements Consumer<byte[]> {
        private @Nullable Venue restored;
        private int records;

        /** Returns the venue; one on other data than the journal's is not even begun. */
        Venue restored() {
            Venue begun = restored == null ? fresh() : restored;
            restored = begun;
            return begun;
        }

        @Override
        public void accept(byte[] record) {
            try {
                if (records == 0) {
                    checkHeader(record);
                } else {
                    replay(restored(), record, records);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            records++;
        }
    }

    /** Applies one record; a command that is refused now was not written on these data. */
    private void replay(Venue restored, byte[] record, int number) throws IOException {
        try {
            if (restored.apply(CommandText.read(record)) instanceof Reply.Refused refused) {
                throw new IllegalArgumentException("refused with " + refused.refusal());
            }
        } catch (RuntimeException e) {
            throw new IOException(
                    journal + " was written by another version: command " + number + " cannot be repeated ("
                            + e.getMessage() + "). Move the file away to start afresh.",
                    e);
        }
    }

    /** Returns the first record: what the journal is, and the data it was written on. */
    private byte[] header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("journal", "okx-paper");
        header.put("schema", new BigDecimal(SCHEMA));
        header.put("scenario", scenario.id());
        header.put("data", scenario.fingerprint());
        return Json.write(header).getBytes(UTF_8);
    }

    /** Refuses a journal of another kind, version or data. */
    private void checkHeader(byte[] record) throws IOException {
        if (!(Json.parse(record) instanceof Map<?, ?> header) || !"okx-paper".equals(header.get("journal"))) {
            throw new IOException(journal + " is not the journal of a paper account");
        }
        if (!SCHEMA.equals(String.valueOf(header.get("schema")))) {
            throw new IOException(journal + " has schema " + header.get("schema") + "; this version reads " + SCHEMA);
        }
        if (!scenario.id().equals(header.get("scenario"))) {
            throw new IOException(
                    journal + " is an account in scenario " + header.get("scenario") + ", not in " + scenario.id());
        }
        if (!scenario.fingerprint().equals(header.get("data"))) {
            throw new IOException(journal + " was written on other data of scenario " + scenario.id()
                    + ". Move the file away to start afresh.");
        }
    }
}
