package dev.okx4j.client.stream.book;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.okx4j.client.market.BookLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** An exchange with one book, kept the plain way, that pushes what changes among its best prices. */
public final class World {
    private static final BigDecimal TICK = new BigDecimal("0.1");

    private final Random random;
    private final int depth;
    private final TreeMap<BigDecimal, String> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, String> asks = new TreeMap<>();
    private boolean checksums;
    private long seqId = 10;
    private long ts = 1_790_000_000_000L;
    private int middle = 84_000;

    public World(Random random, int depth) {
        this.random = random;
        this.depth = depth;
        for (int i = 0; i < depth + 20; i++) {
            move();
        }
    }

    /** Sends checksums from now on. */
    public World withChecksums() {
        checksums = true;
        return this;
    }

    public long ts() {
        return ts;
    }

    public long seqId() {
        return seqId;
    }

    public List<BookLevel> bids() {
        return levels(window(bids));
    }

    public List<BookLevel> asks() {
        return levels(window(asks));
    }

    public String snapshot() {
        ts++;
        return frame("snapshot", rows(window(asks)), rows(window(bids)), -1);
    }

    /** Changes the book and returns the push of it. */
    public String change() {
        Map<BigDecimal, String> bidsBefore = window(bids);
        Map<BigDecimal, String> asksBefore = window(asks);
        long before = seqId;
        ts++;
        int kind = random.nextInt(40);
        if (kind > 0) {
            for (int i = random.nextInt(8); i >= 0; i--) {
                move();
            }
            seqId = kind == 1 ? seqId / 2 : seqId + 1 + random.nextInt(20);
        }
        return frame("update", difference(asksBefore, asks), difference(bidsBefore, bids), before);
    }

    private void move() {
        middle += random.nextInt(7) - 3;
        boolean buy = random.nextBoolean();
        int away = random.nextInt(10) == 0 ? random.nextInt(4 * depth) : random.nextInt(2 + depth / 2);
        BigDecimal price = spelled(middle + (buy ? -away : away));
        TreeMap<BigDecimal, String> mine = buy ? bids : asks;
        TreeMap<BigDecimal, String> other = buy ? asks : bids;
        other.headMap(price, true).clear();
        if (random.nextInt(3) == 0 && mine.size() > depth / 2) {
            mine.remove(price);
        } else {
            mine.put(price, spelled(1 + random.nextInt(5000)).toPlainString());
        }
    }

    /** As OKX does it, without zeros at the end. */
    private static BigDecimal spelled(int ticks) {
        BigDecimal price = TICK.multiply(BigDecimal.valueOf(ticks)).stripTrailingZeros();
        return price.scale() < 0 ? price.setScale(0) : price;
    }

    private Map<BigDecimal, String> window(TreeMap<BigDecimal, String> side) {
        Map<BigDecimal, String> best = new LinkedHashMap<>();
        for (Map.Entry<BigDecimal, String> level : side.entrySet()) {
            if (best.size() == depth) {
                break;
            }
            best.put(level.getKey(), level.getValue());
        }
        return best;
    }

    private String difference(Map<BigDecimal, String> before, TreeMap<BigDecimal, String> side) {
        Map<BigDecimal, String> now = window(side);
        Map<BigDecimal, String> changed = new LinkedHashMap<>();
        before.keySet().stream().filter(price -> !now.containsKey(price)).forEach(price -> changed.put(price, "0"));
        now.forEach((price, size) -> {
            if (!size.equals(before.get(price))) {
                changed.put(price, size);
            }
        });
        return rows(changed);
    }

    private static String rows(Map<BigDecimal, String> side) {
        List<String> rows = new ArrayList<>();
        side.forEach((price, size) -> rows.add("[\"" + price.toPlainString() + "\",\"" + size + "\",\"0\",\"1\"]"));
        return "[" + String.join(",", rows) + "]";
    }

    private static List<BookLevel> levels(Map<BigDecimal, String> side) {
        List<BookLevel> levels = new ArrayList<>();
        side.forEach((price, size) -> levels.add(new BookLevel(price, new BigDecimal(size), "0", 1)));
        return levels;
    }

    private String frame(String action, String askRows, String bidRows, long prevSeqId) {
        return "{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT\"},\"action\":\"" + action
                + "\",\"data\":[{\"asks\":"
                + askRows + ",\"bids\":" + bidRows + ",\"ts\":\"" + ts + "\",\"checksum\":" + checksum()
                + ",\"prevSeqId\":"
                + prevSeqId + ",\"seqId\":" + seqId + "}]}";
    }

    private int checksum() {
        if (!checksums) {
            return 0;
        }
        List<BookLevel> buy = bids();
        List<BookLevel> sell = asks();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            for (List<BookLevel> side : List.of(buy, sell)) {
                if (i < side.size()) {
                    parts.add(side.get(i).px().toPlainString() + ":"
                            + side.get(i).sz().toPlainString());
                }
            }
        }
        CRC32 crc = new CRC32();
        crc.update(String.join(":", parts).getBytes(US_ASCII));
        return (int) crc.getValue();
    }
}
