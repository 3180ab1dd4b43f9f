package dev.okx4j.paper.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.seam.Disk;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.BreakingDisk.Done;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several accounts in one state folder, on real files. */
@NullUnmarked
class AccountsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final AccountKey KEY = new AccountKey("main-key", "main-secret", "main-passphrase", true);
    private static final List<Command> POOR = List.of(new Command.Reset(null, Map.of("USDT", new BigDecimal("77"))));

    private static Scenario scenario;

    @TempDir
    Path state;

    @BeforeAll
    static void read() throws IOException {
        scenario = Scenario.named(Scenario.DEFAULT);
    }

    @Test
    void accountsOfOneFolder_haveTheirOwnMoneyAndClock_andAreThereAgain() throws IOException {
        String first;
        String second;
        AccountKey key;
        try (PaperAccount main = PaperAccount.open(scenario, state);
                Accounts accounts = open(main, Disk.system())) {
            NamedAccount made = accounts.create("Bot-1", NOW, POOR);
            key = made.keys().get(0);
            made.account().apply(new Command.Advance(Instant.parse("2026-08-18T11:11:11Z"), false));
            main.apply(PaperAccountTest.commands().get(1));
            first = main.read(Venue::digest);
            second = made.account().read(Venue::digest);
            assertThat(made.account().read(Venue::now)).isAfter(main.read(Venue::now));
            assertThat(made.account().read(Venue::fills)).isEmpty();
        }
        try (PaperAccount main = PaperAccount.open(scenario, state);
                Accounts accounts = open(main, Disk.system())) {
            assertThat(main.read(Venue::digest)).isEqualTo(first);
            NamedAccount again = accounts.byKey(key.key());
            assertThat(again.account().read(Venue::digest)).isEqualTo(second);
            assertThat(again.name()).isEqualTo("Bot-1");
            assertThat(again.created()).isEqualTo(NOW);
            assertThat(again.key(key.key())).isEqualTo(key);
            assertThat(accounts.byKey(KEY.key())).isSameAs(accounts.main());
            assertThat(accounts.byKey("nobody")).isNull();
        }
    }

    @Test
    void deletedAccount_leavesNothing_andItsKeyOpensNothing() throws IOException {
        try (PaperAccount main = PaperAccount.open(scenario, state);
                Accounts accounts = open(main, Disk.system())) {
            NamedAccount made = accounts.create("gone", NOW, List.of());
            accounts.create("stays", NOW, List.of());
            assertThat(accounts.delete("gone")).isNotNull();
            assertThat(accounts.delete("gone")).isNull();
            assertThat(accounts.delete("main")).as("the main account stays").isNull();
            assertThat(made.account().isClosed()).isTrue();
            assertThat(accounts.byKey(made.keys().get(0).key())).isNull();
        }
        try (var left = Files.list(state.resolve("accounts"))) {
            assertThat(left).containsExactly(state.resolve("accounts/stays"));
        }
        try (PaperAccount main = PaperAccount.open(scenario, state);
                Accounts accounts = open(main, Disk.system())) {
            assertThat(accounts.all()).extracting(NamedAccount::name).containsExactly("main", "stays");
        }
    }

    @Test
    void keys_areGivenAndTakenAway_andKept() throws IOException {
        AccountKey looker;
        AccountKey first;
        try (PaperAccount main = PaperAccount.open(scenario, state);
                Accounts accounts = open(main, Disk.system())) {
            first = accounts.create("a", NOW, List.of()).keys().get(0);
            looker = accounts.addKey("a", false);
            assertThat(accounts.removeKey("a", first.key())).isTrue();
            assertThat(accounts.removeKey("a", first.key())).isFalse();
            assertThatThrownBy(() -> accounts.addKey("main", true)).isInstanceOf(IllegalArgumentException.class);
        }
        try (PaperAccount main = PaperAccount.open(scenario, state);
                Accounts accounts = open(main, Disk.system())) {
            assertThat(accounts.byKey(first.key())).isNull();
            assertThat(accounts.byKey(looker.key()).key(looker.key()).mayTrade())
                    .isFalse();
        }
    }

    @Test
    void filesAndFolders_areTheirOwnersAlone() throws IOException {
        Path fresh = state.resolve("fresh");
        try (PaperAccount main = PaperAccount.open(scenario, fresh);
                Accounts accounts = open(main, Disk.system(), fresh)) {
            accounts.create("a", NOW, List.of());
        }
        for (Path folder : List.of(fresh, fresh.resolve("accounts"), fresh.resolve("accounts/a"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .as(folder.toString())
                    .isEqualTo("rwx------");
        }
        for (String file : List.of("journal.log", "accounts/a/journal.log", "accounts/a/account.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a.b", "main", "MAIN", "Taken", "x23456789012345678901234567890123"})
    void nameThatCannotBeGiven_isRefused(String name) throws IOException {
        try (PaperAccount main = PaperAccount.open(scenario, state);
                Accounts accounts = open(main, Disk.system())) {
            accounts.create("taken", NOW, List.of());
            assertThatThrownBy(() -> accounts.create(name, NOW, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(accounts.all()).hasSize(2);
        }
    }

    @Test
    void refusedSetUp_makesNoAccount() throws IOException {
        List<Command> impossible = List.of(new Command.Reset(Instant.EPOCH, Map.of()));
        try (PaperAccount main = PaperAccount.open(scenario, state);
                Accounts accounts = open(main, Disk.system())) {
            assertThatThrownBy(() -> accounts.create("a", NOW, impossible))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(accounts.all()).hasSize(1);
            assertThat(accounts.create("a", NOW, POOR).account().read(Venue::balances))
                    .singleElement()
                    .satisfies(usdt -> assertThat(usdt.eq()).isEqualByComparingTo("77"));
        }
    }

    @Test
    void keyThatLooksLikeOneOfOkx_isRefused_andNoKeyIsPrintedWhole() {
        assertThatThrownBy(() -> new AccountKey("5e0f1c9a-3b7d-4c2e-9a11-0123456789ab", "s", "p", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("5e0f1c9a");
        assertThatThrownBy(() -> new AccountKey("k", "0123456789ABCDEF0123456789ABCDEF", "p", true))
                .isInstanceOf(IllegalArgumentException.class);
        AccountKey key = Accounts.randomKey(Entropy.seeded(1), true);
        assertThat(key.key()).startsWith("PAPER");
        assertThat(key.toString()).doesNotContain(key.secret()).doesNotContain(key.passphrase());
    }

    @ParameterizedTest
    @EnumSource(Done.class)
    void anyOperationFailing_whileAnAccountIsCreatedAndDeleted_leavesItWholeOrNotThere(Done done) throws IOException {
        int n = 0;
        BreakingDisk disk;
        do {
            disk = new BreakingDisk(++n, done);
            Path folder = state.resolve(done + "-" + n);
            PaperAccount.open(scenario, folder).close();
            AccountKey made = null;
            boolean deleted = false;
            try (PaperAccount main = PaperAccount.open(scenario, folder);
                    Accounts accounts = open(main, disk, folder)) {
                made = create(accounts);
                accounts.addKey("a", false);
                accounts.delete("a");
                deleted = true;
            } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException e) {
                assertThat(deleted).isFalse();
            }
            try (PaperAccount main = PaperAccount.open(scenario, folder);
                    Accounts accounts = open(main, Disk.system(), folder)) {
                String what = "operation " + n + ", done " + done;
                NamedAccount left = accounts.byName("a");
                if (deleted) {
                    assertThat(left).as(what).isNull();
                } else if (left != null) {
                    assertThat(left.keys()).as(what).isNotEmpty();
                    assertThat(left.account().read(Venue::balances).get(0).eq())
                            .as(what)
                            .isEqualByComparingTo("77");
                    assertThat(made == null || left.key(made.key()) != null)
                            .as(what)
                            .isTrue();
                    accounts.delete("a");
                }
                assertThat(create(accounts)).as(what).isNotNull();
            }
        } while (disk.hasBroken());
        assertThat(n).isGreaterThan(20);
    }

    private static @Nullable AccountKey create(Accounts accounts) throws IOException {
        return accounts.create("a", NOW, POOR).keys().get(0);
    }

    private Accounts open(PaperAccount main, Disk disk) throws IOException {
        return open(main, disk, state);
    }

    private static Accounts open(PaperAccount main, Disk disk, Path folder) throws IOException {
        return Accounts.open(new NamedAccount("main", NOW, main, List.of(KEY)), disk, folder, Entropy.seeded(7));
    }
}
