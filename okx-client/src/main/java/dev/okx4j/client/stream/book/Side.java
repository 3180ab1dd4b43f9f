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
    private static final int LARGEST = 32;
    private static final int SMALLEST_MEAN = 6;

    private final boolean descending;
    /** Sorted pieces, none empty; those from {@link #count} on are null. */
    private final Level[][] pieces;

    private final int count;
    private final int size;

    private Side(boolean descending, Level[][] pieces, int count, int size) {
        this.descending = descending;
        this.pieces = pieces;
        this.count = count;
        this.size = size;
    }

    static Side empty(boolean descending) {
        return new Side(descending, new Level[0][], 0, 0);
    }

    /** Returns the side of a whole book, whose prices come sorted as a rule. */
    static Side of(boolean descending, Level[] levels, int depth) {
        Side empty = empty(descending);
        for (int i = 0; i < levels.length; i++) {
            if (levels[i].isGone() || (i > 0 && empty.order(levels[i - 1], levels[i]) >= 0)) {
                return empty.with(levels, depth);
            }
        }
        int size = Math.min(levels.length, depth);
        Level[][] pieces = pieces(levels, size);
        return new Side(descending, pieces, pieces.length, size);
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

    @Nullable
    Level best() {
        return size == 0 ? null : pieces[0][0];
    }

    /** Returns this side after a change: prices set, or taken away where nothing is left; at most so many of the best. */
    Side with(Level[] changes, int depth) {
        if (changes.length == 0) {
            return this;
        }
        Edit edit = new Edit(this, changes.length);
        for (Level change : changes) {
            edit.put(change);
        }
        return edit.done(depth);
    }

    private int order(Level a, Level b) {
        return descending ? b.comparePrice(a) : a.comparePrice(b);
    }

    /** A side that is being changed. */
    private static final class Edit {
        private final Side from;
        private Level[][] pieces;
        private int count;
        private int size;
        /** The piece that was made last, which nobody else has seen. */
        private Level @Nullable [] own;

        Edit(Side from, int changes) {
            this.from = from;
            this.count = from.count;
            this.size = from.size;
            this.pieces = Arrays.copyOf(from.pieces, from.count + Math.min(changes, 2));
        }

        void put(Level change) {
            int where = piece(change);
            if (where < 0) {
                if (!change.isGone()) {
                    insertPiece(0, new Level[] {change});
                    size++;
                }
                return;
            }
            Level[] piece = pieces[where];
            int at = place(piece, change);
            boolean there = at < piece.length && from.order(piece[at], change) == 0;
            if (change.isGone()) {
                if (there) {
                    remove(where, at);
                }
            } else if (there) {
                if (piece != own) {
                    piece = piece.clone();
                    own(where, piece);
                }
                piece[at] = change;
            } else {
                insert(where, at, change);
            }
        }

        /** Returns the last piece that does not begin behind a price: the first if all do, -1 if there is none. */
        private int piece(Level price) {
            int low = 0;
            int high = count - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (from.order(pieces[middle][0], price) <= 0) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return count == 0 ? -1 : low;
        }

        /** Returns where a price is in a piece, or belongs. */
        private int place(Level[] piece, Level price) {
            int low = 0;
            int high = piece.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (from.order(piece[middle], price) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private void own(int where, Level[] piece) {
            pieces[where] = piece;
            own = piece;
        }

        private void remove(int where, int at) {
            Level[] piece = pieces[where];
            size--;
            if (piece.length == 1) {
                System.arraycopy(pieces, where + 1, pieces, where, count - where - 1);
                pieces = Arrays.copyOf(pieces, --count); // the end must not keep a piece alive
                return;
            }
            Level[] shorter = Arrays.copyOf(piece, piece.length - 1);
            System.arraycopy(piece, at + 1, shorter, at, shorter.length - at);
            own(where, shorter);
        }

        private void insert(int where, int at, Level level) {
            Level[] piece = pieces[where];
            Level[] longer = Arrays.copyOf(piece, piece.length + 1);
            System.arraycopy(piece, at, longer, at + 1, piece.length - at);
            longer[at] = level;
            size++;
            if (longer.length <= LARGEST) {
                own(where, longer);
                return;
            }
            int half = longer.length / 2;
            pieces[where] = Arrays.copyOf(longer, half);
            insertPiece(where + 1, Arrays.copyOfRange(longer, half, longer.length));
        }

        private void insertPiece(int where, Level[] piece) {
            if (count == pieces.length) {
                pieces = Arrays.copyOf(pieces, count + 4);
            }
            System.arraycopy(pieces, where, pieces, where + 1, count - where);
            count++;
            own(where, piece);
        }

        Side done(int depth) {
            while (size > depth) {
                Level[] last = pieces[count - 1];
                int rest = Math.max(0, last.length - (size - depth));
                size -= last.length - rest;
                if (rest == 0) {
                    pieces = Arrays.copyOf(pieces, --count);
                } else {
                    pieces[count - 1] = Arrays.copyOf(last, rest);
                }
            }
            if (count > 4 && size < count * SMALLEST_MEAN) {
                gather();
            }
            return new Side(from.descending, pieces, count, size);
        }

        /** Makes even pieces of what has become many small ones. */
        private void gather() {
            Level[] all = new Level[size];
            int at = 0;
            for (int i = 0; i < count; i++) {
                System.arraycopy(pieces[i], 0, all, at, pieces[i].length);
                at += pieces[i].length;
            }
            pieces = pieces(all, size);
            count = pieces.length;
        }
    }
}
