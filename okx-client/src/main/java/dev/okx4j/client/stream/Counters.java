package dev.okx4j.client.stream;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what operators want to know, and logs what is odd when it is met for the first time. */
final class Counters {
    /** More than these would be noise. */
    private static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);

    final LongAdder opened = new LongAdder();
    final LongAdder reconnects = new LongAdder();
    final LongAdder handovers = new LongAdder();
    final LongAdder frames = new LongAdder();
    final LongAdder unknown = new LongAdder();
    final LongAdder undecodable = new LongAdder();
    final LongAdder conflated = new LongAdder();
    final LongAdder overflows = new LongAdder();
    final LongAdder listenerFailures = new LongAdder();

    private final Set<String> heard = new HashSet<>();

    /** Counts something that nobody knows, and logs its name once. */
    void unknown(String kind, String name) {
        unknown.increment();
        // A name that does not look like one of OKX's could be anything, and is not repeated.
        String said = name.matches("[A-Za-z0-9_-]{1,64}") ? name : "without a proper name";
        if (isNew(kind + ' ' + said)) {
            LOG.warn("A stream brought a {} that this version does not know: {}", kind, said);
        }
    }

    /** Counts a frame that is not what its channel promises, and logs the channel once. */
    void undecodable(String channel, RuntimeException why) {
        undecodable.increment();
        if (isNew("undecodable " + channel)) {
            LOG.warn("A push of {} could not be decoded, and the topic is asked for anew", channel, why);
        }
    }

    private synchronized boolean isNew(String name) {
        return heard.size() < MOST && heard.add(name);
    }
}
