package dev.okx4j.paper.state;

import dev.okx4j.client.seam.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A file that is written from its beginning and ends with the SHA-256 of all before. */
final class HashedFile extends OutputStream {
    /** How long the hash is, in bytes. */
    static final int HASH = 32;

    private static final int CHUNK = 1 << 16;

    private final Disk.Writable file;
    private final MessageDigest hash = sha256();
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private long size;

    HashedFile(Disk.Writable file) {
        this.file = file;
    }

    /** Returns whether bytes end with the hash of those before it. */
    static boolean isWhole(byte[] bytes) {
        MessageDigest hash = sha256();
        hash.update(bytes, 0, bytes.length - HASH);
        return MessageDigest.isEqual(hash.digest(), Arrays.copyOfRange(bytes, bytes.length - HASH, bytes.length));
    }

    /** Returns the hash of two pieces. */
    static byte[] hash(byte[] first, byte[] second) {
        MessageDigest hash = sha256();
        hash.update(first);
        return hash.digest(second);
    }

    @Override
    public void write(int one) throws IOException {
        if (filled == CHUNK) {
            flush();
        }
        chunk[filled++] = (byte) one;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length > CHUNK - filled) {
            flush();
        }
        if (length > CHUNK) {
            put(Arrays.copyOfRange(bytes, from, from + length));
        } else {
            System.arraycopy(bytes, from, chunk, filled, length);
            filled += length;
        }
    }

    @Override
    public void flush() throws IOException {
        if (filled > 0) {
            put(Arrays.copyOf(chunk, filled));
            filled = 0;
        }
    }

    private void put(byte[] bytes) throws IOException {
        hash.update(bytes);
        append(bytes);
    }

    private void append(byte[] bytes) throws IOException {
        if (size + bytes.length > Integer.MAX_VALUE - HASH - 8) {
            throw new IOException("it would be too large to be read");
        }
        file.write(size, bytes);
        size += bytes.length;
    }

    /** Returns once everything and the hash of it is on the disk. */
    void finish() throws IOException {
        flush();
        append(hash.digest());
        file.sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
