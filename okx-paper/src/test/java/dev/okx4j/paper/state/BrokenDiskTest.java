package dev.okx4j.paper.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.BreakingDisk.Done;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
