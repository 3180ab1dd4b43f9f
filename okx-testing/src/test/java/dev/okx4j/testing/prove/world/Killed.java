package dev.okx4j.testing.prove.world;

/** The end of a process, in the middle of whatever it was doing: nothing in the client may catch it. */
public final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super("killed " + where, null, false, false);
    }
}
