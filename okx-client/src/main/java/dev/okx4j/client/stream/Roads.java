package dev.okx4j.client.stream;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import org.jspecify.annotations.Nullable;

/**
 * What a connection needs of the world around it.
 *
 * @param url where it leads
 * @param wire what opens it
 * @param login what logs it in; null when it need not be
 * @param pace what keeps connecting inside OKX's limit
 * @param site what that limit is counted for
 * @param events hears what concerns others too
 */
record Roads(
        String url,
        StreamWire wire,
        @Nullable Login login,
        ConnectPace pace,
        String site,
        Clock clock,
        Entropy entropy,
        Counters counters,
        Events events) {

    /** What concerns more than one connection. */
    interface Events {
        /** A topic has ended here for good. */
        void ended(Connection connection, Feed<?> feed, String reason, @Nullable OkxException cause);

        /** OKX does not accept the key, and will not. */
        void keyRefused(AuthenticationException cause);

        /** OKX found the time of a login wrong. */
        void clockRefused(long signedAt);

        /** OKX found the topics of a connection too many. */
        void crowded(Connection connection);

        /** An answer to an operation has come. */
        void answered(String id, String frame);

        /** A connection has failed: what was sent on it is answered no more. */
        void lost(Connection connection);
    }
}
