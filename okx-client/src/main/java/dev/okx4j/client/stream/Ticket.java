package dev.okx4j.client.stream;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a topic has come on one connection. */
final class Ticket {
    /** A pause that only its owner ends. */
    static final long FOR_GOOD = Long.MAX_VALUE;

    /** The channels of which OKX sends something every minute. */
    private static final Set<String> CONFIRMED = Set.of("books", "books-l2-tbt", "books50-l2-tbt");

    /** How long they may be silent. */
    private static final long SILENCE = Duration.ofSeconds(75).toNanos();

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
    private long until;
    /** When something was heard of it last. */
    long heard;

    @Nullable
    Request request;

    Ticket(Feed<?> feed) {
        this.feed = feed;
    }

    /** Takes the acknowledgement. */
    void live(long now) {
        request = null;
        phase = Phase.LIVE;
        heard = now;
    }

    /** Puts it off. */
    void pause(long end) {
        request = null;
        phase = Phase.PAUSED;
        until = end;
    }

    /** Takes the time: ends a pause that is over. */
    void wake(long now) {
        if (phase == Phase.PAUSED && until != FOR_GOOD && now - until >= 0) {
            phase = Phase.WANTED;
        }
    }

    /** Returns whether the channel has been silent for longer than OKX lets it be. */
    boolean isSilent(long now) {
        return phase == Phase.LIVE
                && now - heard >= SILENCE
                && CONFIRMED.contains(feed.topic().channel().name());
    }
}
