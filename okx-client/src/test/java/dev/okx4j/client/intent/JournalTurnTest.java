package dev.okx4j.client.intent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.fixture.FaultyDisk;
import dev.okx4j.client.fixture.FaultyDisk.Fault;
import dev.okx4j.client.fixture.FaultyDisk.Tear;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal.Open;
import dev.okx4j.client.log.AppendLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A journal that goes on in a new file, or takes over old ones, while the disk does as it likes. */
class JournalTurnTest {
    private static final Path FOLDER = Path.of("journal");
    private static final long LONG = 1_000_000;
    /** Longer than any way through the disk's operations that is tried here. */
    private static final int OPERATIONS = 40;

    private static final PrintStream STDERR = System.err;

    private FaultyDisk faulty = new FaultyDisk(new VirtualTime());
    private LentDisk disk = new LentDisk(faulty);

    /** Each failure of the disk would say so in a stack trace. */
    @BeforeEach
    void keepTheLogQuiet() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    }

    @AfterEach
    void letTheLogSpeak() {
        System.setErr(STDERR);
    }

    private static WriteIntent intent(int n) {
        return FileJournalTest.intent(n);
    }

    private static Outcome<?> confirmed(int n) {
        return FileJournalTest.confirmed(intent(n));
    }

    private FileJournal open(long longest) throws IOException {
        return FileJournal.open(disk, FOLDER, longest);
    }

    private List<String> files() throws IOException {
        return faulty.list(FOLDER).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }

    private List<String> lines(String file) throws IOException {
        List<String> lines = new ArrayList<>();
        AppendLog.open(faulty, FOLDER.resolve(file), line -> lines.add(new String(line, UTF_8)))
                .close();
        return lines;
    }

    private static long count(List<String> lines, String text) {
        return lines.stream().filter(line -> line.contains(text)).count();
    }

    private void fresh() {
        faulty = new FaultyDisk(new VirtualTime());
        disk = new LentDisk(faulty);
    }

    private List<String> openAfterRestart() throws IOException {
        faulty.kill();
        try (FileJournal journal = open(LONG)) {
            assertThat(journal.refusal()).isNull();
            return journal.open().stream().map(one -> one.intent().intentId()).toList();
        }
    }

    @Test
    void outcome_afterAFailedSync_goesIntoANewFile() throws IOException {
        FileJournal journal = open(LONG);
        journal.intents(List.of(intent(1)));
        faulty.fail(2, Fault.IO_ERROR);
        assertThatThrownBy(() -> journal.intents(List.of(intent(2)))).isInstanceOf(IOException.class);
        journal.outcome(intent(1), confirmed(1));
        assertThat(openAfterRestart()).doesNotContain("intent1");
    }

    @Test
    void outcome_thatTheDiskDidNotTake_comesOnceWithTheNextWrite() throws IOException {
        FileJournal journal = open(LONG);
        journal.intents(List.of(intent(1)));
        faulty.fail(1, Fault.NO_SPACE);
        assertThatThrownBy(() -> journal.outcome(intent(1), confirmed(1))).isInstanceOf(IOException.class);
        journal.intents(List.of(intent(2)));
        journal.intents(List.of(intent(3)));
        faulty.kill();
        assertThat(count(lines("orders-1.log"), "\"of\":\"intent1\"")).isEqualTo(1);
        assertThat(openAfterRestart()).containsExactly("intent2", "intent3");
    }

    @Test
    void outcome_thatEndedTheFile_comesOnceWithTheNewOne() throws IOException {
        FileJournal journal = open(LONG);
        journal.intents(List.of(intent(1)));
        faulty.fail(2, Fault.IO_ERROR);
        assertThatThrownBy(() -> journal.outcome(intent(1), confirmed(1))).isInstanceOf(IOException.class);
        journal.intents(List.of(intent(2)));
        faulty.kill();
        assertThat(count(lines("orders-2.log"), "\"of\":\"intent1\"")).isEqualTo(1);
        assertThat(openAfterRestart()).containsExactly("intent2");
    }

    @Test
    void refusal_isKeptWithItsFinerCode_whereThereIsOne() throws IOException {
        try (FileJournal journal = open(LONG)) {
            journal.outcome(intent(1), new Outcome.Rejected<>("51008", "No.", "1000", "order1"));
            journal.outcome(intent(2), new Outcome.Rejected<>("51020", "No.", null, "order2"));
        }
        List<String> lines = lines("orders-1.log");
        assertThat(lines.get(1)).contains("\"code\":\"51008\"").contains("\"subCode\":\"1000\"");
        assertThat(lines.get(2)).contains("\"code\":\"51020\"").doesNotContain("subCode");
    }

    @Test
    void file_ofExactlyTheLongestSize_isFull() throws IOException {
        long size;
        try (FileJournal journal = open(LONG)) {
            journal.intents(List.of(intent(1)));
            size = faulty.onDisk(FOLDER.resolve("orders-1.log")).length;
        }
        fresh();
        FileJournal journal = open(size);
        journal.intents(List.of(intent(1)));
        assertThat(files()).containsExactly("orders-1.log");
        journal.intents(List.of(intent(2)));
        assertThat(files()).hasSize(2).contains("orders-2.log");
    }

    @Test
    void file_ofExactlyTheLongestSize_isNotWrittenToByTheNextRun() throws IOException {
        try (FileJournal journal = open(LONG)) {
            journal.intents(List.of(intent(1)));
        }
        long size = faulty.onDisk(FOLDER.resolve("orders-1.log")).length;
        try (FileJournal journal = open(size)) {
            assertThat(journal.open()).containsExactly(new Open(intent(1), null));
        }
        assertThat(files()).hasSize(2).contains("orders-2.log");
    }

    @Test
    void turn_thatFails_isNotTriedWithEveryWrite() throws IOException {
        FileJournal journal = open(1_000);
        journal.intents(List.of(intent(1), intent(2), intent(3), intent(4)));
        faulty.fail(1, Fault.IO_ERROR);
        journal.intents(List.of(intent(5)));
        journal.intents(List.of(intent(6)));
        assertThat(files()).containsExactly("orders-1.log");
        for (int n = 7; n <= 12; n++) {
            journal.intents(List.of(intent(n)));
        }
        assertThat(files()).as("tried again when the file has grown").hasSizeGreaterThan(1);
    }

    @Test
    void turn_letsOtherThreadsOnAfterwards() throws Exception {
        FileJournal journal = open(1_000);
        journal.intents(List.of(intent(1), intent(2), intent(3), intent(4)));
        journal.intents(List.of(intent(5)));
        elsewhere(() -> journal.outcome(intent(5), confirmed(5)));
        assertThat(journal.open()).hasSize(4);
        journal.close();
        assertThatThrownBy(() -> elsewhere(() -> journal.intents(List.of(intent(6)))))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("closed");
    }

    /** What another thread does with the journal. */
    private interface Step {
        void run() throws IOException;
    }

    private static void elsewhere(Step step) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                step.run();
                done.complete(null);
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        done.get(1, TimeUnit.MINUTES);
    }

    @Test
    void turn_keepsTheOldFilesNewName_throughALossOfPower() throws IOException {
        FileJournal journal = open(1_000);
        journal.intents(List.of(intent(1), intent(2), intent(3), intent(4)));
        journal.intents(List.of(intent(5)));
        assertThat(disk.lent()).containsExactly("orders-2.lock", "orders-2.log");
        faulty.losePower(Tear.NOTHING);
        assertThat(files()).contains("orders-2.log").doesNotContain("orders-1.log");
    }

    @Test
    void retiredFile_isNamedAfterItsNewestIntent_whateverTheOrder() throws IOException {
        int day = (int) Duration.ofDays(1).toMillis();
        FileJournal journal = open(1_000);
        journal.intents(List.of(intent(day), intent(3 * day), intent(2 * day), intent(4)));
        journal.intents(List.of(intent(5)));
        assertThat(files()).anyMatch(name -> name.startsWith("orders-1-20260820T000000Z-"));
    }

    @Test
    void turn_passesOverAFileThatAnotherLeft_andLeavesItFree() throws IOException {
        FileJournal journal = open(1_000);
        FileJournal other = open(1_000);
        other.intents(List.of(intent(20)));
        other.close();
        journal.intents(List.of(intent(1), intent(2), intent(3), intent(4)));
        journal.intents(List.of(intent(5)));
        assertThat(files()).contains("orders-2.log", "orders-3.log");
        assertThat(disk.lent()).containsExactly("orders-3.lock", "orders-3.log");
        assertThat(openAfterRestart()).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NO_SPACE", "IO_ERROR"})
    void turn_thatTheDiskInterrupts_losesNothing_andLeavesNoHalfMadeFile(Fault fault) throws IOException {
        int n = 0;
        boolean struck = true;
        while (struck) {
            n++;
            fresh();
            String what = fault + " at operation " + n;
            FileJournal journal = open(1_000);
            journal.intents(List.of(intent(1), intent(2), intent(3), intent(4)));
            faulty.fail(n, fault);
            List<String> kept = new ArrayList<>(List.of("intent1", "intent2", "intent3", "intent4"));
            try {
                journal.intents(List.of(intent(5)));
                kept.add("intent5");
            } catch (IOException e) {
                assertThat(e).as(what).hasMessageContaining("could not be written");
            }
            struck = faulty.operations() >= n;
            faulty.fail(0, fault);
            if (files().contains("orders-2.log")) {
                assertThat(count(lines("orders-2.log"), "continues")).as(what).isPositive();
            } else {
                assertThat(disk.lent()).as(what).containsExactly("orders-1.lock", "orders-1.log");
            }
            journal.close();
            assertThat(disk.lent()).as(what).isEmpty();
            assertThat(openAfterRestart()).as(what).containsAll(kept);
        }
        assertThat(n).as("operations of a turn").isGreaterThan(10);
    }

    @Test
    void open_thatFails_givesBackWhatItHadTaken() throws IOException {
        int failures = 0;
        for (int n = 1; n <= OPERATIONS; n++) {
            fresh();
            try (FileJournal first = open(LONG);
                    FileJournal second = open(LONG)) {
                first.intents(List.of(intent(1)));
                second.intents(List.of(intent(2)));
            }
            faulty.fail(n, Fault.IO_ERROR);
            try {
                FileJournal journal = open(LONG);
                if (journal.refusal() != null) {
                    failures++;
                    assertThat(disk.lent()).as("refusing after operation %d", n).isEmpty();
                }
                journal.close();
            } catch (IOException e) {
                failures++;
            }
            assertThat(disk.lent()).as("after operation %d", n).isEmpty();
            assertThat(openAfterRestart()).as("after operation %d", n).containsExactly("intent1", "intent2");
        }
        assertThat(failures).isGreaterThan(5);
    }

    @Test
    void takeOver_writesEachIntentOnce_andLeavesTheNumbersBetweenFree() throws IOException {
        FileJournal first = open(LONG);
        FileJournal second = open(LONG);
        FileJournal third = open(LONG);
        first.intents(List.of(intent(1)));
        second.intents(List.of(intent(2)));
        third.intents(List.of(intent(3)));
        second.close();
        third.close();
        first.close();
        FileJournal all = open(LONG);
        List<String> lines = lines("orders-1.log");
        for (int n = 1; n <= 3; n++) {
            assertThat(count(lines, "\"intent\":\"intent" + n + "\"")).isEqualTo(1);
        }
        assertThat(disk.lent()).containsExactly("orders-1.lock", "orders-1.log");
        all.close();
        assertThat(disk.lent()).isEmpty();
    }

    @Test
    void open_withAGapInTheNumbers_takesNothingInTheGap() throws IOException {
        FileJournal first = open(LONG);
        FileJournal second = open(LONG);
        FileJournal third = open(LONG);
        third.close();
        second.close();
        first.close();
        faulty.delete(FOLDER.resolve("orders-2.log"));
        FileJournal journal = open(LONG);
        assertThat(disk.lent()).containsExactly("orders-1.lock", "orders-1.log");
        assertThat(Objects.requireNonNull(faulty.tryLock(FOLDER.resolve("orders-2.lock"))))
                .isNotNull();
        journal.close();
    }
}
