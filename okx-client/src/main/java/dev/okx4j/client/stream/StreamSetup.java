package dev.okx4j.client.stream;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@link Streams} are made of; the client's builder fills one in.
 *
 * @param base scheme, host and port, as {@code wss://ws.okx.com:8443}; empty for a client that cannot open any
 * @param wire what opens connections
 * @param credentials the API key; null for public channels only
 * @param rest the REST side of the same client
 * @param clock the time
 * @param entropy the jitter
 * @param sighting hears which orders were pushed: their id, and the caller's own where there is one
 * @param ownTime whether the clock is not this machine's: then the pace of connecting is not shared with other clients
 */
public record StreamSetup(
        String base,
        StreamWire wire,
        @Nullable Credentials credentials,
        Rest rest,
        Clock clock,
        Entropy entropy,
        BiConsumer<String, @Nullable String> sighting,
        boolean ownTime) {}
