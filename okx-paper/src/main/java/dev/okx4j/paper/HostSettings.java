package dev.okx4j.paper;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import java.time.Duration;

/**
 * The seams of a shared account, and how long to look for its host.
 *
 * @param patience how long a request looks for a host before it fails
 */
record HostSettings(Clock clock, Waits waits, Entropy entropy, Duration patience) {
    /** Returns the seams of the real world. */
    static HostSettings system() {
        return new HostSettings(Clock.system(), Waits.system(), Entropy.secure(), Duration.ofSeconds(10));
    }
}
