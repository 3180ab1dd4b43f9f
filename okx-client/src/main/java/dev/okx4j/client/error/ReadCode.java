package dev.okx4j.client.error;

/** What a code says about a read, or about a setting, which has no intent either. */
public enum ReadCode {
    /** OKX answered. */
    ANSWERED("It succeeded."),
    /** Calls come too fast. */
    TOO_MANY("Calls come too fast. Wait some seconds, and ask less often."),
    /** The time it was signed at is more than 30 seconds away from OKX's. */
    WRONG_TIME("The time of this machine is off. It has been measured anew, and the next call carries the right one;"
            + " if this stays, set the machine's clock."),
    /** OKX cannot just now. */
    BUSY("OKX cannot do this just now. Wait some seconds before asking again."),
    /** OKX did not say what it made of it, or it is about something else that is still going on. */
    UNFINISHED(
            "OKX did not say whether it was done. A read may be repeated; a setting is to be looked at before it is set anew."),
    /** The key, its signature or its environment is wrong. */
    BAD_KEY("OKX does not accept this key, its passphrase, its signature or its environment. Calls with it stop:"
            + " check the key, whether it is for live or demo trading, and the site it was made on."),
    /** The account, the address or the region may not. */
    BLOCKED("This key, account, address or region may not do this. Asking more often does not help:"
            + " the message says what a person has to change at OKX."),
    /** Refused for what it asks. */
    REFUSED("OKX refused it for what it asks. The message says what is wrong; the same call gets the same answer."),
    /** OKX documents no such code. */
    UNDOCUMENTED("OKX documents no such code. Its message is all there is to go by.");

    private final String nextStep;

    ReadCode(String nextStep) {
        this.nextStep = nextStep;
    }

    /** Returns whether the same read can succeed a little later. */
    public boolean mayPass() {
        return switch (this) {
            case TOO_MANY, WRONG_TIME, BUSY, UNFINISHED -> true;
            case ANSWERED, BAD_KEY, BLOCKED, REFUSED, UNDOCUMENTED -> false;
        };
    }

    /** Returns what to do next, as a sentence or two fit for a person and for a model. */
    public String nextStep() {
        return nextStep;
    }
}
