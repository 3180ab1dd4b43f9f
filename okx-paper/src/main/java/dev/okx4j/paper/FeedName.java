package dev.okx4j.paper;

import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.feed.live.LiveMarket;
import java.util.List;

/**
 * Which market an exchange lives through, as flags and settings name it: {@code replay}, {@code replay:SCENARIO}, {@code
 * live} or {@code live:INSTRUMENT,INSTRUMENT}.
 *
 * @param scenario the scenario's name or folder; of a live market what it is made known by
 * @param live the instruments of a live market; empty for a replay
 */
record FeedName(String scenario, List<String> live) {
    private static final String REPLAY = "replay";
    private static final String LIVE = "live";

    /** Returns what a text names; {@code auto} is {@code replay}, which needs no network. */
    static FeedName of(String text) {
        if (text.equals("auto") || text.equals(REPLAY)) {
            return new FeedName(Scenario.DEFAULT, List.of());
        }
        if (text.startsWith(REPLAY + ":") && text.length() > REPLAY.length() + 1) {
            return new FeedName(text.substring(REPLAY.length() + 1), List.of());
        }
        if (text.equals(LIVE)) {
            return live(LiveMarket.DEFAULT_INSTRUMENTS);
        }
        if (text.matches(LIVE + ":[A-Z0-9_-]+(,[A-Z0-9_-]+)*")) {
            return live(List.of(text.substring(LIVE.length() + 1).split(",", -1)));
        }
        throw new IllegalArgumentException("There is no feed " + text
                + "; there are replay, replay:SCENARIO, live, live:INSTRUMENT,INSTRUMENT and auto");
    }

    private static FeedName live(List<String> instIds) {
        return new FeedName(LIVE + ":" + String.join(",", instIds), instIds);
    }

    boolean isLive() {
        return !live.isEmpty();
    }

    /** Returns where prices come from, in words. */
    String label() {
        return isLive() ? scenario : REPLAY + " " + scenario;
    }
}
