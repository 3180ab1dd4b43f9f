package dev.okx4j.client.intent;

import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A disk that knows which of its locks and files have not been given back. */
final class LentDisk implements Disk {
    private final Disk disk;
    private final Set<String> lent = new TreeSet<>();

    LentDisk(Disk disk) {
        this.disk = disk;
    }

    /** Returns the names of the locks that are held and of the files that are open. */
    List<String> lent() {
        return List.copyOf(lent);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    @Override
    public @Nullable Closeable tryLock(Path file) throws IOException {
        Closeable lock = disk.tryLock(file);
        if (lock == null) {
            return null;
        }
        lent.add(name(file));
        return () -> {
            lent.remove(name(file));
            lock.close();
        };
    }

    @Override
    public Writable open(Path path) throws IOException {
        Writable file = disk.open(path);
        lent.add(name(path));
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
                file.sync();
            }

            @Override
            public void close() throws IOException {
                lent.remove(name(path));
                file.close();
            }
        };
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public boolean exists(Path path) {
        return disk.exists(path);
    }

    @Override
    public byte[] read(Path path) throws IOException {
        return disk.read(path);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        disk.replace(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        disk.delete(path);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        disk.syncFolder(folder);
    }
}
