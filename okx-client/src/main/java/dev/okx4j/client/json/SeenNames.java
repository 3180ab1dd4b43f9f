package dev.okx4j.client.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names the objects around the place that is being read have had, so that none is taken twice. */
final class SeenNames {
    private static final int BITS = 64;

    /** At each depth, which of the first names of a table. */
    private long[] known = new long[8];
    /** At each depth, the other names and the later places; null as long as there were none anywhere. */
    private @Nullable Set<Object> @Nullable [] others;

    /** Forgets what the object before at this depth has had. */
    void begin(int depth) {
        if (depth >= known.length) {
            known = Arrays.copyOf(known, depth * 2);
        }
        known[depth] = 0;
        if (others != null) {
            others[depth] = null;
        }
    }

    /** Notes a place in the table, and returns whether it is new. */
    boolean add(int depth, int place) {
        if (place >= BITS) {
            return others(depth).add(place);
        }
        boolean added = (known[depth] & 1L << place) == 0;
        known[depth] |= 1L << place;
        return added;
    }

    /** Notes a name that is not in the table, and returns whether it is new. */
    boolean add(int depth, String name) {
        return others(depth).add(name);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Set<Object> others(int depth) {
        @Nullable Set<Object> @Nullable [] all = others;
        if (all == null) {
            all = new Set[JsonLimits.DEFAULT.maxDepth() + 1];
            others = all;
        }
        Set<Object> names = all[depth];
        if (names == null) {
            names = new HashSet<>();
            all[depth] = names;
        }
        return names;
    }
}
