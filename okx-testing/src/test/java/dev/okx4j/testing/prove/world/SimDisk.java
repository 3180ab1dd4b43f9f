package dev.okx4j.testing.prove.world;

import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that keeps what was synced, and loses or tears the rest when its machine dies.
 *
 * <p>A write that was not synced is at a crash kept, lost, cut short, or full of sectors that were never written; entries of a
 * folder that were not synced are all as before or all as now.
 */
final class SimDisk {
    private static final int SECTOR = 512;

    private final SplittableRandom random;
    private Map<Path, SimFile> names = new TreeMap<>();
    private Map<Path, SimFile> durableNames = new TreeMap<>();
    private final Set<Path> locks = new HashSet<>();
    private long operations;
    private long failing = -1;
    private DiskFault fault = DiskFault.FULL;

    SimDisk(SplittableRandom random) {
        this.random = random;
    }

    @SuppressWarnings("ArrayRecordComponent") // made once, read once
    private record Write(long at, byte[] bytes) {}

    private static final class SimFile {
        private final Bytes now = new Bytes();
        private final Bytes durable = new Bytes();
        private final List<Write> pending = new ArrayList<>();

        void sync() {
            pending.forEach(write -> apply(durable, write, write.bytes().length));
            pending.clear();
        }

        static void apply(Bytes to, Write write, int length) {
            if (write.at() < 0) {
                to.truncate((int) -(write.at() + 1));
            } else {
                to.write((int) write.at(), write.bytes(), length);
            }
        }
    }

    /** Lets the n-th operation from now on fail; 0 is the next one. */
    void fail(long nth, DiskFault how) {
        failing = operations + nth;
        fault = how;
    }

    /** Lets no operation fail any more. */
    void heal() {
        failing = -1;
    }

    /** Returns whether the durable part of any file holds a text. */
    boolean holds(String text) {
        return durableNames.values().stream().anyMatch(file -> file.durable.hold(text));
    }

    /** Returns the content of every file that survives, by name. */
    Map<Path, byte[]> durable() {
        Map<Path, byte[]> content = new TreeMap<>();
        durableNames.forEach((path, file) -> content.put(path, file.durable.copy()));
        return content;
    }

    /** Loses or tears everything that was not synced, and frees the locks. */
    void crash() {
        locks.clear();
        if (random.nextBoolean()) {
            durableNames = new TreeMap<>(names);
        } else {
            names = new TreeMap<>(durableNames);
        }
        for (SimFile file : new ArrayList<>(names.values())) {
            int kept = file.pending.isEmpty() ? 0 : random.nextInt(file.pending.size() + 1);
            for (int i = 0; i < kept; i++) {
                Write write = file.pending.get(i);
                Write left = i == kept - 1 ? torn(write) : write;
                SimFile.apply(file.durable, left, left.bytes().length);
            }
            file.pending.clear();
            file.now.set(file.durable);
        }
    }

    /** Returns what a crash leaves of a write: all of it, its beginning, or all but a sector. */
    private Write torn(Write write) {
        int length = write.bytes().length;
        int how = random.nextInt(3);
        if (length == 0 || how == 0) {
            return write;
        } else if (how == 1) {
            return new Write(write.at(), Arrays.copyOf(write.bytes(), random.nextInt(length)));
        }
        byte[] holed = write.bytes().clone();
        long sector = (write.at() + random.nextInt(length)) / SECTOR;
        for (int i = 0; i < length; i++) {
            if ((write.at() + i) / SECTOR == sector) {
                holed[i] = 0;
            }
        }
        return new Write(write.at(), holed);
    }

    /** Returns the disk as one process sees it, which passes a crossing with every operation. */
    Disk seenBy(Crossing crossing) {
        return new View(crossing);
    }

    /** Where a process may be killed. */
    @FunctionalInterface
    interface Crossing {
        void pass(String where);
    }

    private final class View implements Disk {
        private final Crossing crossing;

        View(Crossing crossing) {
            this.crossing = crossing;
        }

        /** Counts an operation, and returns whether it is the one that fails. */
        private boolean fails(String what) {
            crossing.pass("before " + what);
            return operations++ == failing;
        }

        SimDisk disk() {
            return SimDisk.this;
        }

        private void change(String what, IoAction action) throws IOException {
            if (fails(what)) {
                throw new IOException("simulated: " + fault);
            }
            action.run();
            crossing.pass("after " + what);
        }

        @Override
        public void createFolder(Path folder) throws IOException {
            change("mkdir", () -> {});
        }

        @Override
        public List<Path> list(Path folder) {
            return names.keySet().stream()
                    .filter(path -> folder.equals(path.getParent()))
                    .toList();
        }

        @Override
        public @Nullable Closeable tryLock(Path file) throws IOException {
            change("lock", () -> names.computeIfAbsent(file, path -> new SimFile()));
            return locks.add(file) ? () -> locks.remove(file) : null;
        }

        @Override
        public boolean exists(Path path) {
            return names.containsKey(path);
        }

        @Override
        public byte[] read(Path path) throws IOException {
            return file(path).now.copy();
        }

        @Override
        public Writable open(Path path) throws IOException {
            change("open", () -> names.computeIfAbsent(path, name -> new SimFile()));
            return new Handle(this, file(path));
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            change("rename", () -> {
                names.put(to, file(from));
                names.remove(from);
            });
        }

        @Override
        public void delete(Path path) throws IOException {
            change("delete", () -> names.remove(path));
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            change("sync folder", () -> {
                durableNames.keySet().removeIf(path -> folder.equals(path.getParent()) && !names.containsKey(path));
                names.forEach((path, file) -> {
                    if (folder.equals(path.getParent())) {
                        durableNames.put(path, file);
                    }
                });
            });
        }

        private SimFile file(Path path) throws FileNotFoundException {
            SimFile file = names.get(path);
            if (file == null) {
                throw new FileNotFoundException(path.toString());
            }
            return file;
        }
    }

    @FunctionalInterface
    private interface IoAction {
        void run() throws IOException;
    }

    private record Handle(View view, SimFile file) implements Disk.Writable {
        @Override
        public void write(long at, byte[] bytes) throws IOException {
            boolean fails = view.fails("write");
            SimDisk disk = view.disk();
            int length = !fails ? bytes.length : disk.fault == DiskFault.SHORT ? bytes.length / 2 : 0;
            Write write = new Write(at, Arrays.copyOf(bytes, length));
            if (length > 0) {
                file.pending.add(write);
                SimFile.apply(file.now, write, length);
            }
            if (fails) {
                throw new IOException("simulated: " + disk.fault);
            }
            view.crossing.pass("after write");
        }

        @Override
        public void truncate(long size) throws IOException {
            view.change("truncate", () -> {
                Write cut = new Write(-size - 1, new byte[0]);
                file.pending.add(cut);
                SimFile.apply(file.now, cut, 0);
            });
        }

        @Override
        public void sync() throws IOException {
            view.change("sync", file::sync);
        }

        @Override
        public void close() {}
    }
}
