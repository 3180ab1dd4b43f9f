package dev.okx4j.client.rest;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a {@link Rest} is made of; the client's builder fills one in.
 *
 * @param site what limits are counted for: the base URL
 * @param wire the transport
 * @param credentials the API key; null for public data only
 * @param demo whether calls are marked as simulated trading
 * @param clock the time
 * @param waits the pauses
 * @param entropy the ids
 * @param limiter the limits
 * @param timeout how long one exchange may take
 * @param writes what writes pass; null for a client that only reads
 */
public record RestSetup(
        String site,
        Wire wire,
        @Nullable Credentials credentials,
        boolean demo,
        Clock clock,
        Waits waits,
        Entropy entropy,
        Limiter limiter,
        Duration timeout,
        @Nullable Writing writes) {

    /**
     * What a writing client needs beyond a reading one.
     *
     * @param gate decides whether a write may go
     * @param journal keeps every write
     * @param resolver watches over the writes in doubt
     */
    public record Writing(WriteGate gate, IntentJournal journal, Resolver resolver) {}

    RestSetup within(Duration other) {
        Duration shorter = other.compareTo(timeout) < 0 ? other : timeout;
        return new RestSetup(site, wire, credentials, demo, clock, waits, entropy, limiter, shorter, writes);
    }

    RestSetup over(Wire other) {
        return new RestSetup(site, other, credentials, demo, clock, waits, entropy, limiter, timeout, writes);
    }
}
