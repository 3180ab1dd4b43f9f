package dev.okx4j.client.intent;

/** Decides, before anything is written down or sent, whether a write may go. */
@FunctionalInterface
public interface WriteGate {
    /** Returns whether the write may go, and if not, why. */
    Decision check(WriteIntent intent);

    /** Returns a gate that stops nothing: it says out loud that there are no limits. */
    static WriteGate open() {
        return intent -> Decision.allow();
    }
}
