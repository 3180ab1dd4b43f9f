package dev.okx4j.paper.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.fixture.DelegatingDisk;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.BreakingDisk.Done;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An account lives through a list of commands while one operation of the disk fails: each of them in turn. */
class BrokenDiskTest {
    @ParameterizedTest
    @EnumSource(Done.class)
    void anyOperationFailing_keepsWhatWasAnswered_andMemoryIsWhatTheJournalGives(Done done, @TempDir Path temp)
            throws IOException {
        Scenario scenario = Scenario.named(Scenario.DEFAULT);
        int n = 0;
        boolean broke = true;
        while (broke) {
            BreakingDisk disk = new BreakingDisk(++n, done);
            Path folder = temp.resolve("account" + n);
            String digest = live(scenario, disk, folder, "operation " + n + ", done " + done);
            if (digest != null) {
                try (PaperAccount again = PaperAccount.open(scenario, folder)) {
                    assertThat(again.read(Venue::digest))
                            .as("after operation %d", n)
                            .isEqualTo(digest);
                }
            }
            broke = disk.hasBroken();
        }
        assertThat(n).isGreaterThan(30);
    }

    @ParameterizedTest
    @EnumSource(Done.class)
    void anyOperationFailing_keepsAllCommandsThatCameTogetherOrNone(Done done, @TempDir Path temp) throws IOException {
        Scenario scenario = Scenario.named(Scenario.DEFAULT);
        List<Command> batch = PaperAccountTest.commands().subList(0, 5);
        String before;
        String after;
        try (PaperAccount model = PaperAccount.inMemory(scenario)) {
            before = model.read(Venue::digest);
            batch.forEach(model::apply);
            after = model.read(Venue::digest);
        }
        int n = 0;
        BreakingDisk disk;
        do {
            disk = new BreakingDisk(++n, done);
            Path folder = temp.resolve("account" + n);
            boolean answered = false;
            try (PaperAccount account = PaperAccount.open(scenario, disk, folder)) {
                answered = account.together(
                        () -> batch.stream().map(account::apply).noneMatch(Reply.Refused.class::isInstance));
            } catch (IOException | UncheckedIOException e) {
                assertThat(answered).isFalse();
            }
            try (PaperAccount again = PaperAccount.open(scenario, folder)) {
                String now = again.read(Venue::digest);
                assertThat(now).as("after operation %d", n).isIn(answered ? List.of(after) : List.of(before, after));
            }
        } while (disk.hasBroken());
        assertThat(n).isGreaterThan(5);
    }

    @Test
    void commandsThatComeTogether_waitForTheDiskOnce(@TempDir Path temp) throws IOException {
        Scenario scenario = Scenario.named(Scenario.DEFAULT);
        AtomicInteger syncs = new AtomicInteger();
        Disk counting = new DelegatingDisk(Disk.system()) {
            @Override
            public Writable open(Path path) throws IOException {
                return new DelegatingFile(super.open(path)) {
                    @Override
                    public void sync() throws IOException {
                        syncs.incrementAndGet();
                        super.sync();
                    }
                };
            }
        };
        String digest;
        try (PaperAccount account = PaperAccount.open(scenario, counting, temp)) {
            syncs.set(0);
            account.together(() -> {
                PaperAccountTest.commands().subList(0, 5).forEach(account::apply);
                return syncs.get();
            });
            assertThat(syncs.get()).isEqualTo(1);
            digest = account.read(Venue::digest);
        }
        try (PaperAccount again = PaperAccount.open(scenario, temp)) {
            assertThat(again.read(Venue::digest)).isEqualTo(digest);
        }
    }

    /** Returns the digest at the end, or null when the account could not even be opened. */
    private static @Nullable String live(Scenario scenario, BreakingDisk disk, Path folder, String what)
            throws IOException {
        try (PaperAccount model = PaperAccount.inMemory(scenario);
                PaperAccount account = PaperAccount.open(scenario, disk, folder)) {
            for (Command command : commands()) {
                boolean answered = true;
                try {
                    account.apply(command);
                } catch (UncheckedIOException e) {
                    answered = false;
                }
                String now = account.read(Venue::digest);
                if (answered || !now.equals(model.read(Venue::digest))) {
                    model.apply(command);
                }
                assertThat(now).as("%s, then %s", what, command).isEqualTo(model.read(Venue::digest));
            }
            return account.read(Venue::digest);
        } catch (IOException e) {
            return null;
        }
    }

    private static List<Command> commands() {
        List<Command> all = new ArrayList<>(PaperAccountTest.commands().subList(0, 5));
        all.add(new Command.Reset(null, Map.of("USDT", new BigDecimal("770"))));
        all.add(new Command.Cancel("BTC-USDT-SWAP", "no such order", null));
        all.add(PaperAccountTest.commands().get(2));
        all.add(PaperAccountTest.commands().get(3));
        return all;
    }
}
