package dev.okx4j.paper.stream;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;

/** A book as a client keeps it from a snapshot and its changes, written without a look at the exchange's code. */
@NullUnmarked
final class ClientBook {
    private final TreeMap<BigDecimal, List<String>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, List<String>> asks = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private long seqId = -1;
    private int updates;
    private int resets;

    /** Takes a push of the channel. */
    void take(Map<?, ?> push) {
        Map<?, ?> row = (Map<?, ?>) ((List<?>) push.get("data")).get(0);
        long next = number(row, "seqId");
        long before = number(row, "prevSeqId");
        if (push.get("action").equals("snapshot")) {
            bids.clear();
            asks.clear();
            if (before != -1) {
                errors.add("a snapshot that follows " + before);
            }
        } else {
            updates++;
            if (before != seqId) {
                errors.add("an update from " + before + " after " + seqId);
            }
            if (next < before) {
                resets++;
            }
        }
        seqId = next;
        apply(bids, row.get("bids"));
        apply(asks, row.get("asks"));
        if (!bids.isEmpty() && !asks.isEmpty() && bids.firstKey().compareTo(asks.firstKey()) >= 0) {
            errors.add("crossed at " + bids.firstKey() + " and " + asks.firstKey());
        }
        if (number(row, "checksum") != 0) {
            errors.add("a checksum");
        }
    }

    private void apply(TreeMap<BigDecimal, List<String>> side, Object levels) {
        for (Object level : (List<?>) levels) {
            List<?> columns = (List<?>) level;
            BigDecimal px = new BigDecimal((String) columns.get(0));
            if (columns.get(1).equals("0")) {
                if (side.remove(px) == null) {
                    errors.add("a level taken away that was not there: " + px);
                }
            } else {
                side.put(px, columns.stream().map(String::valueOf).toList());
            }
        }
    }

    private static long number(Map<?, ?> row, String name) {
        return ((BigDecimal) row.get(name)).longValueExact();
    }

    List<List<String>> bids(int depth) {
        return bids.values().stream().limit(depth).toList();
    }

    List<List<String>> asks(int depth) {
        return asks.values().stream().limit(depth).toList();
    }

    List<String> errors() {
        return errors;
    }

    long seqId() {
        return seqId;
    }

    int updates() {
        return updates;
    }

    int resets() {
        return resets;
    }
}
