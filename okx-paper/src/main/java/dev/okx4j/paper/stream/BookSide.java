package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.BookView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One side of a book: its levels, and what it takes to get from one state of it to another. */
final class BookSide {
    private BookSide() {}

    /** Returns the levels that must be set, size 0 taking one away, to get from one state to the next. */
    static List<BookView.Row> changes(List<BookView.Row> before, List<BookView.Row> after) {
        if (before.equals(after)) {
            return List.of();
        }
        Map<BigDecimal, BookView.Row> left = new LinkedHashMap<>();
        before.forEach(level -> left.put(level.px().stripTrailingZeros(), level));
        List<BookView.Row> changes = new ArrayList<>();
        for (BookView.Row level : after) {
            BookView.Row known = left.remove(level.px().stripTrailingZeros());
            if (known == null || known.sz().compareTo(level.sz()) != 0 || known.orders() != level.orders()) {
                changes.add(level);
            }
        }
        left.values().forEach(gone -> changes.add(new BookView.Row(gone.px(), BigDecimal.ZERO, 0)));
        return changes;
    }

    /** Returns changes followed by later ones, of which those of the same price win. */
    static List<BookView.Row> followed(List<BookView.Row> earlier, List<BookView.Row> later) {
        Map<BigDecimal, BookView.Row> merged = new LinkedHashMap<>();
        earlier.forEach(level -> merged.put(level.px().stripTrailingZeros(), level));
        later.forEach(level -> merged.put(level.px().stripTrailingZeros(), level));
        return List.copyOf(merged.values());
    }

    /** Appends the levels in OKX's columns: price, size, a deprecated 0, number of orders. */
    static void write(StringBuilder out, List<BookView.Row> levels) {
        out.append('[');
        for (int i = 0; i < levels.size(); i++) {
            BookView.Row level = levels.get(i);
            out.append(i == 0 ? "[\"" : ",[\"")
                    .append(Plain.text(level.px()))
                    .append("\",\"")
                    .append(Plain.text(level.sz()))
                    .append("\",\"0\",\"")
                    .append(level.orders())
                    .append("\"]");
        }
        out.append(']');
    }
}
