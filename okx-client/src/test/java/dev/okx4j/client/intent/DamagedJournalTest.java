package dev.okx4j.client.intent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.fixture.FaultyDisk;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal.Open;
import dev.okx4j.client.log.AppendLog;
import dev.okx4j.client.log.DamagedLogException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A journal of 200 records, each byte of it damaged once: it refuses, and what it says is open was. */
class DamagedJournalTest {
    private static final Path FOLDER = Path.of("journal");
    private static final Path FILE = FOLDER.resolve("orders-1.log");
    private static final int RECORDS = 200;

    private final FaultyDisk disk = new FaultyDisk(new VirtualTime());
    /** What is open after so many records. */
    private final List<List<Open>> openAfter = new ArrayList<>();
    /** Where each record ends. */
    private final List<Integer> ends = new ArrayList<>();

    private byte[] whole = {};

    @BeforeEach
    void write() throws IOException {
        try (FileJournal journal = FileJournal.open(disk, FOLDER)) {
            note(journal);
            for (int n = 0; openAfter.size() < RECORDS; n++) {
                WriteIntent intent = intent(n);
                journal.intents(List.of(intent));
                note(journal);
                if (n % 3 != 0 && openAfter.size() < RECORDS) {
                    journal.outcome(intent, FileJournalTest.confirmed(intent));
                    note(journal);
                }
            }
        }
        whole = disk.onDisk(FILE);
        assertThat(whole).hasSizeGreaterThan(RECORDS * 50);
        disk.kill();
    }

    private void note(FileJournal journal) {
        openAfter.add(journal.open());
        ends.add(disk.onDisk(FILE).length);
    }

    private static WriteIntent intent(int n) {
        return new WriteIntent(
                "i" + n,
                WriteIntent.Kind.PLACE,
                "/order",
                "o" + n,
                Map.of("instId", "BTC-USDT"),
                Instant.ofEpochSecond(n),
                null,
                1);
    }

    @Test
    void anyByteFlipped_isNoticed_andOnlyWhatWasWrittenBeforeItIsRead() throws IOException {
        assertThat(openAfter).hasSize(RECORDS);
        List<byte[]> lines = new ArrayList<>();
        AppendLog.open(disk, FILE, lines::add).close();
        assertThat(lines).hasSize(RECORDS);
        for (int i = 0; i < whole.length; i++) {
            disk.put(FILE, flipped(i));
            int[] read = {0};
            try {
                AppendLog.open(disk, FILE, line -> {
                            if (!Arrays.equals(line, lines.get(read[0]++))) {
                                throw new AssertionError("read " + new String(line, UTF_8));
                            }
                        })
                        .close();
            } catch (DamagedLogException e) {
                if (read[0] == (i < ends.get(0) ? 0 : wholeBefore(i) + 1)) {
                    continue;
                }
            }
            throw new AssertionError("byte " + i + " flipped: " + read[0] + " records are read");
        }
    }

    /** A refusing journal is a damaged log, and that is shown for every byte; this shows what it tells of it. */
    @Test
    void byteFlipped_journalRefuses_andWhatItSaysIsOpenWas() throws IOException {
        for (int i = 0; i < whole.length; i += 7) {
            disk.put(FILE, flipped(i));
            try (FileJournal journal = FileJournal.open(disk, FOLDER)) {
                if (journal.refusal() == null) {
                    throw new AssertionError("byte " + i + " flipped, and nobody noticed");
                }
                if (!journal.open().equals(openAfter.get(wholeBefore(i)))) {
                    throw new AssertionError("byte " + i + " flipped: " + journal.open() + " is said to be open");
                }
            }
        }
    }

    private byte[] flipped(int i) {
        byte[] damaged = whole.clone();
        damaged[i] ^= (byte) (1 << i % 8);
        return damaged;
    }

    @Test
    void cutAtAnyByte_isATornTail_andEverythingBeforeItIsRead() throws IOException {
        for (int cut = 0; cut < whole.length; cut++) {
            disk.put(FILE, Arrays.copyOf(whole, cut));
            long records = AppendLog.verify(disk, FILE).records();
            if (records != (cut < ends.get(0) ? 0 : wholeBefore(cut) + 1)) {
                throw new AssertionError("cut at byte " + cut + ": " + records + " records are read");
            }
        }
        for (int cut = 0; cut < whole.length; cut += 7) {
            disk.put(FILE, Arrays.copyOf(whole, cut));
            try (FileJournal journal = FileJournal.open(disk, FOLDER)) {
                if (journal.refusal() != null || !journal.open().equals(openAfter.get(wholeBefore(cut)))) {
                    throw new AssertionError("cut at byte " + cut + ": " + journal.refusal() + journal.open());
                }
            }
        }
    }

    /** Returns the index of the last record that ends at a byte or before it; the first record leaves nothing open. */
    private int wholeBefore(int at) {
        int index = 0;
        while (index + 1 < ends.size() && ends.get(index + 1) <= at) {
            index++;
        }
        return index;
    }
}
