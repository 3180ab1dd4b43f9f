package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The true answer, damaged.
 *
 * @param at where, for those that need a place
 */
record Spoiled(How how, int at, Effect effect) implements Answering {
    private static final List<String> IDS = List.of("ordId", "clOrdId", "algoId", "algoClOrdId", "transId", "clientId");

    /** What is wrong with it. */
    enum How {
        TRUNCATE("truncate"),
        GARBAGE_TAIL("garbageTail"),
        DUPLICATE_KEYS("duplicateKeys"),
        ITEM_MISSING("itemMissing"),
        ITEMS_SHUFFLED("itemsShuffled"),
        OTHER_IDS("otherIds");

        private final String call;

        How(String call) {
            this.call = call;
        }
    }

    Spoiled {
        if (at < 0) {
            throw new IllegalArgumentException("An answer has no byte " + at);
        }
    }

    @Override
    public WireResponse answer(WireRequest request, WireResponse truth) {
        byte[] body = truth.body();
        List<Map<String, @Nullable Object>> rows = Items.of(truth);
        return switch (how) {
            case TRUNCATE -> body(truth, Arrays.copyOf(body, Math.min(at, body.length)));
            case GARBAGE_TAIL -> body(truth, (new String(body, UTF_8) + "\n{\"code\":\"0\"}").getBytes(UTF_8));
            case DUPLICATE_KEYS ->
                body(
                        truth,
                        new String(body, UTF_8)
                                .replaceFirst("^\\{", "{\"code\":\"1\",")
                                .getBytes(UTF_8));
            case ITEM_MISSING -> Items.with(truth, rows.subList(Math.min(1, rows.size()), rows.size()), Map.of());
            case ITEMS_SHUFFLED -> {
                Collections.reverse(rows);
                yield Items.with(truth, rows, Map.of());
            }
            case OTHER_IDS -> {
                rows.forEach(row ->
                        IDS.forEach(id -> row.computeIfPresent(id, (name, value) -> other(value.toString()))));
                yield Items.with(truth, rows, Map.of());
            }
        };
    }

    /** Returns an id of the same length that is not this one. */
    private static String other(String id) {
        return id.isEmpty() ? "" : (id.charAt(0) == '9' ? "8" : "9") + id.substring(1);
    }

    private static WireResponse body(WireResponse truth, byte[] body) {
        return new WireResponse(truth.status(), truth.headers(), body);
    }

    @Override
    public String toString() {
        return switch (how) {
            case TRUNCATE -> "truncate(" + at + ", " + effect + ")";
            case ITEMS_SHUFFLED -> "itemsShuffled()";
            default -> how.call + "(" + effect + ")";
        };
    }
}
