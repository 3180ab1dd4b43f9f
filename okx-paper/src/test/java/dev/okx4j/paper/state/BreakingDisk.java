package dev.okx4j.paper.state;

import dev.okx4j.client.fixture.DelegatingDisk;
import dev.okx4j.client.seam.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The machine's disk, of which one chosen operation fails: before it did anything, after half of it, or after all of it. */
final class BreakingDisk extends DelegatingDisk {
    /** How much of the failing operation is done. */
    enum Done {
        NOTHING,
        HALF,
        ALL
    }

    private final int failing;
    private final Done done;
    private int operations;

    BreakingDisk(int failing, Done done) {
        super(Disk.system());
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
    public byte[] read(Path path) throws IOException {
        run(() -> {});
        return super.read(path);
    }

    @Override
    public Writable open(Path path) throws IOException {
        run(() -> {});
        return new BreakingFile(super.open(path));
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        run(() -> super.replace(from, to));
    }

    @Override
    public void delete(Path path) throws IOException {
        run(() -> super.delete(path));
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        run(() -> super.syncFolder(folder));
    }

    private final class BreakingFile extends DelegatingFile {
        BreakingFile(Writable real) {
            super(real);
        }

        @Override
        public void write(long at, byte[] bytes) throws IOException {
            run(() -> super.write(at, bytes), () -> super.write(at, Arrays.copyOf(bytes, bytes.length / 2)));
        }

        @Override
        public void truncate(long size) throws IOException {
            run(() -> super.truncate(size));
        }

        @Override
        public void sync() throws IOException {
            run(super::sync);
        }
    }
}
