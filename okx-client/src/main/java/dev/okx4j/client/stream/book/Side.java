package dev.okx4j.client.stream.book;

import dev.okx4j.client.market.BookLevel;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * One side of a book, best price first. Immutable: a change makes a new side that shares with the old one all pieces that are the
 * same, so that whoever holds a side may read it for as long as he likes, and the writer copies a few dozen references.
 */
final class Side extends AbstractList<BookLevel> implements RandomAccess {
    private static final int PIECE = 20;

    private final boolean descending;
    /** Sorted pieces, none empty; those from {@link #count} on are null. */
    private final Level[][] pieces;

    private final int count;
    private final int size;

    Side(boolean descending, Level[][] pieces, int count, int size) {
        this.descending = descending;
        this.pieces = pieces;
        this.count = count;
        this.size = size;
    }

    static Side empty(boolean descending) {
        return new Side(descending, new Level[0][], 0, 0);
    }

    /** Returns a side of levels that are sorted, at most so many of the best. */
    static Side of(boolean descending, Level[] sorted, int depth) {
        int size = Math.min(sorted.length, depth);
        Level[][] pieces = pieces(sorted, size);
        return new Side(descending, pieces, pieces.length, size);
    }

    /** Returns the same side in even pieces, as it becomes many small ones with time. */
    Side gathered() {
        Level[] all = new Level[size];
        int at = 0;
        for (int i = 0; i < count; i++) {
            System.arraycopy(pieces[i], 0, all, at, pieces[i].length);
            at += pieces[i].length;
        }
        return of(descending, all, size);
    }

    private static Level[][] pieces(Level[] levels, int size) {
        Level[][] pieces = new Level[(size + PIECE - 1) / PIECE][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = Arrays.copyOfRange(levels, i * PIECE, Math.min(size, (i + 1) * PIECE));
        }
        return pieces;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public BookLevel get(int index) {
        return level(index).toBookLevel();
    }

    Level level(int index) {
        int rest = index;
        for (int i = 0; i < count && rest >= 0; i++) {
            if (rest < pieces[i].length) {
                return pieces[i][rest];
            }
            rest -= pieces[i].length;
        }
        throw new IndexOutOfBoundsException("Level " + index + " of " + size);
    }

    /** Writes the best levels into an array, as many as there are and fit, and returns how many. */
    int best(Level[] levels) {
        int filled = 0;
        for (int i = 0; i < count && filled < levels.length; i++) {
            int part = Math.min(pieces[i].length, levels.length - filled);
            System.arraycopy(pieces[i], 0, levels, filled, part);
            filled += part;
        }
        return filled;
    }

    @Nullable
    Level best() {
        return size == 0 ? null : pieces[0][0];
    }

    boolean isDescending() {
        return descending;
    }

    /** Returns how many pieces there are. */
    int count() {
        return count;
    }

    /** Returns the pieces in an array of one's own, with room for so many more. */
    Level[][] pieces(int room) {
        return Arrays.copyOf(pieces, count + room);
    }

    /** Returns below, at or above zero as the first belongs before, at or behind the second. */
    int order(Level a, Level b) {
        return descending ? b.comparePrice(a) : a.comparePrice(b);
    }
}
