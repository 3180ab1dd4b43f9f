package dev.okx4j.testing.streams;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A book of REST as text, as {@link BookTruth} writes it. */
final class RestBooks {
    private RestBooks() {}

    static String text(Map<String, @Nullable Object> row) {
        StringBuilder text = new StringBuilder();
        side(text, row.get("bids"));
        text.append('|');
        side(text, row.get("asks"));
        return text.toString();
    }

    private static void side(StringBuilder text, @Nullable Object levels) {
        if (levels instanceof List<?> list) {
            for (Object level : list) {
                List<?> cells = (List<?>) level;
                BookTruth.level(
                        text,
                        new BigDecimal(String.valueOf(cells.get(0))),
                        new BigDecimal(String.valueOf(cells.get(1)))
                                .stripTrailingZeros()
                                .toPlainString());
            }
        }
    }
}
