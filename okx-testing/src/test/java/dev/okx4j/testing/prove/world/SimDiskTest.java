package dev.okx4j.testing.prove.world;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.seam.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The disk that forgets. */
class SimDiskTest {
    private static final Path FOLDER = Path.of("/folder");
    private static final Path FILE = FOLDER.resolve("file");

    @Test
    void whatWasSynced_survivesACrash_andTheRestMayNot() throws IOException {
        Set<String> left = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            SimDisk disk = new SimDisk(new SplittableRandom(seed));
            Disk view = disk.seenBy(where -> {});
            Disk.Writable file = view.open(FILE);
            file.write(0, "kept".getBytes(US_ASCII));
            file.sync();
            view.syncFolder(FOLDER);
            file.write(4, "LOST".getBytes(US_ASCII));

            disk.crash();

            left.add(new String(view.read(FILE), US_ASCII));
        }
        assertThat(left).allMatch(content -> content.startsWith("kept")).contains("kept", "keptLOST", "keptLO");
    }

    @Test
    void durablePart_isWhatWasSynced() throws IOException {
        SimDisk disk = new SimDisk(new SplittableRandom(1));
        Disk view = disk.seenBy(where -> {});
        Disk.Writable file = view.open(FILE);
        file.write(0, "text".getBytes(US_ASCII));
        view.syncFolder(FOLDER);

        assertThat(disk.holds("text")).isFalse();

        file.sync();

        assertThat(disk.holds("text")).isTrue();
    }

    @Test
    void nthOperation_failsAsAsked() throws IOException {
        SimDisk disk = new SimDisk(new SplittableRandom(1));
        Disk.Writable file = disk.seenBy(where -> {}).open(FILE);
        disk.fail(1, DiskFault.SHORT);
        file.write(0, "first".getBytes(US_ASCII));

        assertThatThrownBy(() -> file.write(5, "second".getBytes(US_ASCII))).isInstanceOf(IOException.class);
        assertThat(disk.seenBy(where -> {}).read(FILE)).asString(US_ASCII).isEqualTo("firstsec");
    }
}
