package dev.okx4j.client.stream.book;

/** What a change did to a book. */
public enum Step {
    /** The book is what the snapshot says, with the changes that had come before it and belong behind it. */
    SNAPSHOT,
    /** The change followed on the one before it. */
    CHANGED,
    /** The change followed on the one before it, and OKX's numbers began anew below: legal after its maintenance. */
    RESET,
    /** The book stands still: OKX said so, or said again what it had said. */
    UNCHANGED,
    /** There is no book that it could belong to: kept until a snapshot comes. */
    HELD,
    /** Broken: the change does not follow on the one before it, or nothing in it can show that it does. */
    GAP,
    /** Broken: OKX's checksum is another one than that of the book. */
    CHECKSUM,
    /** Broken: the best bid is not below the best ask, and no auction explains it. */
    CROSSED,
    /** Broken: no snapshot came, and what had been kept for it became too much and was let go. */
    OVERFLOW;

    /** Returns whether the book needs a new snapshot. */
    public boolean isBroken() {
        return compareTo(GAP) >= 0;
    }
}
