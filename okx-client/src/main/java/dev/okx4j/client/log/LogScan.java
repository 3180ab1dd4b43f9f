package dev.okx4j.client.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** One reading of a log's bytes from the first to the last. */
final class LogScan {
    static final byte[] FORMAT = "OKX4JLG2".getBytes(US_ASCII);

    private static final byte[] FIRST_FORMAT = "OKX4JLG1".getBytes(US_ASCII);
    /** What a disk writes whole or not at all. */
    private static final int SECTOR = 512;
    /** So many zeros in a row are no accident: the place was made, and nothing was written there. */
    private static final int UNWRITTEN = 16;

    private final Path path;
    private final byte[] bytes;
    private byte[] head = new byte[Block.HASH];
    private long records;
    private int at;

    private LogScan(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** Returns the reading of a whole file, after handing every record to {@code onRecord}, in order. */
    static LogScan of(Path path, byte[] bytes, Consumer<byte[]> onRecord) throws DamagedLogException {
        LogScan scan = new LogScan(path, bytes);
        scan.run(onRecord);
        return scan;
    }

    byte[] head() {
        return head;
    }

    long records() {
        return records;
    }

    /** Returns where the sound part ends; 0 when not even the name of the format is whole. */
    long end() {
        return at;
    }

    /** Returns how many bytes of a write that a crash cut short lie behind the sound part. */
    long torn() {
        return bytes.length - at;
    }

    private void run(Consumer<byte[]> onRecord) throws DamagedLogException {
        if (starts(FIRST_FORMAT, FIRST_FORMAT.length)) {
            throw new DamagedLogException(
                    path, "was written by a version from before the first release. Move it away to start afresh.");
        }
        if (isBeginning()) {
            return;
        }
        if (!starts(FORMAT, FORMAT.length)) {
            throw new DamagedLogException(path, "is not an append log, or its first bytes are damaged.");
        }
        at = FORMAT.length;
        while (at < bytes.length && !isTorn()) {
            if (!Block.follows(head, bytes, at)) {
                throw new DamagedLogException(
                        path,
                        at,
                        "does not follow from those before it:"
                                + " it was changed, or others before it were changed, moved or taken out");
            }
            List<byte[]> block = Block.records(bytes, at);
            if (block == null) {
                throw new DamagedLogException(path, at, "is no list of records");
            }
            block.forEach(onRecord);
            records += block.size();
            head = Block.hash(bytes, at);
            at += Block.HEADER + Block.bodyLength(bytes, at);
        }
    }

    /** Returns whether the first write of all was cut short, or never began. */
    private boolean isBeginning() {
        return (bytes.length <= FORMAT.length && allZero(0, bytes.length))
                || (bytes.length < FORMAT.length && starts(FORMAT, bytes.length));
    }

    private boolean starts(byte[] name, int length) {
        return bytes.length >= length && Arrays.equals(bytes, 0, length, name, 0, length);
    }

    /**
     * Returns whether a write begins here that a crash cut short; false when the block is sound.
     *
     * <p>Each write waits for the one before it to be on the disk, so only the last of a file can be torn, and a torn one ends
     * early or has places that never were written, which read as zeros. Anything else was on the disk and acknowledged once.
     */
    private boolean isTorn() throws DamagedLogException {
        if (bytes.length - at < Block.HEADER) {
            return true;
        }
        if (!Block.hasHeader(bytes, at)) {
            if (hasHole(at + Block.HEADER) && isLastWrite()) {
                return true;
            }
            throw new DamagedLogException(path, at, "does not match its checksum");
        }
        int length = Block.bodyLength(bytes, at);
        if (length < 0 || length > Block.LONGEST) {
            throw new DamagedLogException(path, at, "is longer than any that is written");
        }
        if (length > bytes.length - at - Block.HEADER) {
            return true;
        }
        if (Block.hasBody(bytes, at)) {
            return false;
        }
        int end = at + Block.HEADER + length;
        if (end == bytes.length && hasHole(end)) {
            return true;
        }
        throw new DamagedLogException(path, at, "does not match its checksum");
    }

    /** Returns whether what lies between here and an end has a sector, or the rest of the file, that was never written. */
    private boolean hasHole(int end) {
        int from = at;
        while (from < end) {
            int next = Math.min(bytes.length, (from / SECTOR + 1) * SECTOR);
            if (allZero(from, next)) {
                return true;
            }
            from = next;
        }
        int rest = bytes.length;
        while (rest > at && bytes[rest - 1] == 0) {
            rest--;
        }
        return rest < end && bytes.length - rest >= UNWRITTEN;
    }

    private boolean allZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether everything from here on can be one write: it is short enough, and no block begins in it. */
    private boolean isLastWrite() {
        if (bytes.length - at > Block.HEADER + Block.LONGEST) {
            return false;
        }
        for (int later = at + 1; later <= bytes.length - Block.HEADER; later++) {
            if (Block.hasHeader(bytes, later)) {
                return false;
            }
        }
        return true;
    }
}
