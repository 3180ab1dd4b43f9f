package dev.okx4j.client.stream.book;

import java.util.Arrays;
import java.util.zip.CRC32;

/** OKX's checksum of a book: the CRC-32 of its best 25 prices of both sides in turn, as OKX spelled them. Not safe for several threads. */
final class Checksum {
    private static final int LEVELS = 25;

    private final CRC32 crc = new CRC32();
    private final Level[] bestBids = new Level[LEVELS];
    private final Level[] bestAsks = new Level[LEVELS];
    private byte[] bytes = new byte[1024];
    private int length;

    int of(Side bids, Side asks) {
        length = 0;
        int buying = bids.best(bestBids);
        int selling = asks.best(bestAsks);
        for (int i = 0; i < LEVELS; i++) {
            if (i < buying) {
                add(bestBids[i]);
            }
            if (i < selling) {
                add(bestAsks[i]);
            }
        }
        crc.reset();
        crc.update(bytes, 0, Math.max(0, length - 1));
        return (int) crc.getValue();
    }

    private void add(Level level) {
        int room = length + level.room() + 1;
        if (room > bytes.length) {
            bytes = Arrays.copyOf(bytes, room * 2);
        }
        length = level.write(bytes, length);
        bytes[length++] = ':';
    }
}
