package dev.okx4j.paper.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** OKX's pages: newest first, {@code after} and {@code before} an id, {@code begin} and {@code end} a time. */
final class Page {
    /** Rows of a page, at most and by default. */
    static final int MOST = 100;

    private Page() {}

    /** Returns the rows of the page that the parameters ask for. */
    static <T> List<T> of(Params params, List<T> oldestFirst, Function<T, String> id, Function<T, Instant> time) {
        String after = params.whole("after");
        String before = params.whole("before");
        Instant begin = params.time("begin");
        Instant end = params.time("end");
        int limit = params.limit(MOST, MOST);
        List<T> page = new ArrayList<>();
        for (int i = oldestFirst.size() - 1; i >= 0 && page.size() < limit; i--) {
            T row = oldestFirst.get(i);
            if ((after == null || compare(id.apply(row), after) < 0)
                    && (before == null || compare(id.apply(row), before) > 0)
                    && (begin == null || !time.apply(row).isBefore(begin))
                    && (end == null || !time.apply(row).isAfter(end))) {
                page.add(row);
            }
        }
        return page;
    }

    /** Returns the rows of the page of a list that is paged by time: {@code after} and {@code before} are milliseconds. */
    static <T> List<T> byTime(Params params, List<T> oldestFirst, Function<T, Instant> time) {
        return byTime(params, oldestFirst, time, MOST);
    }

    /** Returns the same of a list with pages of another size, at most and by default. */
    static <T> List<T> byTime(Params params, List<T> oldestFirst, Function<T, Instant> time, int most) {
        Instant after = params.time("after");
        Instant before = params.time("before");
        return newest(
                oldestFirst.stream()
                        .filter(row -> after == null || time.apply(row).isBefore(after))
                        .filter(row -> before == null || time.apply(row).isAfter(before))
                        .toList(),
                params.limit(most, most));
    }

    /** Returns the last rows of a list, newest first. */
    static <T> List<T> newest(List<T> oldestFirst, int limit) {
        List<T> page = new ArrayList<>();
        for (int i = oldestFirst.size() - 1; i >= 0 && page.size() < limit; i--) {
            page.add(oldestFirst.get(i));
        }
        return page;
    }

    /** Compares two ids as the numbers that they are. */
    private static int compare(String a, String b) {
        return Long.compare(Long.parseLong(a), Long.parseLong(b));
    }
}
