package dev.okx4j.client.error;

/** What a code says about a write that OKX answered with it. */
public enum WriteCode {
    /** Refused for what it asks: nothing happened. */
    REFUSED("OKX refused it, and nothing happened. The message says why; as it stands, it gets the same answer."),
    /** Refused because calls come too fast: nothing happened, and the same write may go once more in its time. */
    TOO_MANY(
            "Orders come too fast, and nothing happened. Wait some seconds, and decide then whether it is still wanted."),
    /** Refused because of the time it carried: nothing happened, and the same write may go once more with the right one. */
    WRONG_TIME(
            "The time it carried was off, and nothing happened. OKX's clock has been measured anew; decide whether it"
                    + " is still wanted, and set the machine's clock if this stays."),
    /** Refused because it came after its expiry time: nothing happened, and its price is stale. */
    TOO_LATE("It reached OKX too late, and nothing happened. Look at the price of now before deciding on a new order."),
    /** Refused because the key, its signature or its environment is wrong: nothing happened, and no call with it will. */
    BAD_KEY(
            "OKX does not accept this key, its passphrase, its signature or its environment, and nothing happened. Calls"
                    + " with it stop: check the key, whether it is for live or demo trading, and the site it was made on."),
    /** Refused because the account, the address or the region may not: nothing happened. */
    BLOCKED("This key, account, address or region may not do this, and nothing happened. Sending it more often does not"
            + " help: the message says what a person has to change at OKX."),
    /** An order with this client id is pending: perhaps this one. */
    ID_TAKEN("Something with this client id exists, perhaps this very one. Look it up by the client id, and place"
            + " nothing in its stead until its state is known."),
    /** The order that was to be changed is gone, filled or changing: its state tells which. */
    ASK_STATE("The order is filled, cancelled, unknown or changing. Look it up to learn which, and what was filled."),
    /** It may have happened or not. */
    UNKNOWN("It may have happened or not. Look it up by its client id, and place nothing in its stead until its state"
            + " is known.");

    private final String nextStep;

    WriteCode(String nextStep) {
        this.nextStep = nextStep;
    }

    /** Returns whether nothing happened. */
    public boolean provesNothingHappened() {
        return switch (this) {
            case REFUSED, TOO_MANY, WRONG_TIME, TOO_LATE, BAD_KEY, BLOCKED -> true;
            case ID_TAKEN, ASK_STATE, UNKNOWN -> false;
        };
    }

    /** Returns what to do next, as a sentence or two fit for a person and for a model. */
    public String nextStep() {
        return nextStep;
    }
}
