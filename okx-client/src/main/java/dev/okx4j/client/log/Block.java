package dev.okx4j.client.log;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What one write puts into a log: the records of everybody who waited for it, so that a crash leaves all of them or none.
 *
 * <p>A block is the length of its body (4 bytes), the CRC-32C of its body (4), its hash (32), the CRC-32C of these 40 bytes (4),
 * and its body; the body is each record's length (4) and bytes. The hash is the SHA-256 of the hash before it and of the body.
 */
final class Block {
    static final int HEADER = 44;
    static final int HASH = 32;
    /** The longest body: one record of the largest size. */
    static final int LONGEST = AppendLog.MAX_RECORD + 4;

    private static final int HASHED_FROM = 8;
    private static final int SUMMED = HASHED_FROM + HASH;

    private Block() {}

    /** Returns the length that the records have in a body. */
    static long length(List<byte[]> records) {
        return records.stream().mapToLong(record -> 4L + record.length).sum();
    }

    /** Returns the block of some records that together fit into one, behind the block with the given hash. */
    static byte[] of(List<byte[]> records, byte[] previous) {
        int length = Math.toIntExact(length(records));
        ByteBuffer block = ByteBuffer.allocate(HEADER + length);
        block.position(HEADER);
        for (byte[] record : records) {
            block.putInt(record.length).put(record);
        }
        byte[] bytes = block.array();
        block.putInt(0, length)
                .putInt(4, checksum(bytes, HEADER, length))
                .put(HASHED_FROM, hash(previous, bytes, HEADER, length))
                .putInt(SUMMED, checksum(bytes, 0, SUMMED));
        return bytes;
    }

    /** Returns whether a header stands there that nobody has damaged. */
    static boolean hasHeader(byte[] bytes, int at) {
        return bytes.length - at >= HEADER && ByteBuffer.wrap(bytes).getInt(at + SUMMED) == checksum(bytes, at, SUMMED);
    }

    /** Returns the length of the body that a sound header tells. */
    static int bodyLength(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }

    /** Returns whether the body behind a sound header is what was written. */
    static boolean hasBody(byte[] bytes, int at) {
        ByteBuffer block = ByteBuffer.wrap(bytes);
        return block.getInt(at + 4) == checksum(bytes, at + HEADER, block.getInt(at));
    }

    /** Returns the hash that a header holds. */
    static byte[] hash(byte[] block, int at) {
        byte[] hash = new byte[HASH];
        System.arraycopy(block, at + HASHED_FROM, hash, 0, HASH);
        return hash;
    }

    /** Returns whether a sound block is the one that was written behind the block with the given hash. */
    static boolean follows(byte[] previous, byte[] bytes, int at) {
        return MessageDigest.isEqual(hash(bytes, at), hash(previous, bytes, at + HEADER, bodyLength(bytes, at)));
    }

    /** Returns the records of a sound block, or null when its body is no list of records. */
    static @Nullable List<byte[]> records(byte[] bytes, int at) {
        ByteBuffer body = ByteBuffer.wrap(bytes, at + HEADER, bodyLength(bytes, at));
        List<byte[]> records = new ArrayList<>(1);
        while (body.hasRemaining()) {
            int length = body.remaining() < 4 ? -1 : body.getInt();
            if (length < 0 || length > body.remaining()) {
                return null;
            }
            byte[] record = new byte[length];
            body.get(record);
            records.add(record);
        }
        return records;
    }

    private static byte[] hash(byte[] previous, byte[] bytes, int from, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            digest.update(bytes, from, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
