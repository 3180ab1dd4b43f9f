package dev.okx4j.client.intent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.fixture.FaultyDisk;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal.Open;
import dev.okx4j.client.log.AppendLog;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.client.trade.OrderAck;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    @TempDir
    Path temp;

    private Path folder() {
        return temp.resolve("home").resolve("orders");
    }

    static WriteIntent intent(int n) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("instId", "BTC-USDT-SWAP");
        request.put("px", "20000.10");
        request.put("reduceOnly", false);
        request.put("depth", new BigDecimal("1.50"));
        request.put("attachAlgoOrds", List.of(Map.of("tpTriggerPx", "0.000000001")));
        return new WriteIntent(
                "intent" + n,
                WriteIntent.Kind.PLACE,
                "/api/v5/trade/order",
                "order" + n,
                request,
                VirtualTime.START.plusMillis(n),
                n % 2 == 0 ? null : VirtualTime.START.plusSeconds(5).plusMillis(n),
                1);
    }

    static Outcome<?> confirmed(WriteIntent intent) {
        return new Outcome.Confirmed<>("ack", intent.clOrdId());
    }

    private static Outcome.Unknown<OrderAck> unknown(WriteIntent intent, boolean needsHuman) {
        return new Outcome.Unknown<>(intent.intentId(), intent.clOrdId(), "Look at \"it\".\n", needsHuman);
    }

    private List<Open> reopened() throws IOException {
        try (FileJournal journal = FileJournal.open(folder())) {
            assertThat(journal.refusal()).isNull();
            return journal.open();
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void open_again_knowsWhatIsOpen_toTheDigit() throws IOException {
        try (FileJournal journal = FileJournal.open(folder())) {
            assertThat(journal.open()).isEmpty();
            journal.intents(List.of(intent(1), intent(2)));
            journal.intents(List.of(intent(3)));
            journal.outcome(intent(2), confirmed(intent(2)));
            journal.outcome(intent(3), unknown(intent(3), true));
        }
        assertThat(reopened())
                .containsExactly(new Open(intent(1), null), new Open(intent(3), unknown(intent(3), true)));
        assertThat(reopened()).as("read once more").hasSize(2);
    }

    @Test
    void outcome_ofEveryKind_decides_saveUnknown() throws IOException {
        List<Outcome<?>> outcomes = List.of(
                confirmed(intent(1)),
                new Outcome.Rejected<>("51008", "No.", null, "order2"),
                new Outcome.Rejected<>(Outcome.Rejected.NEVER_EXISTED, "", "1000", "order3"),
                new Outcome.NotSent<>(Outcome.NotSent.Cause.LIMIT, "Full.", "order4"),
                unknown(intent(5), false));
        try (FileJournal journal = FileJournal.open(folder())) {
            for (int n = 1; n <= outcomes.size(); n++) {
                journal.intents(List.of(intent(n)));
                journal.outcome(intent(n), outcomes.get(n - 1));
            }
        }
        assertThat(reopened()).containsExactly(new Open(intent(5), unknown(intent(5), false)));
    }

    @Test
    void intents_ofALaterAttempt_areKeptAsThat() throws IOException {
        try (FileJournal journal = FileJournal.open(folder())) {
            journal.intents(List.of(intent(1)));
            journal.outcome(intent(1), unknown(intent(1), false));
            journal.intents(List.of(intent(1).again()));
        }
        assertThat(reopened()).containsExactly(new Open(intent(1).again(), null));
    }

    @Test
    void outcome_ofAWriteThatNoLineTellsAbout_isKeptWithIt() throws IOException {
        try (FileJournal journal = FileJournal.open(folder())) {
            journal.outcome(intent(1), new Outcome.NotSent<>(Outcome.NotSent.Cause.GATE, "Too much.", "order1"));
            journal.outcome(intent(2), unknown(intent(2), false));
        }
        assertThat(reopened()).containsExactly(new Open(intent(2), unknown(intent(2), false)));
    }

    @Test
    void open_whileAnotherHasTheFile_takesTheNextOne_andKeepsOutOfItsAffairs() throws IOException {
        try (FileJournal first = FileJournal.open(folder());
                FileJournal second = FileJournal.open(folder())) {
            first.intents(List.of(intent(1)));
            second.intents(List.of(intent(2)));
            assertThat(files()).containsExactly("orders-1.log", "orders-2.log");
            assertThat(first.open()).containsExactly(new Open(intent(1), null));
            assertThat(second.open()).containsExactly(new Open(intent(2), null));
        }
    }

    @Test
    void open_afterSeveralHaveEnded_takesAllTheyLeftOpen() throws IOException {
        try (FileJournal first = FileJournal.open(folder());
                FileJournal second = FileJournal.open(folder());
                FileJournal third = FileJournal.open(folder())) {
            first.intents(List.of(intent(3)));
            second.intents(List.of(intent(2), intent(4)));
            second.outcome(intent(4), confirmed(intent(4)));
            third.intents(List.of(intent(1)));
            third.outcome(intent(1), unknown(intent(1), true));
        }
        List<Open> all = List.of(
                new Open(intent(1), unknown(intent(1), true)), new Open(intent(2), null), new Open(intent(3), null));
        assertThat(reopened()).isEqualTo(all);
        assertThat(files())
                .hasSize(3)
                .contains("orders-1.log")
                .noneMatch(name -> name.matches("orders-[23].log"))
                .anyMatch(name -> name.startsWith("orders-2-20260817T000000Z-"));
        assertThat(reopened()).as("from the one file alone").isEqualTo(all);
    }

    @Test
    void open_ofALongFile_goesOnInANewOne_whichNamesTheOldOnesEnd() throws IOException {
        String head;
        try (FileJournal journal = FileJournal.open(folder())) {
            for (int n = 0; n < 40; n++) {
                journal.intents(List.of(intent(n)));
                if (n != 7) {
                    journal.outcome(intent(n), confirmed(intent(n)));
                }
            }
            head = journal.head();
        }
        try (FileJournal journal = FileJournal.open(Disk.system(), folder(), 5_000)) {
            assertThat(journal.open()).containsExactly(new Open(intent(7), null));
        }
        assertThat(files()).hasSize(2).contains("orders-2.log");
        assertThat(Files.size(folder().resolve("orders-2.log"))).isLessThan(1_000);
        List<String> lines = new ArrayList<>();
        AppendLog.open(folder().resolve("orders-2.log"), line -> lines.add(new String(line, UTF_8)))
                .close();
        assertThat(lines.get(1)).contains("\"head\":\"" + head + "\"").contains("orders-1-");
        assertThat(AppendLog.verify(folder().resolve(files().get(0))).head()).isEqualTo(head);
        assertThat(reopened()).containsExactly(new Open(intent(7), null));
    }

    @Test
    void intents_inALongRun_turnToNewFiles_andLoseNothing() throws IOException {
        try (FileJournal journal = FileJournal.open(Disk.system(), folder(), 5_000)) {
            for (int n = 0; n < 60; n++) {
                journal.intents(List.of(intent(n)));
                if (n % 10 != 7) {
                    journal.outcome(intent(n), confirmed(intent(n)));
                }
            }
            assertThat(journal.open()).hasSize(6);
        }
        assertThat(files()).hasSizeGreaterThan(4);
        assertThat(files()).filteredOn(name -> name.matches("orders-\\d+.log")).hasSize(1);
        assertThat(reopened())
                .extracting(open -> open.intent().intentId())
                .containsExactly("intent7", "intent17", "intent27", "intent37", "intent47", "intent57");
    }

    @Test
    void files_areTheirOwnersAlone() throws IOException {
        FileJournal.open(folder()).close();
        if (folder().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("orders-1.log"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void damagedFile_takesNoIntents_tellsWhatToDo_andGivesWhatItCouldRead() throws IOException {
        try (FileJournal journal = FileJournal.open(folder())) {
            for (int n = 0; n < 9; n++) {
                journal.intents(List.of(intent(n)));
            }
        }
        Path file = folder().resolve("orders-1.log");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        for (int i = 0; i < 2; i++) {
            try (FileJournal journal = FileJournal.open(folder())) {
                assertThat(journal.open()).hasSizeBetween(3, 5).contains(new Open(intent(0), null));
                assertThatThrownBy(() -> journal.intents(List.of(intent(10))))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("orders-1.log is damaged")
                        .hasMessageContaining("move it away")
                        .hasMessageContaining("look at the open orders and the fills at OKX first")
                        .hasMessage(journal.refusal());
                assertThat(journal.head()).isNull();
            }
            assertThat(Files.readAllBytes(file)).as("left as it is").isEqualTo(bytes);
        }
        Files.move(file, folder().resolve("damaged"));
        assertThat(reopened()).isEmpty();
    }

    @Test
    void damagedFileOfAnEndedProcess_stopsTheNextOne() throws IOException {
        try (FileJournal first = FileJournal.open(folder());
                FileJournal second = FileJournal.open(folder())) {
            first.intents(List.of(intent(1)));
            second.intents(List.of(intent(2)));
        }
        Path file = folder().resolve("orders-2.log");
        byte[] bytes = Files.readAllBytes(file);
        bytes[30] ^= 1;
        Files.write(file, bytes);
        try (FileJournal journal = FileJournal.open(folder())) {
            assertThat(journal.refusal()).contains("orders-2.log is damaged");
            assertThat(journal.open()).containsExactly(new Open(intent(1), null));
        }
    }

    @Test
    void fileOfAnotherKind_isNotTakenForAJournal() throws IOException {
        Files.createDirectories(folder());
        try (AppendLog log = AppendLog.open(folder().resolve("orders-1.log"), record -> {})) {
            log.append("{\"journal\":\"okx-paper\",\"schema\":1}".getBytes(UTF_8));
        }
        try (FileJournal journal = FileJournal.open(folder())) {
            assertThat(journal.refusal()).contains("orders-1.log was written by another version, or is no journal");
        }
    }

    @Test
    void outcome_thatTheDiskDoesNotTake_isKnownAllTheSame() throws IOException {
        FaultyDisk disk = new FaultyDisk(new VirtualTime());
        FileJournal journal = FileJournal.open(disk, folder());
        journal.intents(List.of(intent(1)));
        disk.fail(1, FaultyDisk.Fault.READ_ONLY);
        assertThatThrownBy(() -> journal.outcome(intent(1), confirmed(intent(1))))
                .isInstanceOf(IOException.class);
        assertThat(journal.open()).isEmpty();
        disk.kill();
        assertThat(FileJournal.open(disk, folder()).open()).containsExactly(new Open(intent(1), null));
    }

    @Test
    void failedSync_endsTheFile_andTheNextWriteGoesOnInANewOne() throws IOException {
        FaultyDisk disk = new FaultyDisk(new VirtualTime());
        FileJournal journal = FileJournal.open(disk, folder());
        journal.intents(List.of(intent(1)));
        disk.fail(2, FaultyDisk.Fault.IO_ERROR);
        assertThatThrownBy(() -> journal.intents(List.of(intent(2))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("orders-1.log could not be written");
        journal.intents(List.of(intent(3)));
        disk.losePower(FaultyDisk.Tear.NOTHING);
        assertThat(FileJournal.open(disk, folder()).open())
                .containsExactly(new Open(intent(1), null), new Open(intent(3), null));
    }

    @Test
    void close_thenWrite_isRefused() throws IOException {
        FileJournal journal = FileJournal.open(folder());
        journal.close();
        journal.close();
        assertThatThrownBy(() -> journal.intents(List.of(intent(1)))).hasMessageContaining("closed");
    }
}
