package dev.okx4j.paper;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.client.seam.Waits;
import dev.okx4j.paper.feed.SessionRecorder;
import dev.okx4j.paper.feed.live.LiveLoop;
import dev.okx4j.paper.feed.live.LiveMarket;
import dev.okx4j.paper.state.Accounts;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.state.PriceGuard;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An account and what runs beside it and ends before it: the live market that it follows, the recording of its session. */
final class Companions implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Companions.class);

    private final Deque<Closeable> closing = new ArrayDeque<>();
    private @Nullable SessionRecorder recorder;

    /** Opens a live market, recorded below the state folder, or in a folder that is removed with the exchange. */
    LiveMarket market(@Nullable OkxClient given, List<String> instIds, @Nullable Path state, Clock clock)
            throws IOException {
        Path folder;
        if (state == null) {
            folder = Files.createTempDirectory("okx-paper-live");
            closing.push(() -> remove(folder));
        } else {
            folder = state.resolve("live");
        }
        OkxClient client = given == null ? OkxClient.builder().build() : given;
        LiveMarket market = LiveMarket.open(client, Disk.system(), folder, instIds, clock, LiveMarket.MAX_AGE);
        closing.push(market);
        return market;
    }

    /** Takes over an account, which is closed after what runs beside it. */
    void add(PaperAccount account) {
        closing.push(account);
    }

    /** Takes over accounts beside the main one, which are closed before it. */
    void add(Accounts accounts) {
        closing.push(accounts);
    }

    /** Lets accounts follow a live market: their market time moves with every round of questions. */
    void follow(LiveMarket market, Accounts accounts) {
        PriceGuard guard = new PriceGuard() {
            @Override
            public @Nullable String stale(String instId) {
                return market.stale(instId);
            }

            @Override
            public @Nullable String asked(String instId) {
                return market.asked(instId);
            }
        };
        accounts.main().account().guard(guard);
        accounts.joined(account -> account.guard(guard));
        closing.push(LiveLoop.start(market, Waits.system(), to -> accounts.pass(to)));
    }

    /** Records what an account's market time passes through. */
    void record(PaperAccount account, Path folder) throws IOException {
        SessionRecorder started =
                SessionRecorder.begin(Disk.system(), folder, account.scenario(), account.read(Venue::now));
        recorder = started;
        account.follow((command, venue) -> note(started, command, venue));
        closing.push(() -> {
            // Under the account's lock, so that no command is being recorded any more.
            account.read(venue -> {
                recorder = null;
                return venue.now();
            });
            started.close();
        });
    }

    private void note(SessionRecorder started, Command command, Venue venue) {
        if (recorder == null) {
            return;
        }
        try {
            if (command instanceof Command.Reset) {
                started.restart(venue.now());
            } else if (command instanceof Command.Advance) {
                started.reached(venue.now());
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.error("The session is no longer recorded", e);
            recorder = null;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Ends everything, what was started last first; the first failure is told. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
