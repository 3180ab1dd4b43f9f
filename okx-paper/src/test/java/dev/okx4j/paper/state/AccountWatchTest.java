package dev.okx4j.paper.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountWatchTest {
    private final List<String> told = new ArrayList<>();
    private final AccountWatch watch = new AccountWatch() {
        @Override
        public void stepped(Venue venue, List<VenueEvent> events) {
            told.add("step");
        }

        @Override
        public void committed(Venue venue, long revision) {
            told.add("committed " + revision);
        }

        @Override
        public void dropped() {
            told.add("dropped");
        }
    };

    @Test
    void command_isInForceOnceItsStepsAreDone() throws IOException {
        try (PaperAccount account = PaperAccount.inMemory(Scenario.named(Scenario.DEFAULT))) {
            account.watch(watch);
            account.apply(deposit());
            assertThat(told).containsExactly("step", "committed 1");
        }
    }

    @Test
    void marketTime_isToldStepByStep_beforeItIsInForce() throws IOException {
        try (PaperAccount account = PaperAccount.inMemory(Scenario.named(Scenario.DEFAULT))) {
            account.watch(watch);
            account.apply(new Command.Advance(account.read(Venue::now).plus(Duration.ofHours(1)), false));
            assertThat(told).hasSizeGreaterThan(40).endsWith("committed 1");
            assertThat(told.subList(0, told.size() - 1)).containsOnly("step");
        }
    }

    @Test
    void refusal_isNotTold() throws IOException {
        try (PaperAccount account = PaperAccount.inMemory(Scenario.named(Scenario.DEFAULT))) {
            account.watch(watch);
            account.apply(new Command.Cancel("BTC-USDT-SWAP", "1", null));
            assertThat(told).isEmpty();
        }
    }

    @Test
    void reset_isTold_andWhatComesBehindIt() throws IOException {
        try (PaperAccount account = PaperAccount.inMemory(Scenario.named(Scenario.DEFAULT))) {
            account.watch(watch);
            account.apply(deposit());
            account.apply(new Command.Reset(null, Map.of()));
            account.apply(deposit());
            assertThat(told).containsExactly("step", "committed 1", "step", "committed 1", "step", "committed 2");
        }
    }

    @Test
    void commandsThatGoToTheDiskTogether_areInForceTogether(@TempDir Path folder) throws IOException {
        try (PaperAccount account = PaperAccount.open(Scenario.named(Scenario.DEFAULT), folder)) {
            account.watch(watch);
            account.together(() -> List.of(account.apply(deposit()), account.apply(deposit())));
            assertThat(told).containsExactly("step", "step", "committed 2");
        }
    }

    @Test
    void command_thatDoesNotReachTheDisk_isDropped_andTheNextOneIsTold(@TempDir Path folder) throws IOException {
        int n = 0;
        boolean broke = false;
        while (!broke) {
            told.clear();
            BreakingDisk disk = new BreakingDisk(++n, BreakingDisk.Done.values()[0]);
            try (PaperAccount account =
                    PaperAccount.open(Scenario.named(Scenario.DEFAULT), disk, folder.resolve("account" + n))) {
                account.watch(watch);
                if (!disk.hasBroken()) {
                    broke = fails(account);
                }
            } catch (IOException e) {
                // The disk broke while the account was opened or closed: not what this is about.
            }
        }
        assertThat(told).startsWith("step", "dropped").endsWith("step", "committed 1");
    }

    private static boolean fails(PaperAccount account) {
        try {
            account.apply(deposit());
            return false;
        } catch (UncheckedIOException e) {
            account.apply(deposit());
            return true;
        }
    }

    @Test
    void secondWatch_isRefused() throws IOException {
        try (PaperAccount account = PaperAccount.inMemory(Scenario.named(Scenario.DEFAULT))) {
            account.watch(watch);
            assertThatThrownBy(() -> account.watch(watch)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Command deposit() {
        return new Command.Deposit("USDT", BigDecimal.ONE);
    }
}
