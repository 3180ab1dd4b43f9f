package dev.okx4j.paper.state;

import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The machine's disk, of which one chosen operation fails: before it did anything, after half of it, or after all of it. */
final class BreakingDisk implements Disk {
    /** How much of the failing operation is done. */
    enum Done {
        NOTHING,
        HALF,
        ALL
    }

    private final Disk real = Disk.system();
    private final int failing;
    private final Done done;
    private int operations;

    BreakingDisk(int failing, Done done) {
        this.failing = failing;
        this.done = done;
    }

    boolean hasBroken() {
        return operations >= failing;
    }

    @FunctionalInterface
    private interface Operation {
        void run() throws IOException;
    }

    private void run(Operation operation, Operation half) throws IOException {
        if (++operations != failing) {
            operation.run();
            return;
        }
        switch (done) {
            case NOTHING -> {}
            case HALF -> half.run();
            case ALL -> operation.run();
        }
        throw new IOException("Input/output error");
    }

    private void run(Operation operation) throws IOException {
        run(operation, () -> {});
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        real.createFolder(folder);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return real.list(folder);
    }

    @Override
    public @Nullable Closeable tryLock(Path file) throws IOException {
        return real.tryLock(file);
    }

    @Override
    public boolean exists(Path path) {
        return real.exists(path);
    }

    @Override
    public byte[] read(Path path) throws IOException {
        run(() -> {});
        return real.read(path);
    }

    @Override
    public Writable open(Path path) throws IOException {
        run(() -> {});
        Writable file = real.open(path);
        return new Writable() {
            @Override
            public void write(long at, byte[] bytes) throws IOException {
                run(() -> file.write(at, bytes), () -> file.write(at, Arrays.copyOf(bytes, bytes.length / 2)));
            }

            @Override
            public void truncate(long size) throws IOException {
                run(() -> file.truncate(size));
            }

            @Override
            public void sync() throws IOException {
                run(file::sync);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        run(() -> real.replace(from, to));
    }

    @Override
    public void delete(Path path) throws IOException {
        run(() -> real.delete(path));
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        run(() -> real.syncFolder(folder));
    }
}
