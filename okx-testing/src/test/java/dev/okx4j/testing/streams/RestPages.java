package dev.okx4j.testing.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of REST from their beginning to their end, read around every fault. */
final class RestPages {
    private RestPages() {}

    static List<Map<String, @Nullable Object>> all(StreamWorld world, String target, String cursor) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        String after = "";
        List<Map<String, @Nullable Object>> page;
        do {
            page = world.rows(target + after);
            all.addAll(page);
            after = page.isEmpty() ? "" : "&after=" + page.get(page.size() - 1).get(cursor);
        } while (page.size() == 100);
        return all;
    }
}
