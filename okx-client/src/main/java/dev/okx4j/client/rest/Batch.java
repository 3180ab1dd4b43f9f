package dev.okx4j.client.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests that travel in one call, found sound before any of them is sent.
 *
 * @param items the requests, in the caller's order
 * @param <T> a request
 */
public record Batch<T>(List<T> items) {
    public Batch {
        items = List.copyOf(items);
    }

    /**
     * Returns the requests as a batch.
     *
     * @param most how many OKX takes in one call
     * @throws IllegalArgumentException when there are none, or more than that
     */
    public static <T> Batch<T> of(List<T> items, int most) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("The batch is empty: give 1 to " + most + " requests");
        }
        if (items.size() > most) {
            throw new IllegalArgumentException("OKX takes at most " + most + " requests in one batch, and this one has "
                    + items.size() + ": send it in parts");
        }
        return new Batch<>(items);
    }

    /**
     * Returns this batch, in which no two requests have the same id; requests without one are not compared.
     *
     * @throws IllegalArgumentException when two have the same
     */
    public Batch<T> noneTwice(String name, Function<T, @Nullable String> id) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String value = id.apply(items.get(i));
            Integer earlier = value == null ? null : seen.putIfAbsent(value, i);
            if (earlier != null) {
                throw new IllegalArgumentException(
                        "Requests " + (earlier + 1) + " and " + (i + 1) + " of the batch have the same " + name + " "
                                + value + ": the outcomes of the two could not be told apart");
            }
        }
        return this;
    }
}
