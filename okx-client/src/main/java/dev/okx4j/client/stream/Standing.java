package dev.okx4j.client.stream;

import dev.okx4j.client.error.OkxException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far what a subscription has delivered can be believed, from one moment on.
 *
 * @param state what holds now
 * @param gap whether something may have been missed since the last time that it was {@link State#LIVE}: true only on the first
 *     word after an interruption that could not be bridged
 * @param reason why, in words of this project; never text from outside
 * @param since when it began to hold
 * @param cause what ended the subscription; null unless it has ended
 */
public record Standing(
        State state,
        boolean gap,
        String reason,
        Instant since,
        @Nullable OkxException cause) {

    /** What holds. */
    public enum State {
        /** Nothing has been acknowledged yet: there is nothing to believe. */
        WAITING,
        /** Subscribed, acknowledged and heard from: what was delivered is current. */
        LIVE,
        /** What was delivered may be out of date: the connection, the channel or a sequence is broken, and is being mended. */
        STALE,
        /** Over for good: closed by its owner, or refused by OKX for a reason that trying again does not change. */
        ENDED
    }
}
