package dev.okx4j.client.stream.book;

import dev.okx4j.client.market.BookLevel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An order book that is kept from the pushes of a channel, and that is at every moment one that the exchange had: a change that
 * would make it another one is not carried out, and breaks it until the next snapshot.
 *
 * <p>One thread writes. What {@link #bids}, {@link #asks} and {@link #last} return is immutable and may go to any other.
 */
public final class Book {
    private static final int MAX_HELD = 1000;

    private enum State {
        /** Only a snapshot helps. */
        WAITING,
        /** The book may have missed something, unless the next change follows on it. */
        SUSPENDED,
        CURRENT
    }

    private final int depth;
    private final BooleanSupplier mayCross;
    private final SideEditor editor = new SideEditor();
    private final Checksum checksum = new Checksum();
    private final Deque<BookChange> held = new ArrayDeque<>();
    private State state = State.WAITING;
    private Side bids = Side.empty(true);
    private Side asks = Side.empty(false);
    private @Nullable BookChange last;

    /**
     * Makes an empty book.
     *
     * @param depth how many prices of a side the channel promises; worse ones are let go
     * @param mayCross asked when bids and asks overlap: whether that is legal now, as in an auction before the opening
     */
    public Book(int depth, BooleanSupplier mayCross) {
        this.depth = depth;
        this.mayCross = mayCross;
    }

    /** Carries out a change, or finds that the book is broken. */
    public Step apply(BookChange change) {
        if (change.snapshot()) {
            return replace(change);
        }
        BookChange before = last;
        if (before == null || state == State.WAITING) {
            return hold(change);
        }
        if (change.previous() == before.sequence()) {
            return follow(change);
        }
        if (change.sequence() == before.sequence() && change.previous() == before.previous()) {
            return Step.UNCHANGED;
        }
        if (state == State.SUSPENDED) {
            state = State.WAITING;
            return hold(change);
        }
        return broken(Step.GAP);
    }

    /**
     * Takes note that pushes may have been missed, or that a new subscription begins: a change that follows on the last one proves that
     * nothing was, a snapshot mends it.
     */
    public void suspend() {
        held.clear();
        if (state == State.CURRENT) {
            state = State.SUSPENDED;
        }
    }

    /** Gives the book up until the next snapshot, because a push could not be read. */
    public Step breakOff() {
        return broken(Step.GAP);
    }

    /** Returns whether the book is the exchange's, as of the last push. */
    public boolean isCurrent() {
        return state == State.CURRENT;
    }

    /** Returns the buy side, best price first. */
    public List<BookLevel> bids() {
        return bids;
    }

    /** Returns the sell side, best price first. */
    public List<BookLevel> asks() {
        return asks;
    }

    /** Returns the push that made the book what it is, or confirmed it; null before the first. */
    public @Nullable BookChange last() {
        return last;
    }

    private Step replace(BookChange snapshot) {
        List<BookChange> waiting = List.copyOf(held);
        held.clear();
        Step step = check(
                snapshot,
                editor.whole(true, snapshot.bidLevels(), depth),
                editor.whole(false, snapshot.askLevels(), depth),
                Step.SNAPSHOT);
        long sequence = snapshot.sequence();
        for (BookChange change : waiting) {
            if (step.isBroken()) {
                break;
            }
            if (change.previous() == sequence && sequence != BookChange.NONE) {
                Step next = follow(change);
                step = next.isBroken() ? next : step;
                sequence = change.sequence();
            } else if (change.sequence() > sequence) {
                step = broken(Step.GAP);
            }
        }
        return step;
    }

    private Step follow(BookChange change) {
        if (change.isKeepAlive()) {
            last = change;
            state = State.CURRENT;
            return Step.UNCHANGED;
        }
        if (change.previous() == BookChange.NONE && change.checksum() == 0) {
            return broken(Step.GAP);
        }
        return check(
                change,
                editor.edit(bids, change.bidLevels(), depth),
                editor.edit(asks, change.askLevels(), depth),
                change.sequence() < change.previous() ? Step.RESET : Step.CHANGED);
    }

    private Step check(BookChange change, Side newBids, Side newAsks, Step step) {
        if (change.checksum() != 0 && checksum.of(newBids, newAsks) != change.checksum()) {
            return broken(Step.CHECKSUM);
        }
        Level bid = newBids.best();
        Level ask = newAsks.best();
        if (bid != null && ask != null && bid.comparePrice(ask) >= 0 && !mayCross.getAsBoolean()) {
            return broken(Step.CROSSED);
        }
        bids = newBids;
        asks = newAsks;
        last = change;
        state = State.CURRENT;
        return step;
    }

    private Step hold(BookChange change) {
        if (held.size() == MAX_HELD) {
            return broken(Step.OVERFLOW);
        }
        held.add(change);
        return Step.HELD;
    }

    private Step broken(Step how) {
        state = State.WAITING;
        held.clear();
        return how;
    }
}
