package dev.okx4j.tools.paper;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the paper exchange, and what happened if it was moved.
 *
 * @param marketTime the time of the prices
 * @param wireTime the time at which the exchange answered
 * @param feed where the prices come from: replay
 * @param scenario the recording that is replayed
 * @param title the recording in words
 * @param start the first moment of the recording
 * @param end the last moment of the recording
 * @param begin where a new account begins
 * @param speed paused: time moves only by calls
 * @param instruments what can be traded
 * @param funding whether funding is charged, in words
 * @param events what happened on the way, oldest first; absent if time was not moved
 * @param more how many events beyond those were left out
 * @param stopped why time stopped: target, fill or end of data
 */
public record PaperClock(
        Instant marketTime,
        @Nullable Instant wireTime,
        @Nullable String feed,
        @Nullable String scenario,
        @Nullable String title,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Instant begin,
        @Nullable String speed,
        @Nullable List<String> instruments,
        @Nullable String funding,
        @Nullable List<PaperEvent> events,
        @Nullable Integer more,
        @Nullable String stopped) {}
