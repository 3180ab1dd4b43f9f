package dev.okx4j.testing.bench;

import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The machine's disk, which counts how often it is waited for, or is never waited for. */
final class CountingDisk implements Disk {
    private final Disk real = Disk.system();
    private final AtomicLong syncs = new AtomicLong();
    private final boolean waits;

    CountingDisk(boolean waits) {
        this.waits = waits;
    }

    long syncs() {
        return syncs.get();
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
        return real.read(path);
    }

    @Override
    public Writable open(Path path) throws IOException {
        Writable file = real.open(path);
        return new Writable() {
            @Override
            public void write(long at, byte[] bytes) throws IOException {
                file.write(at, bytes);
            }

            @Override
            public void truncate(long size) throws IOException {
                file.truncate(size);
            }

            @Override
            public void sync() throws IOException {
                syncs.incrementAndGet();
                if (waits) {
                    file.sync();
                }
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        real.replace(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(path);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        real.syncFolder(folder);
    }
}
