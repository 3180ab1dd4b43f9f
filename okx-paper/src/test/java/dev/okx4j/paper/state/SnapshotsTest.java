package dev.okx4j.paper.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.log.AppendLog;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.BreakingDisk.Done;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An account that begins with a snapshot is the one that its journal gives. */
@NullUnmarked
class SnapshotsTest {
    /** A snapshot after every command. */
    private static final long ALWAYS = 1;

    private static final Disk DISK = Disk.system();

    private static Scenario scenario;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        scenario = Scenario.named(Scenario.DEFAULT);
    }

    @Test
    void snapshotOfAnyMomentAndTheRestOfTheJournal_giveWhatTheWholeJournalGives() throws IOException {
        for (long seed = 1; seed <= 2; seed++) {
            Path account = folder.resolve("account" + seed);
            Path kept = Files.createDirectories(folder.resolve("kept" + seed));
            List<Path> snapshots = new ArrayList<>();
            RandomLife life = new RandomLife(seed, false);
            String digest;
            try (PaperAccount living = PaperAccount.open(scenario, DISK, account, ALWAYS)) {
                for (int step = 0; step < 30; step++) {
                    living.apply(living.read(life::next));
                    if (Files.exists(snapshot(account))) {
                        snapshots.add(Files.copy(snapshot(account), kept.resolve("snapshot" + step)));
                    }
                }
                digest = living.read(Venue::digest);
            }
            assertThat(snapshots).hasSizeGreaterThan(15);
            Path again = Files.createDirectories(folder.resolve("again" + seed));
            Files.copy(account.resolve("journal.log"), again.resolve("journal.log"));
            assertThat(digestOf(again)).as("seed %d without a snapshot", seed).isEqualTo(digest);
            for (Path snapshot : snapshots) {
                Files.copy(snapshot, snapshot(again), StandardCopyOption.REPLACE_EXISTING);
                assertThat(digestOf(again)).as("seed %d from %s", seed, snapshot).isEqualTo(digest);
            }
        }
    }

    @Test
    void snapshotThatFits_isWhatTheAccountBeginsWith() throws IOException {
        live(folder);
        writeSnapshot(folder, other());

        assertThat(digestOf(folder)).isEqualTo(other().digest());
    }

    @Test
    void damagedSnapshot_isNotUsed_wherever() throws IOException {
        String digest = live(folder);
        byte[] whole = Files.readAllBytes(writeSnapshot(folder, other()));
        for (int at = 0; at < whole.length; at += 1 + whole.length / 20) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(snapshot(folder), damaged);
            assertThat(digestOf(folder)).as("damaged at byte %d", at).isEqualTo(digest);
        }
        Files.write(snapshot(folder), new byte[0]);
        assertThat(digestOf(folder)).isEqualTo(digest);
    }

    @Test
    void snapshotOfAnotherJournal_isNotUsed(@TempDir Path stranger) throws IOException {
        String digest = live(folder);
        try (PaperAccount account = PaperAccount.open(scenario, stranger)) {
            PaperAccountTest.commands().subList(1, 4).forEach(account::apply);
        }
        Files.move(writeSnapshot(stranger, other()), snapshot(folder));

        assertThat(digestOf(folder)).isEqualTo(digest);
    }

    @Test
    void snapshotOfMoreThanTheJournalHolds_isNotUsed() throws IOException {
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            account.apply(PaperAccountTest.commands().get(0));
        }
        byte[] shorter = Files.readAllBytes(folder.resolve("journal.log"));
        String digest = digestOf(folder);
        live(folder);
        writeSnapshot(folder, other());
        Files.write(folder.resolve("journal.log"), shorter);

        assertThat(digestOf(folder)).isEqualTo(digest);
    }

    @Test
    void reset_leavesNoSnapshotOfThePast() throws IOException {
        String digest;
        try (PaperAccount account = PaperAccount.open(scenario, DISK, folder, ALWAYS)) {
            PaperAccountTest.commands().forEach(account::apply);
            account.apply(new Command.Reset(null, Map.of("USDT", new BigDecimal("770"))));
            digest = account.read(Venue::digest);
        }
        assertThat(digestOf(folder)).isEqualTo(digest);
    }

    @Test
    void marketTimeAlone_isWrittenWithTheNextCommand_asOne() throws IOException {
        Instant noon = Instant.parse("2026-08-17T12:00:00Z");
        String digest;
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            account.apply(PaperAccountTest.commands().get(3));
            int before = commands(folder).size();
            for (int minute = 0; minute < 100; minute++) {
                account.pass(noon.plusSeconds(minute * 60L));
            }
            assertThat(commands(folder)).hasSize(before);
            account.apply(new Command.Deposit("USDT", BigDecimal.ONE));
            assertThat(commands(folder)).hasSize(before + 2);
            account.pass(noon.plusSeconds(100 * 60L));
            digest = account.read(Venue::digest);
        }
        assertThat(digestOf(folder)).as("closing writes what is left").isEqualTo(digest);
    }

    @Test
    void marketTimeInWhichAnOrderFills_isOnTheDisk_beforeAnybodyIsTold() throws IOException {
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            account.apply(PaperAccountTest.commands().get(1));
            int fills = account.read(Venue::fills).size();
            int before = commands(folder).size();
            Instant now = account.read(Venue::now);
            while (account.read(Venue::fills).size() == fills) {
                now = now.plusSeconds(3_600);
                account.pass(now);
            }
            assertThat(commands(folder)).hasSize(before + 1);
            String digest = account.read(Venue::digest);
            Path crashed = Files.createDirectories(folder.resolve("crashed"));
            Files.copy(folder.resolve("journal.log"), crashed.resolve("journal.log"));
            assertThat(digestOf(crashed)).isEqualTo(digest);
        }
    }

    @Test
    void marketTimeThatWasAskedFor_isOnTheDisk_whenItIsAnswered() throws IOException {
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            account.pass(account.read(Venue::now).plusSeconds(61));
            account.apply(new Command.Advance(account.read(Venue::now).plusSeconds(61), false));
            String digest = account.read(Venue::digest);
            Path crashed = Files.createDirectories(folder.resolve("crashed"));
            Files.copy(folder.resolve("journal.log"), crashed.resolve("journal.log"));
            assertThat(digestOf(crashed)).isEqualTo(digest);
        }
    }

    @Test
    void crash_losesMarketTimeInWhichNothingHappened_andNothingElse() throws IOException {
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            account.apply(PaperAccountTest.commands().get(3));
            String before = account.read(Venue::digest);
            account.pass(account.read(Venue::now).plusSeconds(61));
            Path crashed = Files.createDirectories(folder.resolve("crashed"));
            Files.copy(folder.resolve("journal.log"), crashed.resolve("journal.log"));
            assertThat(digestOf(crashed)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Done.class)
    void anyOperationFailing_whileSnapshotsAreWritten_losesNothingThatWasAnswered(Done done) throws IOException {
        int n = 0;
        BreakingDisk disk;
        do {
            disk = new BreakingDisk(++n, done);
            Path account = folder.resolve(done + "-" + n);
            String digest = null;
            try (PaperAccount model = PaperAccount.inMemory(scenario);
                    PaperAccount living = PaperAccount.open(scenario, disk, account, ALWAYS)) {
                for (Command command : life()) {
                    boolean answered = true;
                    try {
                        living.apply(command);
                    } catch (UncheckedIOException e) {
                        answered = false;
                    }
                    String now = living.read(Venue::digest);
                    if (answered || !now.equals(model.read(Venue::digest))) {
                        model.apply(command);
                    }
                    assertThat(now)
                            .as("operation %d, done %s, then %s", n, done, command)
                            .isEqualTo(model.read(Venue::digest));
                }
                digest = living.read(Venue::digest);
            } catch (IOException e) {
                continue;
            }
            assertThat(digestOf(account)).as("operation %d, done %s", n, done).isEqualTo(digest);
        } while (disk.hasBroken());
        assertThat(n).isGreaterThan(30);
    }

    private static List<Command> life() {
        List<Command> all = new ArrayList<>(PaperAccountTest.commands().subList(2, 4));
        all.add(new Command.Advance(Instant.parse("2026-08-17T11:12:11Z"), false));
        all.add(new Command.Deposit("USDT", BigDecimal.ONE));
        all.add(new Command.Reset(null, Map.of("USDT", new BigDecimal("770"))));
        all.add(PaperAccountTest.commands().get(3));
        return all;
    }

    /** Lives through some commands and returns the digest. */
    private static String live(Path folder) throws IOException {
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            PaperAccountTest.commands().subList(0, 5).forEach(account::apply);
            return account.read(Venue::digest);
        }
    }

    /** Returns a venue in a state that no journal here gives. */
    private static Venue other() {
        Venue venue = Venue.open(scenario.feed(), Map.of("USDT", new BigDecimal("77")));
        venue.apply(PaperAccountTest.commands().get(0));
        return venue;
    }

    /** Writes a snapshot that says it is of a journal, whatever its state, and returns it. */
    private static Path writeSnapshot(Path folder, Venue venue) throws IOException {
        Snapshots snapshots = new Snapshots(DISK, snapshot(folder), scenario, ALWAYS);
        AppendLog.verify(folder.resolve("journal.log"), snapshots::noted);
        snapshots.write(venue);
        return snapshot(folder);
    }

    private static List<byte[]> commands(Path folder) throws IOException {
        List<byte[]> records = new ArrayList<>();
        AppendLog.verify(folder.resolve("journal.log"), records::add);
        return records;
    }

    private static Path snapshot(Path folder) {
        return folder.resolve("snapshot.bin");
    }

    private static String digestOf(Path folder) throws IOException {
        try (PaperAccount account = PaperAccount.open(scenario, folder)) {
            return account.read(Venue::digest);
        }
    }
}
