package dev.okx4j.client.stream.book;

import java.util.Arrays;

/** Makes sides of a book from the side before and what has changed. Its memory is used again each time: for one thread. */
final class SideEditor {
    private static final int LARGEST = 32;
    private static final int SMALLEST_MEAN = 6;

    private Side from = Side.empty(false);
    private Level[][] pieces = new Level[0][];
    private int count;
    private int size;

    /** The piece that is being worked on, taken out of its place; changes come sorted as a rule, so that the next is often of the same one. */
    private final Level[] work = new Level[LARGEST + 1];

    private int length;
    /** Where the piece belongs; -1 when there is none. */
    private int where;

    private boolean changed;

    /** Returns the side of a whole book. */
    Side whole(boolean descending, Level[] levels, int depth) {
        Side empty = Side.empty(descending);
        for (int i = 0; i < levels.length; i++) {
            if (levels[i].isGone() || (i > 0 && empty.order(levels[i - 1], levels[i]) >= 0)) {
                return edit(empty, levels, depth);
            }
        }
        return Side.of(descending, levels, depth);
    }

    /** Returns a side after a change: prices set, or taken away where nothing is left; at most so many of the best. */
    Side edit(Side before, Level[] changes, int depth) {
        if (changes.length == 0) {
            return before;
        }
        from = before;
        count = before.count();
        size = before.size();
        pieces = before.pieces(1);
        where = -1;
        for (Level change : changes) {
            put(change);
        }
        putBack();
        trim(depth);
        Arrays.fill(work, null); // what is no longer in the book must not be kept by it
        Side after = new Side(before.isDescending(), pieces, count, size);
        return count > 4 && size < count * SMALLEST_MEAN ? after.gathered() : after;
    }

    private void put(Level change) {
        if (where < 0 || length == 0 || !isHere(change)) {
            putBack();
            takeOut(piece(change));
        }
        int at = place(change);
        boolean there = at < length && from.order(work[at], change) == 0;
        if (change.isGone()) {
            if (there) {
                System.arraycopy(work, at + 1, work, at, length - at - 1);
                length--;
                size--;
                changed = true;
            }
            return;
        }
        if (!there) {
            System.arraycopy(work, at, work, at + 1, length - at);
            length++;
            size++;
        }
        work[at] = change;
        changed = true;
        if (length > LARGEST) {
            split();
        }
    }

    /** Returns whether a price belongs in the piece that is being worked on. */
    private boolean isHere(Level price) {
        boolean notBefore = where == 0 || from.order(work[0], price) <= 0;
        return notBefore && (where == count - 1 || from.order(price, pieces[where + 1][0]) < 0);
    }

    /** Returns the last piece that does not begin behind a price, or the first if all do. */
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
        return low;
    }

    /** Returns where a price is in the piece that is being worked on, or belongs. */
    private int place(Level price) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from.order(work[middle], price) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void takeOut(int piece) {
        if (count == 0) {
            makeRoom(0);
            pieces[0] = new Level[0];
        }
        where = piece;
        length = pieces[piece].length;
        System.arraycopy(pieces[piece], 0, work, 0, length);
        changed = false;
    }

    private void putBack() {
        if (where < 0) {
            return;
        }
        if (length == 0) {
            System.arraycopy(pieces, where + 1, pieces, where, count - where - 1);
            pieces = Arrays.copyOf(pieces, --count); // the end must not keep a piece alive
        } else if (changed) {
            pieces[where] = Arrays.copyOf(work, length);
        }
        where = -1;
    }

    private void split() {
        int half = length / 2;
        makeRoom(where + 1);
        pieces[where] = Arrays.copyOf(work, half);
        pieces[where + 1] = Arrays.copyOfRange(work, half, length);
        where = -1;
    }

    private void makeRoom(int at) {
        if (count == pieces.length) {
            pieces = Arrays.copyOf(pieces, count + 4);
        }
        System.arraycopy(pieces, at, pieces, at + 1, count - at);
        count++;
    }

    private void trim(int depth) {
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
    }
}
