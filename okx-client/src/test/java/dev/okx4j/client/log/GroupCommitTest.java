package dev.okx4j.client.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.okx4j.client.fixture.DelegatingDisk;
import dev.okx4j.client.fixture.FaultyDisk;
import dev.okx4j.client.fixture.VirtualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    private final FaultyDisk memory = new FaultyDisk(new VirtualTime());
    private final CountDownLatch firstSync = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger syncs = new AtomicInteger();
    private volatile boolean held;
    private volatile boolean failing;

    @Test
    void append_byThreadsThatMeet_sharesOneSync() throws Exception {
        Path file = folder.resolve("shared.log");
        List<IOException> failures = meeting(file, false);
        assertThat(failures).isEmpty();
        assertThat(syncs.get()).as("one for the first, one for all who met").isEqualTo(2);
        List<String> records = new ArrayList<>();
        AppendLog.open(memory, file, r -> records.add(new String(r, UTF_8))).close();
        assertThat(records).hasSize(THREADS + 1).doesNotHaveDuplicates().startsWith("first");
    }

    @Test
    void append_failedSync_failsAllWhoShareIt_andEverybodyAfter() throws Exception {
        List<IOException> failures = meeting(folder.resolve("shared.log"), true);
        assertThat(failures).hasSize(THREADS);
        assertThat(syncs.get()).isEqualTo(2);
    }

    /** One thread waits for the disk; when all others wait for it, the disk goes on, and maybe fails from then on. */
    private List<IOException> meeting(Path file, boolean thenFails) throws Exception {
        AppendLog log = AppendLog.open(new HeldDisk(), file, r -> {});
        syncs.set(0);
        held = true;
        List<IOException> failures = new ArrayList<>();
        Thread first = appending(log, "first", failures);
        firstSync.await();
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            others.add(appending(log, "record " + i, failures));
        }
        await().until(() -> others.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        held = false;
        failing = thenFails;
        release.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }
        assertThat(log.isBroken()).isEqualTo(thenFails);
        return failures;
    }

    private static Thread appending(AppendLog log, String record, List<IOException> failures) {
        Thread thread = new Thread(() -> {
            try {
                log.append(record.getBytes(UTF_8));
            } catch (IOException e) {
                synchronized (failures) {
                    failures.add(e);
                }
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void append_byManyThreads_keepsEveryRecordOnce_andEachThreadsOrder() throws Exception {
        Path file = folder.resolve("busy.log");
        int each = 300;
        List<Thread> threads = new ArrayList<>();
        List<IOException> failures = new ArrayList<>();
        try (AppendLog log = AppendLog.open(file, r -> {})) {
            for (int t = 0; t < 16; t++) {
                int id = t;
                threads.add(new Thread(() -> {
                    try {
                        for (int i = 0; i < each; i++) {
                            log.appendAll(
                                    List.of((id + ":" + i).getBytes(UTF_8), ("+" + id + ":" + i).getBytes(UTF_8)));
                        }
                    } catch (IOException e) {
                        synchronized (failures) {
                            failures.add(e);
                        }
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(failures).isEmpty();
        int[] next = new int[16];
        Set<String> seen = new HashSet<>();
        List<String> records = new ArrayList<>();
        AppendLog.open(file, r -> records.add(new String(r, UTF_8))).close();
        for (int i = 0; i < records.size(); i += 2) {
            String[] parts = records.get(i).split(":");
            assertThat(Integer.parseInt(parts[1])).isEqualTo(next[Integer.parseInt(parts[0])]++);
            assertThat(records.get(i + 1)).as("behind its other half").isEqualTo("+" + records.get(i));
            assertThat(seen.add(records.get(i))).isTrue();
        }
        assertThat(seen).hasSize(16 * each);
    }

    /** A disk in memory whose first sync waits. */
    private final class HeldDisk extends DelegatingDisk {
        HeldDisk() {
            super(memory);
        }

        @Override
        public Writable open(Path path) throws IOException {
            return new DelegatingFile(super.open(path)) {
                @Override
                public void sync() throws IOException {
                    syncs.incrementAndGet();
                    if (held) {
                        firstSync.countDown();
                        awaitRelease();
                    } else if (failing) {
                        throw new IOException("Input/output error");
                    }
                    super.sync();
                }
            };
        }

        private void awaitRelease() throws IOException {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
