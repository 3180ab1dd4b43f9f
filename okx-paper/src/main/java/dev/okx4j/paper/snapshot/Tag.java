package dev.okx4j.paper.snapshot;

/** What the next bytes are. */
final class Tag {
    static final int NULL = 0;
    /** An object that was written before, by its number. */
    static final int SEEN = 1;
    static final int OBJECT = 2;
    static final int RECORD = 3;
    static final int LIST = 4;
    static final int MAP = 5;
    static final int ARRAY = 6;
    static final int ENUM = 7;
    static final int STRING = 8;
    /** A text that was written lately, by its slot. */
    static final int STRING_AGAIN = 9;
    static final int DECIMAL = 10;
    /** A number that was written lately, by its slot. */
    static final int DECIMAL_AGAIN = 11;
    static final int INSTANT = 12;
    static final int DATE = 13;
    static final int DURATION = 14;
    static final int LONG = 15;
    static final int INT = 16;
    static final int TRUE = 17;
    static final int FALSE = 18;
    /** Something that both sides have, by its name. */
    static final int NAMED = 19;

    private Tag() {}
}
