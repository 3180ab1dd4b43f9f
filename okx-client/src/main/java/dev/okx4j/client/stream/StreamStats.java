package dev.okx4j.client.stream;

/**
 * What has happened on the streams of a client since it was made.
 *
 * @param connections how many connections carry something, open or on their way
 * @param topics how many topics are subscribed to
 * @param reconnects how often a connection was opened anew after it had failed
 * @param handovers how often topics moved to a new connection before the old one ended
 * @param frames how many frames came
 * @param unknown how many frames, events or channels this version does not know
 * @param undecodable how many pushes were not what their channel promises
 * @param conflated how many rows a newer one replaced before a slow listener took them
 * @param overflows how often a listener was so slow that it was told of a gap
 * @param listenerFailures how often a listener threw
 */
public record StreamStats(
        int connections,
        int topics,
        long reconnects,
        long handovers,
        long frames,
        long unknown,
        long undecodable,
        long conflated,
        long overflows,
        long listenerFailures) {}
