package dev.okx4j.client.error;

/** What a code says about a write that OKX answered with it. */
public enum WriteCode {
    /** Refused for what it asks: nothing happened. */
    REFUSED,
    /** Refused because calls come too fast: nothing happened, and the same write may go once more in its time. */
    TOO_MANY,
    /** Refused because of the time it carried: nothing happened, and the same write may go once more with the right one. */
    WRONG_TIME,
    /** Refused because it came after its expiry time: nothing happened, and its price is stale. */
    TOO_LATE,
    /** Refused because the key, its signature or its environment is wrong: nothing happened, and no call with it will. */
    BAD_KEY,
    /** Refused because the account, the address or the region may not: nothing happened. */
    BLOCKED,
    /** An order with this client id is pending: perhaps this one. */
    ID_TAKEN,
    /** The order that was to be changed is gone, filled or changing: its state tells which. */
    ASK_STATE,
    /** It may have happened or not. */
    UNKNOWN;

    /** Returns whether nothing happened. */
    public boolean provesNothingHappened() {
        return ordinal() <= BLOCKED.ordinal();
    }
}
