package dev.okx4j.client.log;

import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of records, each on the disk before {@link #append} returns.
 *
 * <p>Records carry checksums, and a chain of hashes: each hash is of a record and of the hash before it, so that a record that was
 * changed, moved or taken out shows, whoever recomputed checksums. Only records missing at the end do not; compare {@link #head}
 * with one that was noted before. A crash while appending leaves an incomplete write at the end, which {@link #open} cuts off; it
 * was never acknowledged. Anything else that is wrong is damage, and the file is refused.
 *
 * <p>Threads that append at the same time share one write and one wait for the disk. This class is thread-safe. One process at a
 * time may have a file open; the caller sees to that.
 */
public final class AppendLog implements Closeable {
    /** The largest record, in bytes, and about the most that {@link #appendAll} takes at once. */
    public static final int MAX_RECORD = 16 * 1024 * 1024;

    private final Path path;
    private final Disk.Writable file;
    private final long tornBytes;
    private final ReentrantLock lock = new ReentrantLock();
    /** Signalled when a group is taken to be written, and when it has been. */
    private final Condition changed = lock.newCondition();

    private Group gathering = new Group(lock);
    private boolean writing;
    private long end;
    private byte[] head;
    private @Nullable IOException failed;

    private AppendLog(Path path, Disk.Writable file, LogScan scan) {
        this.path = path;
        this.file = file;
        this.tornBytes = scan.torn();
        this.end = Math.max(scan.end(), LogScan.FORMAT.length);
        this.head = scan.head();
    }

    /** Opens the log on the machine's disk; see {@link #open(Disk, Path, Consumer)}. */
    public static AppendLog open(Path path, Consumer<byte[]> onRecord) throws IOException {
        return open(Disk.system(), path, onRecord);
    }

    /**
     * Opens the log, creating it where it is missing, after handing every sound record to {@code onRecord} in order.
     *
     * @throws DamagedLogException if it is damaged; the records before the damage have been handed over by then
     */
    public static AppendLog open(Disk disk, Path path, Consumer<byte[]> onRecord) throws IOException {
        LogScan scan = LogScan.of(path, disk.exists(path) ? disk.read(path) : new byte[0], onRecord);
        Disk.Writable file = disk.open(path);
        try {
            if (scan.torn() > 0) {
                file.truncate(scan.end());
            }
            if (scan.end() == 0) {
                file.write(0, LogScan.FORMAT);
            }
            file.sync();
            syncEntry(disk, path);
            return new AppendLog(path, file, scan);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Returns what a log on the machine's disk holds; see {@link #verify(Disk, Path, Consumer)}. */
    public static LogCheck verify(Path path) throws IOException {
        return verify(Disk.system(), path, record -> {});
    }

    /** Returns what a log on the machine's disk holds, and shows it; see {@link #verify(Disk, Path, Consumer)}. */
    public static LogCheck verify(Path path, Consumer<byte[]> onRecord) throws IOException {
        return verify(Disk.system(), path, onRecord);
    }

    /** Returns what a log holds; see {@link #verify(Disk, Path, Consumer)}. */
    public static LogCheck verify(Disk disk, Path path) throws IOException {
        return verify(disk, path, record -> {});
    }

    /**
     * Returns what a log holds, after handing every sound record to {@code onRecord} in order, and changes nothing.
     *
     * @throws DamagedLogException if it is damaged; the records before the damage have been handed over by then
     */
    public static LogCheck verify(Disk disk, Path path, Consumer<byte[]> onRecord) throws IOException {
        LogScan scan = LogScan.of(path, disk.read(path), onRecord);
        return new LogCheck(scan.records(), HexFormat.of().formatHex(scan.head()), scan.torn());
    }

    /** Puts a log of exactly these records in the place of {@code path}, at once or not at all. */
    public static void replace(Disk disk, Path path, Collection<byte[]> records) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        disk.delete(fresh);
        try (AppendLog log = open(disk, fresh, record -> {})) {
            log.appendAll(List.copyOf(records));
        }
        disk.replace(fresh, path);
        syncEntry(disk, path);
    }

    /** Appends one record and returns once it is on the disk; see {@link #appendAll}. */
    public void append(byte[] record) throws IOException {
        appendAll(List.of(record));
    }

    /**
     * Appends the records, all or none, and returns once they are on the disk. A thread that is interrupted meanwhile stays so.
     *
     * @throws IOException if they are not there, or nobody knows. After a failure that leaves open how much the disk took, this
     *     log takes no more; open it again
     * @throws IllegalArgumentException if they are longer than {@link #MAX_RECORD}
     */
    public void appendAll(List<byte[]> records) throws IOException {
        long length = Block.length(records);
        if (length > Block.LONGEST) {
            throw new IllegalArgumentException("A record of " + length + " bytes is too long");
        }
        if (records.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            while (gathering.length + length > Block.LONGEST) {
                changed.awaitUninterruptibly();
            }
            Group mine = gathering;
            mine.records.addAll(records);
            mine.length += length;
            while (writing && !mine.done) {
                mine.turn.awaitUninterruptibly();
            }
            if (!mine.done) {
                lead(mine);
            }
            if (mine.failure != null) {
                throw new IOException(path + " could not be written: " + mine.failure.getMessage(), mine.failure);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes a group while its other members wait, and who comes later gathers in the next one. */
    private void lead(Group group) {
        gathering = new Group(lock);
        changed.signalAll();
        if (failed != null) {
            group.failure = failed;
            group.done = true;
            group.turn.signalAll();
            return;
        }
        writing = true;
        group.failure = new IOException("the thread that wrote it died"); // until it has told otherwise
        boolean usable = false;
        byte[] block = {};
        lock.unlock();
        try {
            block = Block.of(group.records, head);
            usable = write(block, group);
        } finally {
            lock.lock();
            writing = false;
            group.done = true;
            if (group.failure == null) {
                end += block.length;
                head = Block.hash(block, 0);
            }
            failed = usable ? null : group.failure;
            group.turn.signalAll();
            gathering.turn.signal(); // one of those who have gathered meanwhile is the next to write
            changed.signalAll();
        }
    }

    /** Returns whether what the disk holds is known: all of the block, or, when the group has failed, nothing of it. */
    private boolean write(byte[] block, Group group) {
        try {
            file.write(end, block);
        } catch (IOException e) {
            group.failure = e;
            return tookBack(e);
        }
        try {
            file.sync();
        } catch (IOException e) {
            // What a disk could not keep may be gone from its memory too, so asking again proves nothing.
            group.failure = e;
            return false;
        }
        group.failure = null;
        return true;
    }

    /** Cuts off what a failed write has left, so that a full disk stops the log only until there is room. */
    private boolean tookBack(IOException failure) {
        try {
            file.truncate(end);
            file.sync();
            return true;
        } catch (IOException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /** Returns the hash of the last record, and through it of all before, in hexadecimal; 64 zeros when there is none. */
    public String head() {
        lock.lock();
        try {
            return HexFormat.of().formatHex(head);
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many bytes of an incomplete last write were cut off when the log was opened. */
    public long tornBytes() {
        return tornBytes;
    }

    /** Returns the size of the file in bytes. */
    public long size() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether a failure has left open how much the disk took, so that this log takes no more. */
    public boolean isBroken() {
        lock.lock();
        try {
            return failed != null && !writing;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            while (writing) {
                changed.awaitUninterruptibly();
            }
            failed = failed == null ? new IOException("it is closed") : failed;
            file.close();
        } finally {
            lock.unlock();
        }
    }

    private static void syncEntry(Disk disk, Path path) throws IOException {
        Path folder = path.getParent() == null ? path.toAbsolutePath().getParent() : path.getParent();
        if (folder != null) {
            disk.syncFolder(folder);
        }
    }

    /** Those who wait for the same write. All but its records is guarded by the lock, or the leader's alone. */
    private static final class Group {
        private final List<byte[]> records = new ArrayList<>();
        private final Condition turn;
        private long length;
        private boolean done;
        private @Nullable IOException failure;

        private Group(ReentrantLock lock) {
            turn = lock.newCondition();
        }
    }
}
