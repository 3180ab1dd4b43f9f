package dev.okx4j.client.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.fixture.FaultyDisk;
import dev.okx4j.client.fixture.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody sees who opens a log after somebody else has worked on it with care: every checksum is right. */
class TamperedLogTest {
    private static final int RECORDS = 12;
    private static final int HEADER = 44;

    private final FaultyDisk disk = new FaultyDisk(new VirtualTime());
    private final Path file = Path.of("folder", "audit.log");
    private final List<byte[]> blocks = new ArrayList<>();
    private byte[] name = {};
    private LogCheck before = new LogCheck(0, "", 0);

    @BeforeEach
    void write() throws IOException {
        try (AppendLog log = AppendLog.open(disk, file, r -> {})) {
            for (int i = 0; i < RECORDS; i++) {
                log.append(("order " + i).getBytes(UTF_8));
            }
        }
        before = AppendLog.verify(disk, file);
        byte[] bytes = disk.read(file);
        name = Arrays.copyOf(bytes, 8);
        for (int at = 8; at < bytes.length; ) {
            int end = at + HEADER + ByteBuffer.wrap(bytes).getInt(at);
            blocks.add(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }
        assertThat(blocks).hasSize(RECORDS);
        assertThat(blocks.get(3)).isEqualTo(resummed(blocks.get(3)));
    }

    @Test
    void recordEdited_isSeen_whicheverItIs() throws IOException {
        for (int i = 0; i < RECORDS; i++) {
            List<byte[]> edited = new ArrayList<>(blocks);
            byte[] block = blocks.get(i).clone();
            block[block.length - 1] ^= 1;
            edited.set(i, resummed(block));
            assertSeen(edited, "record " + i + " edited");
        }
    }

    @Test
    void recordTakenOut_isSeen_whicheverItIs_saveTheLast() throws IOException {
        for (int i = 0; i < RECORDS - 1; i++) {
            List<byte[]> fewer = new ArrayList<>(blocks);
            fewer.remove(i);
            assertSeen(fewer, "record " + i + " taken out");
        }
    }

    @Test
    void recordsSwapped_areSeen_whicheverTheyAre() throws IOException {
        for (int i = 0; i < RECORDS; i++) {
            for (int j = i + 1; j < RECORDS; j++) {
                List<byte[]> swapped = new ArrayList<>(blocks);
                Collections.swap(swapped, i, j);
                assertSeen(swapped, "records " + i + " and " + j + " swapped");
            }
        }
    }

    @Test
    void recordRepeatedOrMovedInFromAnotherLog_isSeen() throws IOException {
        for (int i = 0; i < RECORDS; i++) {
            List<byte[]> doubled = new ArrayList<>(blocks);
            doubled.add(i, blocks.get(i));
            assertSeen(doubled, "record " + i + " doubled");
        }
        Path other = file.resolveSibling("other.log");
        try (AppendLog log = AppendLog.open(disk, other, r -> {})) {
            log.append("another beginning".getBytes(UTF_8));
            log.append("order 1".getBytes(UTF_8));
        }
        byte[] bytes = disk.read(other);
        List<byte[]> foreign = new ArrayList<>(blocks);
        foreign.set(1, Arrays.copyOfRange(bytes, bytes.length - blocks.get(1).length, bytes.length));
        assertSeen(foreign, "record of another log");
    }

    @Test
    void recordsMissingAtTheEnd_showAgainstTheHeadAlone() throws IOException {
        List<byte[]> fewer = blocks.subList(0, RECORDS - 2);
        store(fewer);
        LogCheck after = AppendLog.verify(disk, file);
        assertThat(after.records()).isEqualTo(RECORDS - 2);
        assertThat(after.head()).isNotEqualTo(before.head());
    }

    private void assertSeen(List<byte[]> tampered, String what) throws IOException {
        store(tampered);
        assertThatThrownBy(() -> AppendLog.verify(disk, file))
                .as(what)
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("does not follow from those before it");
        assertThatThrownBy(() -> AppendLog.open(disk, file, r -> {})).as(what).isInstanceOf(DamagedLogException.class);
    }

    private void store(List<byte[]> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(name);
        for (byte[] block : content) {
            bytes.write(block);
        }
        disk.put(file, bytes.toByteArray());
    }

    /** Returns a block with its checksums made right again. */
    private static byte[] resummed(byte[] block) {
        ByteBuffer buffer = ByteBuffer.wrap(block.clone());
        buffer.putInt(4, checksum(block, HEADER, block.length - HEADER));
        buffer.putInt(40, checksum(buffer.array(), 0, 40));
        return buffer.array();
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
