package dev.okx4j.testing.streams;

import dev.okx4j.client.market.BookLevel;
import dev.okx4j.client.stream.BookView;
import java.util.List;

/** A book as text, as {@link BookTruth} writes it. */
final class BookText {
    private BookText() {}

    static String of(BookView book) {
        StringBuilder text = new StringBuilder();
        side(text, book.bids());
        text.append('|');
        side(text, book.asks());
        return text.toString();
    }

    private static void side(StringBuilder text, List<BookLevel> levels) {
        for (BookLevel level : levels) {
            BookTruth.level(text, level.px(), level.sz().stripTrailingZeros().toPlainString());
        }
    }
}
