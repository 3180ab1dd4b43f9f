package dev.okx4j.client.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.seam.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendLogTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("some.log");
    }

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
    void open_fileCutAtEveryByteOfTheLastRecord_keepsAllRecordsBeforeIt() throws IOException {
        write("one", "two");
        int before = (int) Files.size(file);
        write("the record that the crash cut");
        byte[] whole = Files.readAllBytes(file);
        for (int cut = before; cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThat(read()).as("cut at byte %d", cut).containsExactly("one", "two");
            write("after");
            assertThat(read()).as("appended after a cut at byte %d", cut).containsExactly("one", "two", "after");
        }
    }

    @Test
    void open_lastRecordWithPagesThatNeverReachedTheDisk_isCutOff() throws IOException {
        write("one");
        int before = (int) Files.size(file);
        write("the second record");
        byte[] whole = Files.readAllBytes(file);
        Arrays.fill(whole, before + 10, whole.length, (byte) 0);
        Files.write(file, whole);
        assertThat(read()).containsExactly("one");
    }

    @Test
    void open_anyFlippedBitBeforeTheLastRecord_refuses() throws IOException {
        write("one", "two");
        int protectedBytes = (int) Files.size(file);
        write("three");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < protectedBytes; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);
            assertThatThrownBy(this::read).as("flipped byte %d", i).isInstanceOf(DamagedLogException.class);
        }
        assertThatThrownBy(this::read)
                .hasMessageContaining("some.log is damaged")
                .hasMessageContaining("byte");
    }

    @Test
    void open_fileCutInsideItsFirstBytes_startsAfresh() throws IOException {
        Files.write(file, "OKX4".getBytes(UTF_8));
        write("one");
        assertThat(read()).containsExactly("one");
    }

    @Test
    void open_someOtherFile_refusesAndLeavesItAlone() throws IOException {
        Files.writeString(file, "[profiles.live]\n");
        assertThatThrownBy(this::read)
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("not an append log");
        assertThat(Files.readString(file)).isEqualTo("[profiles.live]\n");
    }

    @Test
    void tornBytes_tellsHowMuchWasCutOff() throws IOException {
        write("one");
        Files.write(file, new byte[] {0, 0, 0}, java.nio.file.StandardOpenOption.APPEND);
        try (AppendLog log = AppendLog.open(file, r -> {})) {
            assertThat(log.tornBytes()).isEqualTo(3);
            assertThat(log.size()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void replace_leavesExactlyTheNewRecords() throws IOException {
        write("one", "two");
        AppendLog.replace(Disk.system(), file, List.of("fresh".getBytes(UTF_8)));
        assertThat(read()).containsExactly("fresh");
        assertThat(folder).isDirectoryContaining(p -> p.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void append_closedLog_isRefused() throws IOException {
        AppendLog log = AppendLog.open(file, r -> {});
        log.close();
        assertThatThrownBy(() -> log.append(new byte[1])).isInstanceOf(IOException.class);
    }

    @Test
    void append_interruptedThread_stillWrites() throws IOException {
        try (AppendLog log = AppendLog.open(file, r -> {})) {
            Thread.currentThread().interrupt();
            log.append("kept".getBytes(UTF_8));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(read()).containsExactly("kept");
    }

    @Test
    void append_tooLong_isRefused() throws IOException {
        try (AppendLog log = AppendLog.open(file, r -> {})) {
            assertThatThrownBy(() -> log.append(new byte[AppendLog.MAX_RECORD + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void write(String... records) throws IOException {
        try (AppendLog log = AppendLog.open(file, r -> {})) {
            for (String record : records) {
                log.append(record.getBytes(UTF_8));
            }
        }
    }

    private List<String> read() throws IOException {
        List<String> records = new ArrayList<>();
        AppendLog.open(file, r -> records.add(new String(r, UTF_8))).close();
        return records;
    }
}
