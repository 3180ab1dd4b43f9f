package dev.okx4j.client.stream;

import org.jspecify.annotations.Nullable;

/** How far a topic has come on one connection. */
final class Ticket {
    /** The steps. */
    enum Phase {
        /** It is to be subscribed to, as soon as an earlier subscription to it has ended. */
        WANTED,
        /** It is to be subscribed to at a time to come. */
        PAUSED,
        /** OKX has been asked. */
        ASKED,
        /** OKX has acknowledged. */
        LIVE
    }

    final Feed<?> feed;
    Phase phase = Phase.WANTED;
    /** Until when it is paused. */
    long until;
    /** When something was heard of it last. */
    long heard;

    @Nullable
    Request request;

    Ticket(Feed<?> feed) {
        this.feed = feed;
    }
}
