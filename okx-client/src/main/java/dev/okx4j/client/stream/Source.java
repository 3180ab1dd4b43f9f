package dev.okx4j.client.stream;

/** Where updates come from: the connections, or a test. */
interface Source {
    /**
     * Begins to deliver a topic to a tap, beginning with the standing that holds. Several taps may share one topic: OKX is asked once.
     *
     * @return what ends it
     */
    <E> Subscription<E> tap(Topic<E> topic, Tap<E> tap);

    /**
     * Asks OKX for a topic anew (unsubscribe, subscribe), because what came of it is broken: its taps hear {@link Standing.State#STALE}
     * with the reason, then LIVE once it is acknowledged, then the new snapshot. Calls during the attempt are one; attempts are paced, so that a
     * topic that breaks again and again does not use up the connection's operations.
     */
    void renew(Topic<?> topic, String reason);

    /** Drops the connection that carries a topic and connects anew, because something on it may be lost. */
    void reconnect(Topic<?> topic, String reason);
}
