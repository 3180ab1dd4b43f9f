package dev.okx4j.client.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.fixture.FaultyDisk;
import dev.okx4j.client.fixture.FaultyDisk.Fault;
import dev.okx4j.client.fixture.FaultyDisk.Tear;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.seam.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppendLogTest {
    private static final String LONG = "a record over several sectors ".repeat(70);

    private final FaultyDisk disk = new FaultyDisk(new VirtualTime());
    private final Path folder = Path.of("folder");
    private final Path file = folder.resolve("some.log");

    @Test
    void open_missingFile_isEmptyAndTakesRecords() throws IOException {
        write("one", "", "three");
        assertThat(read()).containsExactly("one", "", "three");
    }

    @Test
    void open_again_continuesBehindTheLastRecord() throws IOException {
        write("one");
        write("two");
        assertThat(read()).containsExactly("one", "two");
    }

    @Test
    void open_fileCutAtEveryByte_keepsTheRecordsBeforeTheCut() throws IOException {
        List<Integer> ends = new ArrayList<>();
        try (AppendLog log = AppendLog.open(disk, file, r -> {})) {
            ends.add((int) log.size());
            for (String record : List.of("one", "two", LONG)) {
                log.append(record.getBytes(UTF_8));
                ends.add((int) log.size());
            }
        }
        List<String> all = read();
        byte[] whole = disk.read(file);
        for (int cut = 0; cut < whole.length; cut++) {
            int size = cut;
            int left = (int) ends.stream().skip(1).filter(end -> end <= size).count();
            disk.put(file, Arrays.copyOf(whole, cut));
            assertThat(read()).as("cut at byte %d", cut).isEqualTo(all.subList(0, left));
            write("after");
            assertThat(read())
                    .as("appended after a cut at byte %d", cut)
                    .hasSize(left + 1)
                    .last()
                    .isEqualTo("after");
        }
    }

    @Test
    void open_lastRecordWithPagesThatNeverReachedTheDisk_isCutOff() throws IOException {
        write("one");
        int before = disk.read(file).length;
        write(LONG);
        byte[] whole = disk.read(file);
        for (int hole = 0; hole < whole.length; hole += 512) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, Math.max(before, hole), Math.min(whole.length, hole + 512), (byte) 0);
            disk.put(file, torn);
            assertThat(read()).as("nothing from byte %d on", hole).containsExactly("one");
        }
        for (int end = before; end < whole.length - 16; end += 7) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, end, whole.length, (byte) 0);
            disk.put(file, torn);
            assertThat(read()).as("nothing behind byte %d", end).containsExactly("one");
        }
    }

    @Test
    void open_anyFlippedBit_refuses_inTheLastRecordToo() throws IOException {
        write("one", "two", LONG.substring(0, 600));
        byte[] whole = disk.read(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            disk.put(file, damaged);
            assertThatThrownBy(this::read).as("flipped byte %d", i).isInstanceOf(DamagedLogException.class);
            assertThat(disk.read(file)).isEqualTo(damaged);
        }
        assertThatThrownBy(this::read)
                .hasMessageContaining("some.log is damaged")
                .hasMessageContaining("byte");
    }

    @Test
    void open_holeBeforeTheLastRecord_isDamage() throws IOException {
        write("one", LONG, "three");
        byte[] damaged = disk.read(file);
        Arrays.fill(damaged, 512, 1024, (byte) 0);
        disk.put(file, damaged);
        assertThatThrownBy(this::read).isInstanceOf(DamagedLogException.class);
        Arrays.fill(damaged, 50, 1024, (byte) 0);
        disk.put(file, damaged);
        assertThatThrownBy(this::read).isInstanceOf(DamagedLogException.class);
    }

    @Test
    void open_fileCutInsideItsFirstBytes_startsAfresh() throws IOException {
        for (String beginning : List.of("", "OKX4", "OKX4JLG", "\0\0\0", "\0\0\0\0\0\0\0\0")) {
            disk.put(file, beginning.getBytes(UTF_8));
            write("one");
            assertThat(read()).containsExactly("one");
        }
    }

    @Test
    void open_someOtherFile_refusesAndLeavesItAlone() throws IOException {
        disk.put(file, "[profiles.live]\n".getBytes(UTF_8));
        assertThatThrownBy(this::read)
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("not an append log");
        assertThat(new String(disk.read(file), UTF_8)).isEqualTo("[profiles.live]\n");
    }

    @Test
    void open_fileOfTheFirstFormat_saysSo() throws IOException {
        disk.put(file, "OKX4JLG1\0\0\0\3....one".getBytes(UTF_8));
        assertThatThrownBy(this::read)
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("before the first release");
    }

    @Test
    void tornBytes_tellsHowMuchWasCutOff() throws IOException {
        write("one");
        disk.put(file, Arrays.copyOf(disk.read(file), disk.read(file).length + 3));
        assertThat(AppendLog.verify(disk, file).tornBytes()).isEqualTo(3);
        try (AppendLog log = AppendLog.open(disk, file, r -> {})) {
            assertThat(log.tornBytes()).isEqualTo(3);
            assertThat(log.size()).isEqualTo(disk.read(file).length);
        }
    }

    @Test
    void replace_leavesExactlyTheNewRecords() throws IOException {
        write("one", "two");
        AppendLog.replace(disk, file, List.of("fresh".getBytes(UTF_8)));
        assertThat(read()).containsExactly("fresh");
        assertThat(disk.list(folder)).containsExactly(file);
    }

    @Test
    void head_isOfAllRecords_andTheSameForTheSame() throws IOException {
        assertThat(headAfter("a.log", "one", "two")).isEqualTo(headAfter("b.log", "one", "two"));
        assertThat(List.of(
                        headAfter("c.log"),
                        headAfter("d.log", "one"),
                        headAfter("e.log", "two"),
                        headAfter("f.log", "two", "one"),
                        headAfter("g.log", "onetwo"),
                        headAfter("a.log")))
                .doesNotHaveDuplicates()
                .allMatch(head -> head.matches("[0-9a-f]{64}"))
                .startsWith("0".repeat(64));
        LogCheck check = AppendLog.verify(disk, folder.resolve("a.log"));
        assertThat(check).isEqualTo(new LogCheck(2, headAfter("a.log"), 0));
    }

    @Test
    void appendAll_isThereWholeOrNotAtAll() throws IOException {
        try (AppendLog log = AppendLog.open(disk, file, r -> {})) {
            log.append("first".getBytes(UTF_8));
            log.appendAll(List.of());
            log.appendAll(List.of("one".getBytes(UTF_8), LONG.getBytes(UTF_8), "three".getBytes(UTF_8)));
        }
        assertThat(AppendLog.verify(disk, file).records()).isEqualTo(4);
        byte[] whole = disk.read(file);
        for (int cut = whole.length - 1; cut > 600; cut -= 100) {
            disk.put(file, Arrays.copyOf(whole, cut));
            assertThat(read()).containsExactly("first");
        }
    }

    @Test
    void append_failedWrite_isTakenBack_andTheNextOneGoes() throws IOException {
        AppendLog log = AppendLog.open(disk, file, r -> {});
        for (Fault fault : List.of(Fault.NO_SPACE, Fault.SHORT_WRITE, Fault.IO_ERROR)) {
            disk.fail(1, fault);
            assertThatThrownBy(() -> log.append("lost".getBytes(UTF_8)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("some.log could not be written");
            assertThat(log.isBroken()).isFalse();
            log.append("kept".getBytes(UTF_8));
        }
        disk.kill();
        List<String> records = new ArrayList<>();
        AppendLog.open(disk, file, r -> records.add(new String(r, UTF_8))).close();
        assertThat(records).containsExactly("kept", "kept", "kept");
    }

    @Test
    void append_failedSync_endsTheLog() throws IOException {
        AppendLog log = AppendLog.open(disk, file, r -> {});
        disk.fail(2, Fault.IO_ERROR);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> log.append("one".getBytes(UTF_8)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Input/output error");
            assertThat(log.isBroken()).isTrue();
        }
        assertThat(disk.operations()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Tear.class)
    void powerLoss_keepsWhatWasAcknowledged_howeverTheLastWriteIsTorn(Tear tear) throws IOException {
        for (int length = 0; length < 1500; length += 13) {
            Path each = folder.resolve(length + ".log");
            AppendLog log = AppendLog.open(disk, each, r -> {});
            String last = "x".repeat(length);
            log.append(last.getBytes(UTF_8));
            disk.fail(2, Fault.IO_ERROR);
            assertThatThrownBy(() -> log.append(LONG.getBytes(UTF_8))).isInstanceOf(IOException.class);
            disk.losePower(tear);
            List<String> records = new ArrayList<>();
            AppendLog.open(disk, each, r -> records.add(new String(r, UTF_8))).close();
            assertThat(records).first().isEqualTo(last);
            assertThat(records).hasSize(tear == Tear.ALL ? 2 : 1);
        }
    }

    @Test
    void append_closedLog_isRefused() throws IOException {
        AppendLog log = AppendLog.open(disk, file, r -> {});
        log.close();
        assertThatThrownBy(() -> log.append(new byte[1])).isInstanceOf(IOException.class);
    }

    @Test
    void append_interruptedThread_stillWrites() throws IOException {
        try (AppendLog log = AppendLog.open(disk, file, r -> {})) {
            Thread.currentThread().interrupt();
            log.append("kept".getBytes(UTF_8));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(read()).containsExactly("kept");
    }

    @Test
    void log_onTheMachinesDisk_isReadAgain(@TempDir Path real) throws IOException {
        Path path = real.resolve("real.log");
        try (AppendLog log = AppendLog.open(path, r -> {})) {
            log.append("one".getBytes(UTF_8));
        }
        Files.write(path, new byte[5], StandardOpenOption.APPEND);
        assertThat(AppendLog.verify(path).records()).isEqualTo(1);
        AppendLog.open(path, r -> assertThat(r).asString(UTF_8).isEqualTo("one"))
                .close();
        assertThat(AppendLog.verify(path).tornBytes()).isZero();
        AppendLog.replace(Disk.system(), path, List.of("two".getBytes(UTF_8)));
        AppendLog.open(path, r -> assertThat(r).asString(UTF_8).isEqualTo("two"))
                .close();
        try (var files = Files.list(real)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void append_tooLong_isRefused_andTheLongestIsNot() throws IOException {
        try (AppendLog log = AppendLog.open(disk, file, r -> {})) {
            assertThatThrownBy(() -> log.append(new byte[AppendLog.MAX_RECORD + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
            log.append(new byte[AppendLog.MAX_RECORD]);
        }
        assertThat(AppendLog.verify(disk, file).records()).isEqualTo(1);
    }

    private String headAfter(String name, String... records) throws IOException {
        try (AppendLog log = AppendLog.open(disk, folder.resolve(name), r -> {})) {
            for (String record : records) {
                log.append(record.getBytes(UTF_8));
            }
            return log.head();
        }
    }

    private void write(String... records) throws IOException {
        headAfter("some.log", records);
    }

    private List<String> read() throws IOException {
        List<String> records = new ArrayList<>();
        AppendLog.open(disk, file, r -> records.add(new String(r, UTF_8))).close();
        return records;
    }
}
