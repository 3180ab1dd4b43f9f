package dev.okx4j.client.seam;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operating system's locks on files, one holder on this machine each. */
final class FileLocks {
    // Closing any channel to a file releases this process's lock on it, so a second attempt must not open one.
    private static final Set<Path> HELD = new HashSet<>();

    private FileLocks() {}

    static @Nullable Closeable tryTake(Path path) throws IOException {
        Path file = path.toRealPath();
        synchronized (HELD) {
            if (HELD.contains(file)) {
                return null;
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                    return null;
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            HELD.add(file);
            return () -> free(file, channel);
        }
    }

    private static void free(Path file, FileChannel channel) throws IOException {
        synchronized (HELD) {
            if (channel.isOpen()) {
                HELD.remove(file);
                channel.close();
            }
        }
    }
}
