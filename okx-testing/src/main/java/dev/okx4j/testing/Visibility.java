package dev.okx4j.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What exists already and cannot be seen yet. */
final class Visibility {
    private static final List<String> IDS = List.of("ordId", "algoId", "transId");
    private static final Set<String> BY_ID = Set.of("/api/v5/trade/order", "/api/v5/trade/order-algo");
    private static final String NOT_FOUND = "{\"code\":\"51603\",\"msg\":\"Order does not exist\",\"data\":[]}";

    /** From OKX's ids to the moment, by the monotonic clock, from which they can be seen. */
    private final Map<String, Long> hidden = new HashMap<>();

    /** Hides what an answer says was created. */
    synchronized void hide(WireResponse created, Duration time, long nanos) {
        for (Map<String, @Nullable Object> row : Items.of(created)) {
            for (String name : IDS) {
                String id = Items.text(row, name);
                if (!id.isEmpty()) {
                    hidden.put(id, nanos + time.toNanos());
                }
            }
        }
    }

    /** Returns the answer to a read without what cannot be seen. */
    synchronized WireResponse seen(WireRequest read, WireResponse answer, long nanos) {
        hidden.values().removeIf(until -> until - nanos <= 0);
        if (hidden.isEmpty() || !read.method().equals("GET")) {
            return answer;
        }
        List<Map<String, @Nullable Object>> rows = Items.of(answer);
        if (!rows.removeIf(this::isHidden)) {
            return answer;
        }
        return BY_ID.contains(FrontDoor.path(read))
                ? new WireResponse(200, Instead.JSON, NOT_FOUND.getBytes(UTF_8))
                : Items.with(answer, rows, Map.of());
    }

    private boolean isHidden(Map<String, @Nullable Object> row) {
        return IDS.stream().anyMatch(name -> hidden.containsKey(Items.text(row, name)));
    }
}
