package dev.okx4j.client.rest;

import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes that share a folder, counted by the locks that they hold in it: the operating system frees the lock of a process
 * that ends, however it ends. Guarded by its limiter.
 */
final class Holders {
    private static final Logger LOG = LoggerFactory.getLogger(Holders.class);
    private static final long COUNTED_EVERY = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 64;

    private final Disk disk;
    private final List<Path> others;
    /** Kept, and never closed: the place is held as long as this process lives. */
    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private final Closeable own;

    private int count = 1;
    private @Nullable Long countedAt;

    private Holders(Disk disk, List<Path> others, Closeable own) {
        this.disk = disk;
        this.others = others;
        this.own = own;
    }

    /** Takes the first free place in the folder. */
    static Holders join(Disk disk, Path folder) throws IOException {
        List<Path> places = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            places.add(folder.resolve("limiter-" + i + ".lock"));
        }
        for (Path place : places) {
            Closeable own = disk.tryLock(place);
            if (own != null) {
                places.remove(place);
                return new Holders(disk, List.copyOf(places), own);
            }
        }
        throw new IOException(folder + " is shared by " + MOST + " processes, and that is as many as can");
    }

    /** Returns how many processes hold a place, this one included; looked up every two seconds. */
    int count(long now) {
        if (countedAt == null || now - countedAt >= COUNTED_EVERY) {
            countedAt = now;
            count = counted();
        }
        return count;
    }

    private int counted() {
        int held = 1;
        for (Path place : others) {
            try {
                // A place that was never taken has no file, and is not made one by looking.
                if (disk.exists(place) && isHeld(place)) {
                    held++;
                }
            } catch (IOException e) {
                LOG.warn("The lock {} cannot be looked at, and counts as held: {}", place, e.toString());
                held++;
            }
        }
        return held;
    }

    private boolean isHeld(Path place) throws IOException {
        try (Closeable free = disk.tryLock(place)) {
            return free == null;
        }
    }
}
