package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.BookView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a book as OKX's row, and its levels as OKX's columns. */
public final class BookRow {
    private BookRow() {}

    /** Returns both sides with the time of the book; a sequence number is added by whoever has one. */
    public static Map<String, Object> of(BookView book) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("asks", levels(book.asks()));
        row.put("bids", levels(book.bids()));
        row.put("ts", Row.wire(book.ts()));
        return row;
    }

    /** Returns both sides in the columns of the full book, which lack the deprecated one. */
    static Map<String, Object> full(BookView book) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("asks", fullLevels(book.asks()));
        row.put("bids", fullLevels(book.bids()));
        row.put("ts", Row.wire(book.ts()));
        return row;
    }

    /** Returns the columns of a side: price, size, a deprecated 0, number of orders. */
    public static List<List<String>> levels(List<BookView.Row> rows) {
        return rows.stream()
                .map(row -> List.of(Row.text(row.px()), Row.text(row.sz()), "0", Integer.toString(row.orders())))
                .toList();
    }

    private static List<List<String>> fullLevels(List<BookView.Row> rows) {
        return rows.stream()
                .map(row -> List.of(Row.text(row.px()), Row.text(row.sz()), Integer.toString(row.orders())))
                .toList();
    }
}
