package dev.okx4j.client.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of records, each on the disk before {@link #append} returns.
 *
 * <p>The file begins with eight bytes that name the format. A record is its length (4 bytes), the CRC-32C of length and
 * content (4 bytes) and its content. A crash while appending leaves an incomplete record at the end, which {@link #open}
 * cuts off; it was never acknowledged. A broken record with sound ones behind it is damage, and the file is refused.
 *
 * <p>This class is threadsafe. One process at a time may have a file open; the caller sees to that.
 */
public final class AppendLog implements Closeable {
    /** The largest record: anything longer in a file is taken for damage. */
    public static final int MAX_RECORD = 16 * 1024 * 1024;

    private static final byte[] FORMAT = {'O', 'K', 'X', '4', 'J', 'L', 'G', '1'};
    private static final int HEADER = 8;

    private final Path path;
    // Not a FileChannel: interrupting a thread that writes to one closes the channel for everybody.
    private final RandomAccessFile file;
    private final long tornBytes;
    private long end;
    private @Nullable IOException failed;

    private AppendLog(Path path, RandomAccessFile file, long end, long tornBytes) {
        this.path = path;
        this.file = file;
        this.end = end;
        this.tornBytes = tornBytes;
    }

    /**
     * Opens the log, creating it where it is missing, after handing every sound record to {@code onRecord} in order.
     *
     * @throws DamagedLogException if a record in the middle is broken, or the file is not such a log
     */
    public static AppendLog open(Path path, Consumer<byte[]> onRecord) throws IOException {
        Scan scan = Files.exists(path) ? scan(path) : new Scan(List.of(), 0, 0);
        scan.records().forEach(onRecord);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            long end = scan.end();
            file.setLength(end);
            if (end == 0) {
                file.write(FORMAT);
                end = FORMAT.length;
            }
            file.getFD().sync();
            syncFolder(path);
            return new AppendLog(path, file, end, scan.torn());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Puts a log of exactly these records in the place of {@code path}, at once or not at all. */
    public static void replace(Path path, Collection<byte[]> records) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (RandomAccessFile file = new RandomAccessFile(fresh.toFile(), "rw")) {
            file.write(FORMAT);
            for (byte[] record : records) {
                file.write(frame(record));
            }
            file.getFD().sync();
        }
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("Cannot replace " + path + ": the file system cannot rename atomically", e);
        }
        syncFolder(path);
    }

    /**
     * Appends one record and returns once it is on the disk.
     *
     * <p>After a failure nobody knows how much of the record the disk took, so this log takes no more; open it again.
     */
    public synchronized void append(byte[] record) throws IOException {
        if (failed != null) {
            throw new IOException(path + " is closed after a failed write", failed);
        }
        byte[] frame = frame(record);
        try {
            file.seek(end);
            file.write(frame);
            file.getFD().sync();
            end += frame.length;
        } catch (IOException e) {
            failed = e;
            throw e;
        }
    }

    /** Returns how many bytes of an incomplete last record were cut off when the log was opened. */
    public long tornBytes() {
        return tornBytes;
    }

    /** Returns the size of the file in bytes. */
    public synchronized long size() {
        return end;
    }

    @Override
    public synchronized void close() throws IOException {
        failed = failed == null ? new IOException("closed") : failed;
        file.close();
    }

    private static byte[] frame(byte[] record) {
        if (record.length > MAX_RECORD) {
            throw new IllegalArgumentException("A record of " + record.length + " bytes is too long");
        }
        return ByteBuffer.allocate(HEADER + record.length)
                .putInt(record.length)
                .putInt(checksum(record, 0, record.length))
                .put(record)
                .array();
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(4).putInt(0, length));
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private record Scan(List<byte[]> records, long end, long torn) {}

    private static Scan scan(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int common = Math.min(bytes.length, FORMAT.length);
        if (!ByteBuffer.wrap(bytes, 0, common).equals(ByteBuffer.wrap(FORMAT, 0, common))) {
            throw new DamagedLogException(path, "is not an append log, or its first bytes are damaged");
        }
        if (bytes.length < FORMAT.length) {
            return new Scan(List.of(), 0, bytes.length);
        }
        var records = new ArrayList<byte[]>();
        int at = FORMAT.length;
        while (at < bytes.length && soundAt(bytes, at)) {
            int length = ByteBuffer.wrap(bytes).getInt(at);
            records.add(Arrays.copyOfRange(bytes, at + HEADER, at + HEADER + length));
            at += HEADER + length;
        }
        for (int later = at + 1; later < bytes.length; later++) {
            if (soundAt(bytes, later)) {
                throw new DamagedLogException(path, at, later);
            }
        }
        return new Scan(records, at, bytes.length - at);
    }

    private static boolean soundAt(byte[] bytes, int at) {
        if (bytes.length - at < HEADER) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int length = buffer.getInt(at);
        return length >= 0
                && length <= MAX_RECORD
                && length <= bytes.length - at - HEADER
                && buffer.getInt(at + 4) == checksum(bytes, at + HEADER, length);
    }

    private static void syncFolder(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || path.getFileSystem().getSeparator().equals("\\")) {
            return; // Windows keeps no handle on a folder, and journals its renames itself.
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
